import type { IsoDate } from 'disclosure-contract';
import { sectionName } from '../section-name.ts';
import type { Statements } from './rows.ts';
import { tags } from './tags.ts';
import type { Figure, HomeView, StatisticsView } from './views.ts';

/** Months of the chart: two whole years, so that a month stands beside the same one a year before. */
const MONTHS_SHOWN = 24;

/** Not the department beside its own sections; all organs where none is below another. */
const IS_SECTION = '(t.parent IS NOT NULL OR NOT EXISTS (SELECT 1 FROM organ WHERE parent IS NOT NULL))';

interface MonthCount {
  readonly month: string;
  readonly n: number;
  readonly with_files: number;
}

/** What the home page says in figures. */
export function figuresOn(
  statements: Statements,
  today: IsoDate,
): Pick<HomeView, 'total' | 'thisYear' | 'thisMonth' | 'withAttachments'> {
  const months = countsByMonth(statements);
  const sum = (counts: readonly MonthCount[]) => counts.reduce((all, { n }) => all + n, 0);
  return {
    total: sum(months),
    thisYear: sum(months.filter(({ month }) => month.startsWith(today.slice(0, 4)))),
    thisMonth: sum(months.filter(({ month }) => month === today.slice(0, 7))),
    withAttachments: months.reduce((all, { with_files }) => all + with_files, 0),
  };
}

export function statisticsView(statements: Statements, today: IsoDate): StatisticsView {
  const year = today.slice(0, 4);
  const counts = countsByMonth(statements);
  const byMonth = new Map(counts.map(({ month, n }) => [month, n]));
  const years = new Map<string, { year: string; count: number; withAttachments: number }>();
  for (const { month, n, with_files } of counts) {
    const key = month.slice(0, 4);
    const { count = 0, withAttachments = 0 } = years.get(key) ?? {};
    years.set(key, { year: key, count: count + n, withAttachments: withAttachments + with_files });
  }
  return {
    tags: [tags.home],
    total: counts.reduce((all, { n }) => all + n, 0),
    year,
    months: lastMonths(today, MONTHS_SHOWN).map((month) => ({ month, count: byMonth.get(month) ?? 0 })),
    years: [...years.values()].reverse(),
    organs: figuresOfOrgans(statements, year),
    categories: figuresOfCategories(statements, year),
  };
}

/** Oldest first. There are as many rows as months in which anything was published. */
function countsByMonth(statements: Statements): MonthCount[] {
  return statements.all<MonthCount>('SELECT month, n, with_files FROM month_count ORDER BY month');
}

/** Sections, by their names without that of the department. */
function figuresOfOrgans(statements: Statements, year: string): Figure[] {
  const rows = figures(statements, year, 'organ', `${IS_SECTION} ORDER BY total DESC, t.ord, t.code`);
  return rows.map(({ above, ...figure }) => ({
    ...figure,
    name: above === null ? figure.name : sectionName(figure, { name: above }),
  }));
}

/** The second level of the catalogue, and what of the first has nothing below it, in their order. */
function figuresOfCategories(statements: Statements, year: string): Figure[] {
  return figures(
    statements,
    year,
    'category',
    `(t.parent IS NULL AND NOT EXISTS (SELECT 1 FROM category c WHERE c.parent = t.document_id)
      OR p.document_id IS NOT NULL AND p.parent IS NULL)
     ORDER BY coalesce(p.ord, t.ord), coalesce(p.code, t.code), t.ord, t.code`,
  ).map(({ above: _, ...figure }) => figure);
}

/** What `which` lets pass and has any items, each with the name of what is above it. */
function figures(
  statements: Statements,
  year: string,
  table: 'organ' | 'category',
  which: string,
): (Figure & { above: string | null })[] {
  return statements.all(
    `SELECT t.code, t.name, p.name AS above,
       (SELECT sum(n) FROM listing_count WHERE list = t.document_id) AS total,
       (SELECT coalesce(sum(n), 0) FROM listing_count WHERE list = t.document_id AND year = ?) AS thisYear
     FROM ${table} t LEFT JOIN ${table} p ON p.document_id = t.parent
     WHERE total > 0 AND ${which}`,
    year,
  );
}

/** Up to the month of a day, oldest first. */
function lastMonths(today: IsoDate, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const last = year * 12 + month - 1;
  return Array.from({ length: count }, (_, at) => {
    const each = last - count + 1 + at;
    return `${Math.floor(each / 12)}-${String((each % 12) + 1).padStart(2, '0')}`;
  });
}
