import { addresses } from '../addresses.ts';
import type { IsoDate } from '../dates.ts';
import type { Label } from '../vocabulary.ts';
import { COLUMN_KINDS, HOME_LIMIT, TOLD_AHEAD_DAYS, type ColumnKind } from './column-kinds.ts';
import type { InspectionFinding } from './finding.ts';
import { found } from './found.ts';
import { daysFrom, freshUntil, lengthOf, wordsFor, type FreshnessLimit } from './freshness-limit.ts';
import type { InspectedColumn, InspectedSite, InspectionTerms } from './inspected-site.ts';
import { VETO_COUNTS } from './rules.ts';

/** 首页不更新, 栏目不更新, 空白栏目: what is out of date, and what soon will be. */
export function inspectColumns(site: InspectedSite, terms: InspectionTerms): InspectionFinding[] {
  const limited = site.columns.flatMap((column) => limitedColumn(column, terms) ?? []);
  const stale = limited.filter(({ left }) => left < 0);
  const empty = site.columns.filter(({ isLeaf, count }) => isLeaf && count === 0);
  return [
    ...inspectHome(site, terms),
    ...vetoOf('news_columns_stale', stale.filter(({ isNews }) => isNews).map(nameOf)),
    ...vetoOf('columns_stale', stale.map(nameOf)),
    ...vetoOf(
      'columns_empty',
      empty.map(({ name }) => name),
    ),
    ...limited.flatMap(findingOf),
    ...empty.map(({ name, place }) => found('column_empty', place, { column: name })),
  ];
}

function inspectHome({ homeNewestOn }: InspectedSite, { day }: InspectionTerms): InspectionFinding[] {
  if (homeNewestOn === undefined) return [];
  const days = lengthOf(HOME_LIMIT);
  const none = { zh: '（没有日期）', en: '(no day is given)' };
  if (homeNewestOn === null) return [found('home_stale', addresses.home(), { newest: none, days })];
  const dueOn = freshUntil(homeNewestOn, HOME_LIMIT);
  const left = daysFrom(day, dueOn);
  const words = { newest: homeNewestOn, days, left: left + 1 };
  if (left < 0) return [found('home_stale', addresses.home(), words, dueOn)];
  return left < toldAhead(HOME_LIMIT) ? [found('home_due', addresses.home(), words, dueOn)] : [];
}

interface LimitedColumn {
  readonly column: InspectedColumn;
  readonly newestOn: IsoDate;
  readonly kind: Label;
  readonly isNews: boolean;
  readonly limit: FreshnessLimit;
  readonly dueOn: IsoDate;
  /** Days until it has to be updated; less than none when it is too late. */
  readonly left: number;
}

/** Null for a column that has no limit, or nothing in it. */
function limitedColumn(column: InspectedColumn, { day, limits }: InspectionTerms): LimitedColumn | null {
  const kind = kindOf(column, day);
  const own = limits?.get(column.code);
  const limit = own === undefined ? kind?.limit : own;
  if (limit === undefined || limit === null || column.newestOn === null) return null;
  const dueOn = freshUntil(column.newestOn, limit);
  return {
    column,
    newestOn: column.newestOn,
    kind: kind?.name ?? { zh: '自行设定', en: 'own limit' },
    isNews: kind?.isNews ?? false,
    limit,
    dueOn,
    left: daysFrom(day, dueOn),
  };
}

/** By its code where the code is one of the standard catalogue, else by what it is called. */
export function kindOf({ code, name }: Pick<InspectedColumn, 'code' | 'name'>, day: IsoDate): ColumnKind | undefined {
  const kinds = COLUMN_KINDS.filter(({ norm }) => norm.since <= day);
  return kinds.find(({ codes }) => codes.includes(code)) ?? kinds.find(({ called }) => called.test(name));
}

function findingOf({ column, newestOn, kind, limit, dueOn, left }: LimitedColumn): InspectionFinding[] {
  if (left >= toldAhead(limit)) return [];
  const words = { column: column.name, kind, newest: newestOn, limit: wordsFor(limit), left: left + 1 };
  return [found(left < 0 ? 'column_stale' : 'column_due', column.place, words, dueOn)];
}

function toldAhead(limit: FreshnessLimit): number {
  return Math.min(TOLD_AHEAD_DAYS, Math.ceil(lengthOf(limit) / 2));
}

function vetoOf(rule: keyof typeof VETO_COUNTS, columns: readonly string[]): InspectionFinding[] {
  const limit = VETO_COUNTS[rule];
  if (columns.length < limit) return [];
  return [found(rule, addresses.catalogue(), { count: columns.length, limit, columns: columns.join('、') })];
}

function nameOf({ column }: LimitedColumn): string {
  return column.name;
}
