import { isIsoDate, type IsoDate } from '../../shared/src/index.ts';

const ZEROS = '〇零○';
const YEAR = `(?:\\d{4}|[${ZEROS}OＯ一二三四五六七八九]{4})`;
const PART = `(?:\\d{1,2}|[${ZEROS}一二三四五六七八九十]{1,3})`;
const GAP = '[ \\u3000]*';

/** A day as documents write it, as the source of a regular expression over {@link narrowDigits} text. */
export const DAY = `(?:${YEAR}${GAP}年${GAP}${PART}${GAP}月${GAP}${PART}${GAP}日|(?<!\\d)\\d{4}(?<dash>[-/.])\\d{1,2}\\k<dash>\\d{1,2}(?!\\d))`;

export type DayReading =
  | { readonly kind: 'day'; readonly day: IsoDate; readonly written: string; readonly end: number }
  /** Written like a day, and not in the calendar. */
  | { readonly kind: 'impossible'; readonly written: string; readonly end: number };

/** Full-width digits and separators as half-width ones. Keeps the length. */
export function narrowDigits(text: string): string {
  return text.replace(/[０-９－／．：]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** The first day that `text` names: 2013-02-28, 2013年2月28日, 二〇一三年二月二十八日. */
export function readDay(text: string): DayReading | null {
  const found = new RegExp(DAY).exec(narrowDigits(text));
  if (!found) return null;

  const written = text.slice(found.index, found.index + found[0].length);
  const end = found.index + found[0].length;
  const [year = '', month = '', day = ''] = found[0].split(/[-/.年月日]/).map((part) => part.trim());
  const iso = `${yearOf(year)}-${pad(numberOf(month))}-${pad(numberOf(day))}`;
  return isIsoDate(iso) ? { kind: 'day', day: iso, written, end } : { kind: 'impossible', written, end };
}

export interface Moment {
  readonly reading: DayReading;
  /** `HH:mm`, or null when none is written. */
  readonly time: string | null;
}

/** A day and the time behind it. */
export function readMoment(text: string): Moment | null {
  const reading = readDay(text);
  if (!reading) return null;
  const clock = /^\s*(?:T\s*)?(\d{1,2}):(\d{2})/.exec(narrowDigits(text).slice(reading.end));
  const [, hour, minute] = clock ?? [];
  const isClock = hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return { reading, time: isClock ? `${hour.padStart(2, '0')}:${minute}` : null };
}

/** The number of a Chinese or Arabic numeral below 100; 0 when it is none. */
export function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  if (tens === undefined || ones === undefined) return 0;
  const ten = numeral.includes('十') ? (tens === '' ? 1 : digitOf(tens)) * 10 : 0;
  return ten + [...ones].reduce((value, char) => value * 10 + digitOf(char), 0);
}

function yearOf(numeral: string): string {
  return [...numeral].map((char) => (/\d/.test(char) ? char : String(digitOf(char)))).join('');
}

function digitOf(char: string): number {
  return Math.max(0, '〇一二三四五六七八九'.indexOf(char));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
