import type { IsoDate } from './dates.ts';

/**
 * 索引号 (《政府信息公开目录系统实施指引(试行)》): `prefix/period-NNNNN`. The prefix is the organ's unified social credit
 * code (18 characters) or its old organisation code (9); the period is a year or, in Anhui, a month.
 */
const INDEX_NUMBER = /^(?:[0-9A-Z]{8}[0-9X]|[0-9A-HJ-NPQRTUWXY]{18})\/(?:\d{4}|\d{6})-\d{5}$/;

export type IndexNumberPeriod = 'month' | 'year';

/** Largest running number of one prefix and period. */
export const LAST_INDEX_NUMBER = 99_999;

export function isIndexNumber(text: string): boolean {
  return INDEX_NUMBER.test(text);
}

/** The period of a day: `202611` or `2026`. */
export function indexNumberPeriod(day: IsoDate, period: IndexNumberPeriod): string {
  return period === 'month' ? day.slice(0, 7).replace('-', '') : day.slice(0, 4);
}

/** Writes an index number. Throws a RangeError when the running number does not fit its five digits. */
export function formatIndexNumber(prefix: string, period: string, running: number): string {
  if (!Number.isInteger(running) || running < 1 || running > LAST_INDEX_NUMBER) {
    throw new RangeError(
      `Cannot write index number ${prefix}/${period}: ${running} is not between 1 and ${LAST_INDEX_NUMBER}`,
    );
  }
  return `${prefix}/${period}-${String(running).padStart(5, '0')}`;
}
