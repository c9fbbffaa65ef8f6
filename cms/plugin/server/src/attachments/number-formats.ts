import { readXml } from './office-package.ts';

/** How a workbook shows the number in a cell, as far as the number alone would say something else. */
export type NumberFormat = {
  readonly kind: 'plain' | 'day' | 'time' | 'percent';
  readonly decimals: number;
  readonly is1904: boolean;
};

/** Formats that every workbook has (ECMA-376, 18.8.30), those of Chinese editions among them. */
const DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
const PERCENT: Readonly<Record<number, number>> = { 9: 0, 10: 2 };

/** The formats of a workbook's cells, by their number. */
export function formatsOf(styles: string, workbook: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let is1904 = false;
  let isOfCells = false;
  readXml(workbook, {
    open: (name, { date1904 }) => {
      if (name === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  readXml(styles, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) formats.push({ ...formatOf(Number(numFmtId ?? 0), codes), is1904 });
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): Pick<NumberFormat, 'kind' | 'decimals'> {
  // Without what is quoted, and without colours, currencies and conditions.
  const code = (codes.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  const percent = PERCENT[id] ?? (code.includes('%') ? (/\.(0+)%/.exec(code)?.[1]?.length ?? 0) : null);
  if (percent !== null) return { kind: 'percent', decimals: percent };
  if (DAYS.has(id) || /[yd]/.test(code)) return { kind: 'day', decimals: 0 };
  if (TIMES.has(id) || /h.*m|m.*s/.test(code)) return { kind: 'time', decimals: 0 };
  return { kind: 'plain', decimals: 0 };
}

const MS_OF_DAY = 86_400_000;
/** Day zero of both ways to count days in workbooks. */
const ZERO = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

/** A number as its reader sees it; what is no number stays. */
export function shownNumber(text: string, format: NumberFormat | undefined): string {
  const value = Number(text);
  if (format === undefined || text === '' || !Number.isFinite(value)) return text;
  if (format.kind === 'percent') return `${(value * 100).toFixed(format.decimals)}%`;
  const at = new Date(Math.round((value * MS_OF_DAY) / 1000) * 1000 + (format.is1904 ? ZERO.from1904 : ZERO.from1900));
  if (format.kind === 'plain' || Number.isNaN(at.getTime())) return plain(value, text);
  const iso = at.toISOString();
  return format.kind === 'day' ? iso.slice(0, 10) : iso.slice(11, 16);
}

/** Without the last digits that come from counting in twos: 0.30000000000000004. */
function plain(value: number, text: string): string {
  return /\.\d{12,}/.test(text) ? String(Number(value.toPrecision(12))) : text;
}
