import type { ReportRow } from './import-run.ts';

const LABELS = { imported: '导入', updated: '更新', unchanged: '未变', refused: '拒绝' } as const;
const WIDEST_FILE = 48;
const WIDEST_TITLE = 48;

// East Asian wide characters, and the pictographs that terminals draw as wide.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, char) => width + (WIDE.test(char) ? 2 : /\p{Mn}|\p{Cf}/u.test(char) ? 0 : 1), 0);
}

export interface ReportOptions {
  readonly isDryRun: boolean;
  /** What a dry run went without and an import cannot. */
  readonly missing: readonly string[];
}

/** A line for every file, columns aligned; notes stand in the last column. */
export function formatReport(rows: readonly ReportRow[], options: ReportOptions): string {
  const cells = rows.map((row) => [
    LABELS[row.outcome],
    shorten(row.file, WIDEST_FILE, 'start'),
    shorten(row.outcome === 'refused' ? '' : row.title, WIDEST_TITLE, 'end'),
    printable(row.outcome === 'refused' ? row.reason : row.notes.join('；')),
  ]);
  const table = [['结果', '文件', '标题', '说明'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((line) => displayWidth(line[column] ?? ''))));
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
      .join('  ')
      .trimEnd(),
  );
  const missing = options.missing.map((each) => `正式导入还需要 ${each}`);
  return [...lines, '', summary(rows, options), ...missing].join('\n');
}

function summary(rows: readonly ReportRow[], { isDryRun }: ReportOptions): string {
  const counts = Object.entries(countsOf(rows)).map(
    ([outcome, count]) => `${LABELS[outcome as ReportRow['outcome']]} ${count}`,
  );
  return `${isDryRun ? '仅检查，未写入。' : ''}共 ${rows.length} 个文件：${counts.join('，')}`;
}

export function countsOf(rows: readonly ReportRow[]): Record<ReportRow['outcome'], number> {
  const counts = { imported: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}

/** The same for programs. */
export function reportJson(rows: readonly ReportRow[], { isDryRun, missing }: ReportOptions): string {
  return `${JSON.stringify({ dryRun: isDryRun, missing, counts: countsOf(rows), files: rows }, null, 2)}\n`;
}

/** Cuts a text to a width and marks where: file names differ at their end, titles at their start. */
function shorten(text: string, widest: number, cut: 'start' | 'end'): string {
  const chars = [...printable(text)];
  if (displayWidth(chars.join('')) <= widest) return chars.join('');
  while (displayWidth(chars.join('')) > widest - 1) {
    if (cut === 'start') chars.shift();
    else chars.pop();
  }
  return cut === 'start' ? `…${chars.join('')}` : `${chars.join('')}…`;
}

/** Names and reasons come from files, and a terminal obeys control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, '?');
}
