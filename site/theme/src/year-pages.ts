import { addresses, SLUG } from 'disclosure-contract';
import { LIST_PAGE_SIZE, type YearView } from './node/views.ts';

/** Reads the parameters of a year's address; null for what is no such address. */
export function parseYearAddress(
  params: Readonly<Record<string, string | undefined>>,
): { code: string; year: string; page: number | null } | null {
  const { code = '', year = '', page } = params;
  if (!SLUG.test(code) || !/^\d{4}$/.test(year)) return null;
  if (page === undefined) return { code, year, page: null };
  return /^[1-9]\d{0,4}$/.test(page) ? { code, year, page: Number(page) } : null;
}

/** Whether a year is cut into numbered pages, or shown whole at its own address. */
export function hasNumberedPages({ count }: YearView): boolean {
  return count > LIST_PAGE_SIZE;
}

/** Addresses of the neighbours. What is newer than the last numbered page is the year's own address. */
export function yearPagerOf(view: YearView): { newer: string | null; older: string | null } {
  const { category, year, page, newerPage, olderPage } = view;
  const addressOf = (wanted?: number) => addresses.categoryYear(category.code, year, wanted);
  const newest = page === null ? null : addressOf();
  return {
    newer: newerPage === null ? newest : addressOf(newerPage),
    older: olderPage === null ? null : addressOf(olderPage),
  };
}
