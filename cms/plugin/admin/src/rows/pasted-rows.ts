import { cellIn } from './cell-text.ts';
import { newRow, type Row } from './row-list.ts';
import type { Column, RowShape } from './row-shapes.ts';

export interface PastedRows {
  readonly rows: readonly Row[];
  /** Texts that mean nothing in their column, such as an unknown rank: whoever pasted them has to look. */
  readonly unread: readonly string[];
}

/** The marks that Word writes before the entries of a list: 1. （一） ①  • */
const LIST_MARK =
  /^\s*(?:[（(][\d一二三四五六七八九十百]+[）)]|[\d一二三四五六七八九十百]+[、.．)）](?!\d)|[①-⑳]|[•·●■◆▪–-])\s*/u;

/**
 * Rows in what was copied from Word or Excel: cells parted by tabs, rows by lines, as both of them put tables on the
 * clipboard. A first line of column names says which cell is which; without one, cells go by the order of the form,
 * beginning with `from`.
 */
export function rowsIn(pasted: string, shape: RowShape, from?: string): PastedRows {
  if (shape.isTexts) return { rows: textsIn(pasted).map((text) => ({ text })), unread: [] };
  const lines = withoutMarks(cellsIn(pasted).filter((cells) => cells.some((cell) => cell.trim() !== '')));
  const [first] = lines;
  if (first === undefined) return { rows: [], unread: [] };
  const named = first.map((cell) => columnNamed(cell, shape));
  const hasNames = named.length > 0 && named.every((column) => column !== undefined);
  const start = Math.max(
    0,
    shape.columns.findIndex(({ key }) => key === from),
  );
  const columns = hasNames ? named : shape.columns.slice(start);
  const unread: string[] = [];
  const rows = (hasNames ? lines.slice(1) : lines).map((cells) => ({
    ...newRow(shape),
    ...rowIn(cells, columns, unread),
  }));
  return { rows, unread };
}

function rowIn(cells: readonly string[], columns: readonly (Column | undefined)[], unread: string[]): Row {
  const row: Record<string, unknown> = {};
  for (const [at, cell] of cells.entries()) {
    const column = columns[at];
    const value = column === undefined ? undefined : cellIn(cell, column);
    if (column !== undefined && value !== undefined) row[column.key] = value;
    else if (cell.trim() !== '') unread.push(cell.trim());
  }
  return row;
}

function columnNamed(cell: string, { columns }: RowShape): Column | undefined {
  const name = cell.trim().toLowerCase();
  return columns.find(({ label }) => label.zh === name || label.en.toLowerCase() === name);
}

/** The lines of a list, without the marks that its program put before every one of them. */
function textsIn(pasted: string): string[] {
  const lines = pasted.split(/\r\n?|\n/).map((line) => line.replaceAll('\t', ' ').trim());
  return withoutMarks(lines.filter((line) => line !== '').map((line) => [line])).map(([line = '']) => line);
}

function withoutMarks(lines: readonly (readonly string[])[]): (readonly string[])[] {
  const isList = lines.length > 1 && lines.every(([first = '']) => LIST_MARK.test(first));
  if (!isList) return [...lines];
  // A number in a cell of its own is the number of the row.
  return lines.map(([first = '', ...others]) => {
    const cell = first.replace(LIST_MARK, '');
    return cell === '' && others.length > 0 ? others : [cell, ...others];
  });
}

/** Tab-separated lines; a cell in quotation marks may hold lines and tabs of its own, as Excel writes them. */
export function cellsIn(pasted: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(pasted); match !== null; match = cell.exec(pasted)) {
    const [, quoted, plain = '', end] = match;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  return lines;
}

/** Whether a text is meant for several rows, and not for the one cell that it is pasted into. */
export function isForRows(pasted: string, shape: RowShape, column: Column): boolean {
  const hasLines = /\S[ \t]*[\r\n]+[ \t]*\S/.test(pasted);
  if (shape.isTexts) return hasLines;
  // A long text has lines of its own; a table has tabs.
  return pasted.trim().includes('\t') || (hasLines && column.input !== 'longText');
}
