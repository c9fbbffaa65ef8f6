import { riskPointSchema, searchTerms, toMatch, type Adjustment, type Power } from 'disclosure-contract';
import { POWER_KINDS, RISK_LEVELS } from 'disclosure-contract/flow';
import type { SQLInputValue } from 'node:sqlite';
import type { Statements } from './rows.ts';
import { tags } from './tags.ts';
import type {
  AdjustmentEntry,
  AdjustmentsView,
  ItemLink,
  PowerEntry,
  PowerFilter,
  PowersView,
  Reference,
  RiskEntry,
  RiskFilter,
  RisksView,
} from './views.ts';

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Columns that every list of this file has, of `item` and its organs. */
export const ITEM_COLUMNS = `item.slug, item.type, item.title, p.code AS publisher_code, p.name AS publisher_name,
  r.code AS responsible_code, r.name AS responsible_name`;
export const ORGAN_JOINS = `LEFT JOIN organ p ON p.document_id = item.publisher LEFT JOIN organ r ON r.document_id = item.responsible`;
/** 承办机构, and where none is named, 实施主体. */
const SECTION = 'coalesce(r.code, p.code)';

/** A row with {@link ITEM_COLUMNS}. */
export interface ItemRow extends ItemLink {
  readonly publisher_code: string | null;
  readonly publisher_name: string | null;
  readonly responsible_code: string | null;
  readonly responsible_name: string | null;
}

/** 权责清单. The flows of the powers are not read for it. */
export function powersView(statements: Statements, filter: PowerFilter): PowersView {
  const conditions = powerConditions(filter);
  const rows = statements.all<ItemRow & Pick<Power, 'code' | 'kind' | 'level'> & PowerRow>(
    `SELECT ${ITEM_COLUMNS}, power.code, power.kind, power.level, power.last_adjustment,
       g.slug AS guide_slug, g.title AS guide_title
     FROM power JOIN item ON item.id = power.item ${ORGAN_JOINS}
     LEFT JOIN item g ON g.id = (
       SELECT max(guide.id) FROM connection JOIN item guide ON guide.document_id = connection.item
       WHERE connection.other = item.document_id AND guide.type = 'guide'
     )
     WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY power.code, item.slug`,
    ...conditions.flatMap(({ values }) => values),
  );
  const entries = rows
    .map(toPower)
    .sort((one, other) => rankOf(POWER_KINDS, one.kind) - rankOf(POWER_KINDS, other.kind));
  return {
    tags: [tags.powers],
    entries,
    total: countOf(statements, 'power'),
    sections: sectionsOf(statements, 'power'),
  };
}

/** 廉政风险点. */
export function risksView(statements: Statements, { section, level }: RiskFilter): RisksView {
  const conditions: Condition[] = [{ sql: 'TRUE', values: [] }];
  if (section !== undefined) conditions.push({ sql: `${SECTION} = ?`, values: [section] });
  if (level !== undefined) conditions.push({ sql: 'risk_point.level = ?', values: [level] });
  return {
    tags: [tags.powers],
    entries: riskEntries(statements, {
      sql: conditions.map(({ sql }) => sql).join(' AND '),
      values: conditions.flatMap(({ values }) => values),
    }),
    total: countOf(statements, 'risk_point'),
    sections: sectionsOf(statements, 'risk_point'),
  };
}

/** By section, the highest level first. */
export function riskEntries(statements: Statements, { sql, values }: Condition): RiskEntry[] {
  const entries = statements
    .all<ItemRow & { record: string; power_slug: string | null; power_title: string | null }>(
      `SELECT ${ITEM_COLUMNS}, json_extract(item_content.json, '$.record') AS record,
         power.slug AS power_slug, power.title AS power_title
       FROM risk_point JOIN item ON item.id = risk_point.item JOIN item_content ON item_content.id = item.id ${ORGAN_JOINS}
       LEFT JOIN item power ON power.document_id = risk_point.power AND power.type = 'power'
       WHERE ${sql} ORDER BY coalesce(r.ord, p.ord), ${SECTION}, item.index_no, item.slug`,
      ...values,
    )
    .map((row) => ({
      ...organsOf(row),
      risk: riskPointSchema.parse(JSON.parse(row.record)),
      power:
        row.power_slug === null ? null : { slug: row.power_slug, type: 'power' as const, title: row.power_title ?? '' },
    }))
    .map((entry) => ({ entry, section: (entry.responsible ?? entry.publisher).code }));
  const sections = [...new Set(entries.map(({ section }) => section))];
  return entries
    .sort((one, other) => {
      const bySection = sections.indexOf(one.section) - sections.indexOf(other.section);
      return bySection || rankOf(RISK_LEVELS, one.entry.risk.level) - rankOf(RISK_LEVELS, other.entry.risk.level);
    })
    .map(({ entry }) => entry);
}

/** 动态调整: of a year, or of the newest one in which anything was adjusted. */
export function adjustmentsView(statements: Statements, asked: string | null): AdjustmentsView | null {
  const years = statements.all<{ year: string; count: number }>(
    'SELECT substr(made_on, 1, 4) AS year, count(*) AS count FROM adjustment GROUP BY 1 ORDER BY 1 DESC',
  );
  const year = asked ?? years[0]?.year ?? null;
  if (asked !== null && years.every((each) => each.year !== asked)) return null;
  const rows = statements.all<ItemRow & AdjustmentRow>(
    `SELECT ${ITEM_COLUMNS}, power.code, power.kind AS power_kind, adjustment.kind, adjustment.made_on,
       adjustment.basis, adjustment.note
     FROM adjustment JOIN power ON power.item = adjustment.item JOIN item ON item.id = adjustment.item ${ORGAN_JOINS}
     WHERE adjustment.made_on >= ? AND adjustment.made_on < ?
     ORDER BY adjustment.made_on DESC, power.code, item.slug, adjustment.n DESC`,
    year,
    year === null ? null : String(Number(year) + 1),
  );
  return { tags: [tags.powers], year, years, entries: rows.map(toAdjustment) };
}

/** Powers that an organ is responsible for, or publishes where nobody else is. */
export function powersOf(statements: Statements, organ: string): number {
  const row = statements.get<{ n: number }>(
    'SELECT count(*) AS n FROM power JOIN item ON item.id = power.item WHERE coalesce(item.responsible, item.publisher) = ?',
    organ,
  );
  return row?.n ?? 0;
}

interface PowerRow {
  last_adjustment: Adjustment['kind'] | null;
  guide_slug: string | null;
  guide_title: string | null;
}

interface AdjustmentRow {
  code: string;
  power_kind: Power['kind'];
  kind: Adjustment['kind'];
  made_on: string;
  basis: string;
  note: string;
}

function powerConditions({ text = '', kind, section, level }: PowerFilter): Condition[] {
  const conditions: Condition[] = [{ sql: 'TRUE', values: [] }];
  if (kind !== undefined) conditions.push({ sql: 'power.kind = ?', values: [kind] });
  if (section !== undefined) conditions.push({ sql: `${SECTION} = ?`, values: [section] });
  if (level !== undefined) conditions.push({ sql: 'power.level = ?', values: [level] });
  if (text.trim() === '') return conditions;
  const terms = searchTerms(text);
  const found = terms === null ? null : toMatch(terms);
  if (found === null) return [...conditions, { sql: 'FALSE', values: [] }];
  return [...conditions, { sql: 'power.item IN (SELECT rowid FROM search WHERE search MATCH ?)', values: [found] }];
}

function toPower(row: ItemRow & Pick<Power, 'code' | 'kind' | 'level'> & PowerRow): PowerEntry {
  const { code, kind, level, last_adjustment: lastAdjustment, guide_slug: guideSlug } = row;
  const guide = guideSlug === null ? null : { slug: guideSlug, type: 'guide' as const, title: row.guide_title ?? '' };
  return { ...organsOf(row), code, kind, level, lastAdjustment, guide };
}

function toAdjustment(row: ItemRow & AdjustmentRow): AdjustmentEntry {
  const { slug, type, title, code, power_kind: kind, made_on: on, basis, note } = row;
  const { responsible, publisher } = organsOf(row);
  return {
    kind: row.kind,
    on,
    basis,
    note,
    power: { slug, type, title, code, kind },
    section: responsible ?? publisher,
  };
}

export function organsOf(row: ItemRow): ItemLink & { publisher: Reference; responsible: Reference | null } {
  const { slug, type, title } = row;
  return {
    slug,
    type,
    title,
    publisher: { code: row.publisher_code ?? '', name: row.publisher_name ?? '' },
    responsible:
      row.responsible_code === null ? null : { code: row.responsible_code, name: row.responsible_name ?? '' },
  };
}

function sectionsOf(statements: Statements, table: 'power' | 'risk_point'): Reference[] {
  return statements.all<Reference & Record<string, string>>(
    `SELECT code, name FROM organ WHERE document_id IN (
       SELECT coalesce(item.responsible, item.publisher) FROM ${table} JOIN item ON item.id = ${table}.item
     ) ORDER BY ord, code`,
  );
}

function countOf(statements: Statements, table: 'power' | 'risk_point'): number {
  return statements.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
}

function rankOf(vocabulary: Readonly<Record<string, unknown>>, code: string): number {
  return Object.keys(vocabulary).indexOf(code);
}
