import { cpus, totalmem } from 'node:os';

export type Unit =
  | 'ms'
  | 's'
  | 'MB'
  | 'pages/s'
  | 'requests/s'
  | 'pages'
  | '%'
  | 'per 20,000'
  | 'kB'
  | 'faults'
  | 'crossings'
  | 'frames/s'
  | 'of 100';

/** A line of the table. Of times and memory less is better, of rates more. */
export interface Row {
  readonly metric: string;
  readonly unit: Unit;
  /** Null: not measured, and a note says why. Left out where there is no such thing. */
  readonly ours?: number | null;
  readonly ordinary?: number | null;
  readonly aim?: number;
  readonly note?: string;
}

const MORE_IS_BETTER: ReadonlySet<Unit> = new Set(['pages/s', 'requests/s', 'frames/s', '%', 'of 100']);

/** How many times better than the ordinary way, or null where there is nothing to compare. */
export function ratioOf({ unit, ours, ordinary }: Row): number | null {
  if (!ours || !ordinary) return null;
  return MORE_IS_BETTER.has(unit) ? ours / ordinary : ordinary / ours;
}

export function isMet({ unit, ours, aim }: Row): boolean | null {
  if (aim === undefined) return null;
  if (ours === null || ours === undefined) return false;
  return MORE_IS_BETTER.has(unit) ? ours >= aim : ours <= aim;
}

const HEAD = ['metric', 'ours', 'the ordinary way', 'ratio', 'aim', 'met?'];

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const ratio = ratioOf(row);
    const met = isMet(row);
    return [
      row.metric,
      figure(row.ours, row.unit),
      figure(row.ordinary, row.unit),
      ratio === null ? '' : `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} ×`,
      row.aim === undefined ? '' : `${MORE_IS_BETTER.has(row.unit) ? '≥' : '≤'} ${written(row.aim, row.unit)}`,
      met === null ? '' : met ? 'yes' : 'NO',
    ];
  });
  const widths = HEAD.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const notes = rows.filter((row) => row.note !== undefined).map((row) => `- ${row.metric}: ${row.note ?? ''}`);
  return [line(HEAD), rule, ...lines.map(line), ...(notes.length === 0 ? [] : ['', ...notes])].join('\n');
}

function pad(cell: string, width: number, at: number): string {
  return at === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function figure(value: number | null | undefined, unit: Unit): string {
  if (value === undefined) return '';
  return value === null ? 'not measured' : written(value, unit);
}

function written(value: number, unit: Unit): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`;
}

/** On what the figures were taken. */
export function machine(): Record<string, string | number> {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryMB: Math.round(totalmem() / 1024 ** 2),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}
