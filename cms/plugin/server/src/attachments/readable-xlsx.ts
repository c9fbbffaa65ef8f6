import { formatsOf, shownNumber, type NumberFormat } from './number-formats.ts';
import { OfficePackage, readXml } from './office-package.ts';
import { escaped, MOST_COLUMNS, MOST_ROWS, tableHtml, type TableCell } from './readable-table.ts';
import { columnOf, readSheet, readWorkbook, sharedStrings, type Row } from './xlsx-text.ts';

/** The sheets of a workbook as tables, without what it hides: sheets, rows, columns, comments. */
export function readableWorkbook(bytes: Buffer): { html: string; isCut: boolean } {
  const book = new OfficePackage(bytes);
  const strings = sharedStrings(book.xmlOf('xl/sharedStrings.xml') ?? '');
  const formats = formatsOf(book.xmlOf('xl/styles.xml') ?? '', book.xmlOf('xl/workbook.xml') ?? '');
  const sheets = readWorkbook(book).sheets.filter(({ isHidden }) => !isHidden);
  const parts: string[] = [];
  let isCut = false;
  for (const { name, path } of sheets) {
    const xml = book.xmlOf(path) ?? '';
    const rows = readSheet(xml, strings).filter(({ isHidden }) => !isHidden);
    if (rows.length === 0) continue;
    const table = tableOf(rows.slice(0, MOST_ROWS), spansIn(xml), formats);
    isCut ||= rows.length > MOST_ROWS || table.isCut;
    parts.push(`${sheets.length > 1 ? `<h2>${escaped(name)}</h2>` : ''}${tableHtml(table.rows)}`);
  }
  return { html: parts.join(''), isCut };
}

/** A cell that covers others, by where it begins. */
interface Span {
  readonly columns: number;
  readonly rows: number;
}

const keyOf = (row: number, column: number) => `${row}:${column}`;

function tableOf(
  rows: readonly Row[],
  spans: ReadonlyMap<string, Span>,
  formats: readonly NumberFormat[],
): { rows: TableCell[][]; isCut: boolean } {
  const shown = rows.map(({ number, cells }) => ({ number, cells: cells.filter(({ isHidden }) => !isHidden) }));
  const hidden = new Set(
    rows.flatMap(({ cells }) => cells.filter(({ isHidden }) => isHidden).map(({ column }) => column)),
  );
  const used = shown.flatMap(({ cells }) => cells.map(({ column }) => column));
  const [first, last] = [Math.min(...used), used.reduce((most, each) => Math.max(most, each), 0)];
  const columns = Array.from({ length: Math.min(MOST_COLUMNS, last - first + 1) }, (_, at) => first + at).filter(
    (column) => !hidden.has(column),
  );
  const numbers = shown.map(({ number }) => number);
  const covered = new Set<string>();
  const table = shown.map(({ number, cells }) => {
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    return columns.flatMap((column): TableCell[] => {
      if (covered.has(keyOf(number, column))) return [];
      const span = spans.get(keyOf(number, column));
      const across = columns.filter((each) => each >= column && each < column + (span?.columns ?? 1));
      const down = numbers.filter((each) => each >= number && each < number + (span?.rows ?? 1));
      for (const row of down) for (const each of across) covered.add(keyOf(row, each));
      const cell = byColumn.get(column);
      const text =
        cell === undefined ? '' : shownNumber(cell.text, cell.style === null ? undefined : formats[cell.style]);
      return [{ text: text.trim(), columns: across.length, rows: down.length }];
    });
  });
  return { rows: table, isCut: last - first + 1 > MOST_COLUMNS };
}

function spansIn(xml: string): Map<string, Span> {
  const spans = new Map<string, Span>();
  readXml(xml, {
    open(name, { ref }) {
      const [, fromRow, toRow] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(ref ?? '') ?? [];
      if (name !== 'mergeCell' || fromRow === undefined || toRow === undefined) return;
      const [from = '', to = ''] = (ref ?? '').split(':');
      const column = columnOf(from) ?? 1;
      spans.set(keyOf(Number(fromRow), column), {
        columns: (columnOf(to) ?? column) - column + 1,
        rows: Number(toRow) - Number(fromRow) + 1,
      });
    },
  });
  return spans;
}
