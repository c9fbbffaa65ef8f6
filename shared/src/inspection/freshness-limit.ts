import { isIsoDate, type IsoDate } from '../dates.ts';
import type { Label } from '../vocabulary.ts';

/** Within what time something has to be updated: so many days or months after it was, or every year by a day. */
export type FreshnessLimit =
  | { readonly unit: 'day' | 'month'; readonly n: number }
  /** `by` is `MM-DD`. */
  | { readonly unit: 'yearly'; readonly by: string };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last day on which something that was updated on `newest` is fresh. */
export function freshUntil(newest: IsoDate, limit: FreshnessLimit): IsoDate {
  switch (limit.unit) {
    case 'day':
      return new Date(Date.parse(newest) + limit.n * DAY_MS).toISOString().slice(0, 10);
    case 'month':
      return monthsAfter(newest, limit.n);
    case 'yearly': {
      return `${Number(newest.slice(0, 4)) + 1}-${limit.by}`;
    }
  }
}

/** The same day of a later month, or its last day where it has no such day. */
function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

export function daysFrom(from: IsoDate, until: IsoDate): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);
}

/** A limit in days, about. */
export function lengthOf(limit: FreshnessLimit): number {
  if (limit.unit === 'yearly') return 365;
  return limit.unit === 'day' ? limit.n : limit.n * 30;
}

/** As it stands after 应 and after "should be updated". */
export function wordsFor(limit: FreshnessLimit): Label {
  switch (limit.unit) {
    case 'day':
      return { zh: `每 ${limit.n} 天内更新`, en: `within ${limit.n} days` };
    case 'month':
      return { zh: `每 ${limit.n} 个月内更新`, en: `within ${limit.n} months` };
    case 'yearly': {
      const [month = 1, day = 1] = limit.by.split('-').map(Number);
      return { zh: `每年 ${month} 月 ${day} 日前更新`, en: `by ${limit.by} of every year` };
    }
  }
}

/** A department's own limits, by the code of a column. Null: none. */
export type FreshnessLimits = ReadonlyMap<string, FreshnessLimit | null>;

/**
 * Reads limits as a setting writes them: `xinwen-dongtai=7d,caizheng-yusuan=yearly:03-31,guide=none`. Null where an
 * entry is none.
 */
export function readFreshnessLimits(written: string): FreshnessLimits | null {
  const limits = new Map<string, FreshnessLimit | null>();
  for (const entry of written.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [, code = '', n, unit, by, none] =
      /^([a-z0-9-]+)=(?:(\d{1,4})([dm])|yearly:(\d{2}-\d{2})|(none))$/.exec(entry) ?? [];
    if (none !== undefined) limits.set(code, null);
    else if (by !== undefined && isIsoDate(`2001-${by}`)) limits.set(code, { unit: 'yearly', by });
    else if (Number(n) > 0) limits.set(code, { unit: unit === 'd' ? 'day' : 'month', n: Number(n) });
    else return null;
  }
  return limits;
}
