/** A count, an amount or a share. What begins with a zero or has more digits than any amount is a code. */
const NUMBER = String.raw`[+\-−－]?(?:\d{1,3}(?:[,，]\d{3})+|0|[1-9]\d{0,12})(?:\.\d+)?[%％‰]?`;
const AROUND = String.raw`(?:</?(?:p|strong|b|em|i|u)>|\s|&nbsp;)*`;
const NUMBER_CONTENT = new RegExp(`^${AROUND}${NUMBER}${AROUND}$`);
/** What stands in a column of figures where there is none. */
const NO_FIGURE = new RegExp(`^(?:${AROUND}|${AROUND}(?:-|—|――|——|/|无)${AROUND})$`);

const ROW = /<tr\b[^>]*>[\s\S]*?<\/tr>/g;
const CELL = /<(t[dh])\b([^>]*)>([\s\S]*?)<\/\1>/g;

interface Cell {
  readonly isHead: boolean;
  readonly isNumber: boolean;
  readonly isBlank: boolean;
}

/**
 * Marks the numbers of columns that are mostly figures, and the heads of these columns, with the class `number`; what the
 * editor aligned stays. Expects the sanitised HTML of one table. Where cells span several columns, as a note below a table
 * does, or several rows, columns are not told apart: each number there is marked for itself.
 */
export function withNumbers(table: string): string {
  const hasColumns = !/ rowspan=/.test(table);
  const isPlain = (row: string) => hasColumns && !/ colspan=/.test(row);
  const plainRows = [...table.matchAll(ROW)].flatMap(([row]) => (isPlain(row) ? [cellsOf(row)] : []));
  const isFigures = (column: number) => {
    const cells = plainRows.filter((row) => !isHeadRow(row)).flatMap((row) => row[column] ?? []);
    const numbers = cells.filter(({ isNumber }) => isNumber).length;
    return numbers > 0 && numbers * 2 > cells.filter(({ isBlank }) => !isBlank).length;
  };
  return table.replace(ROW, (row) => {
    const isHead = isHeadRow(cellsOf(row));
    let column = -1;
    return row.replace(CELL, (cell, name: string, attributes: string, content: string) => {
      column += 1;
      const isNumber = !isHead && name === 'td' && NUMBER_CONTENT.test(content);
      const isMarked = isPlain(row) ? (isHead || isNumber) && isFigures(column) : isNumber;
      return isMarked && !attributes.includes(' class=') ? cell.replace(`<${name}`, `<${name} class="number"`) : cell;
    });
  });
}

function cellsOf(row: string): Cell[] {
  return [...row.matchAll(CELL)].map(([, name, , content = '']) => ({
    isHead: name === 'th',
    isNumber: NUMBER_CONTENT.test(content),
    isBlank: NO_FIGURE.test(content),
  }));
}

function isHeadRow(cells: readonly Cell[]): boolean {
  return cells.every(({ isHead }) => isHead);
}
