/** A cell with as many columns and rows as it takes. */
export interface TableCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Rows of one table, and columns of one row, that are shown. */
export const MOST_ROWS = 2000;
export const MOST_COLUMNS = 60;

/**
 * A table whose first row heads its columns. Rows in front of it that are one wide cell are what the table is called: they
 * become its caption.
 */
export function tableHtml(rows: readonly (readonly TableCell[])[]): string {
  const widths = rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0));
  const width = Math.max(0, ...widths);
  const start = rows.findIndex((row) => row.length > 1 || width === 1);
  if (start === -1) return rows.map((row) => paragraph(row.map(({ text }) => text).join(' '))).join('');

  const caption = rows
    .slice(0, start)
    .map((row) => row.map(({ text }) => text).join(''))
    .filter((text) => text !== '')
    .join(' ');
  const head = rows[start] ?? [];
  // A head of two rows is held together by cells that take both.
  const depth = Math.max(1, ...head.map((cell) => cell.rows));
  const [heads, body] = [rows.slice(start, start + depth), rows.slice(start + depth)];
  return [
    '<table>',
    caption === '' ? '' : `<caption>${escaped(caption)}</caption>`,
    `<thead>${heads.map((row) => rowHtml(row, 'th')).join('')}</thead>`,
    `<tbody>${body.map((row) => rowHtml(row, 'td')).join('')}</tbody>`,
    '</table>',
  ].join('');
}

function rowHtml(row: readonly TableCell[], tag: 'th' | 'td'): string {
  const cells = row.map(({ text, columns, rows }) => {
    const scope = tag === 'td' || text === '' ? '' : ` scope="${columns > 1 ? 'colgroup' : 'col'}"`;
    const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
    // A heading that says nothing heads nothing.
    const shown = tag === 'th' && text === '' ? 'td' : tag;
    return `<${shown}${scope}${spans}>${escaped(text).replace(/\r?\n/g, '<br>')}</${shown}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function paragraph(text: string): string {
  return text.trim() === '' ? '' : `<p>${escaped(text)}</p>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
