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
 * Marks the numbers of a table, and the heads of columns that hold nothing else, with the class `number`; what the editor
 * aligned stays. Expects the sanitised HTML of one table. Columns are not told apart where cells span several.
 */
export function withNumbers(table: string): string {
  const rows = [...table.matchAll(ROW)].map(([row]) => cellsOf(row));
  const hasColumns = !/ (?:colspan|rowspan)=/.test(table);
  const isFigures = (column: number) => {
    const cells = rows.filter((row) => !isHeadRow(row)).flatMap((row) => row[column] ?? []);
    return cells.some(({ isNumber }) => isNumber) && cells.every(({ isNumber, isBlank }) => isNumber || isBlank);
  };
  return table.replace(ROW, (row) => {
    const isHead = isHeadRow(cellsOf(row));
    let column = -1;
    return row.replace(CELL, (cell, name: string, attributes: string, content: string) => {
      column += 1;
      const isMarked = isHead ? hasColumns && isFigures(column) : name === 'td' && NUMBER_CONTENT.test(content);
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
