import { excerpt, markHits, matchQuery, numberKey, validityOn, type IsoDate, type Validity } from 'disclosure-contract';
import type { SQLInputValue } from 'node:sqlite';
import { ENTRY_COLUMNS, ENTRY_JOINS, toEntry, type EntryRow } from './content-views.ts';
import type { Statements } from './rows.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from './views.ts';

const HITS_PER_PAGE = 20;
/** Nobody turns to a later page than this; it bounds the work of one query. */
const LAST_PAGE = 50;
/** Up to here every hit is ranked. Of more, the newest come first. */
const RANKED_HITS = 2000;
/** Totals are counted to here and not further. */
const COUNTED_HITS = 10_000;

interface HitRow extends EntryRow {
  id: number;
  effective_on: string | null;
  repealed_on: string | null;
  stated_validity: Validity | null;
}

interface Condition {
  readonly sql: string;
  readonly values: SQLInputValue[];
}

/**
 * Full-text search with filters. An empty text lists everything that the filters leave. Items whose number is the query
 * come before all others.
 */
export function searchItems(
  statements: Statements,
  query: SearchQuery,
  today: IsoDate,
  rankedHits = RANKED_HITS,
): SearchAnswer {
  const match = matchQuery(query.text);
  const hasText = query.text.trim() !== '';
  if (hasText && match === null) return { total: 0, hits: [], page: 1, pages: 0 };

  const filters = filterConditions(query, today);
  const numberHits = hasText ? findNumbers(statements, query.text, filters) : [];
  const rest = without(filters, numberHits);
  const restTotal = match === null ? countFiltered(statements, rest) : countMatches(statements, match, rest);
  const total = numberHits.length + restTotal;
  const pages = Math.min(LAST_PAGE, Math.ceil(total / HITS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), Math.max(1, pages));

  const from = (page - 1) * HITS_PER_PAGE;
  const numbered = numberHits.slice(from, from + HITS_PER_PAGE);
  const slice = { limit: HITS_PER_PAGE - numbered.length, offset: Math.max(0, from - numberHits.length) };
  const sort = restTotal > rankedHits ? 'walk' : query.sort;
  const rows = hitRows(statements, { match, sort, filters: rest, slice });
  return {
    total,
    hits: [
      ...numbered.map((row) => toHit(statements, row, query.text, true, today)),
      ...rows.map((row) => toHit(statements, row, query.text, false, today)),
    ],
    page,
    pages,
  };
}

function without(filters: Condition, rows: readonly HitRow[]): Condition {
  if (rows.length === 0) return filters;
  return {
    sql: `${filters.sql} AND item.id NOT IN (${rows.map(() => '?').join(', ')})`,
    values: [...filters.values, ...rows.map((row) => row.id)],
  };
}

function toHit(statements: Statements, row: HitRow, text: string, isNumberHit: boolean, today: IsoDate): SearchHit {
  const body = statements.get<{ text: string }>('SELECT text FROM item_content WHERE id = ?', row.id)?.text ?? '';
  return {
    ...toEntry(row),
    validity: validityOn(
      { effectiveOn: row.effective_on, repealedOn: row.repealed_on, statedValidity: row.stated_validity },
      today,
    ),
    titleParts: markHits(row.title, text),
    excerptParts: excerpt(body.replaceAll('\n', ' '), text),
    isNumberHit,
  };
}

/** Items whose document number or index number is the query, however its brackets and widths are written. */
function findNumbers(statements: Statements, text: string, filters: Condition): HitRow[] {
  const key = numberKey(text.trim());
  if (!/\d/.test(key)) return [];
  return statements.all<HitRow>(
    `SELECT item.id, ${ENTRY_COLUMNS}, item.effective_on, item.repealed_on, item.stated_validity
     FROM item ${ENTRY_JOINS} WHERE (item.number_key = ? OR item.index_key = ?) AND ${filters.sql}
     ORDER BY item.listed_on DESC, item.index_no DESC LIMIT ?`,
    key,
    key,
    ...filters.values,
    HITS_PER_PAGE,
  );
}

interface Walk {
  readonly match: string | null;
  /** `walk`: so many match that looking at the items by date is quicker than sorting the matches. */
  readonly sort: SearchQuery['sort'] | 'walk';
  readonly filters: Condition;
  readonly slice: { readonly limit: number; readonly offset: number };
}

function hitRows(statements: Statements, { match, sort, filters, slice }: Walk): HitRow[] {
  const columns = `item.id, ${ENTRY_COLUMNS}, item.effective_on, item.repealed_on, item.stated_validity`;
  const newestFirst = 'item.listed_on DESC, item.index_no DESC';
  const bounds = [slice.limit, slice.offset];
  if (match === null) {
    return statements.all<HitRow>(
      `SELECT ${columns} FROM item ${ENTRY_JOINS} WHERE ${filters.sql} ORDER BY ${newestFirst} LIMIT ? OFFSET ?`,
      ...filters.values,
      ...bounds,
    );
  }
  if (sort === 'walk') {
    // The plus keeps SQLite from starting at the matches, which would have it sort them all.
    return statements.all<HitRow>(
      `SELECT ${columns} FROM (
         SELECT id FROM item WHERE ${filters.sql} AND +id IN (SELECT rowid FROM search WHERE search MATCH ?)
         ORDER BY listed_on DESC, index_no DESC LIMIT ? OFFSET ?
       ) JOIN item USING (id) ${ENTRY_JOINS} ORDER BY ${newestFirst}`,
      ...filters.values,
      match,
      ...bounds,
    );
  }
  const order = sort === 'date' ? newestFirst : `bm25(search, 8, 1), ${newestFirst}`;
  return statements.all<HitRow>(
    `SELECT ${columns} FROM search JOIN item ON item.id = search.rowid ${ENTRY_JOINS}
     WHERE search MATCH ? AND ${filters.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    match,
    ...filters.values,
    ...bounds,
  );
}

function countMatches(statements: Statements, match: string, filters: Condition): number {
  const join = filters.values.length === 0 ? '' : 'JOIN item ON item.id = search.rowid';
  return (
    statements.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM search ${join} WHERE search MATCH ? AND ${filters.sql} LIMIT ${COUNTED_HITS})`,
      match,
      ...filters.values,
    )?.n ?? 0
  );
}

function countFiltered(statements: Statements, filters: Condition): number {
  return (
    statements.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM item WHERE ${filters.sql} LIMIT ${COUNTED_HITS})`,
      ...filters.values,
    )?.n ?? 0
  );
}

function filterConditions(query: SearchQuery, today: IsoDate): Condition {
  const parts: string[] = [];
  const values: SQLInputValue[] = [];
  const add = (sql: string, ...given: SQLInputValue[]) => {
    parts.push(sql);
    values.push(...given);
  };
  if (query.category) {
    add(
      'item.id IN (SELECT item FROM listing WHERE list = (SELECT document_id FROM category WHERE code = ?))',
      query.category,
    );
  }
  if (query.organ)
    add(
      'item.id IN (SELECT item FROM listing WHERE list = (SELECT document_id FROM organ WHERE code = ?))',
      query.organ,
    );
  if (query.year) add('item.listed_on >= ? AND item.listed_on < ?', query.year, String(Number(query.year) + 1));
  if (query.genre) add('item.genre = ?', query.genre);
  if (query.subject) add('item.subject = ?', query.subject);
  if (query.validity) {
    const { sql, values: given } = validityCondition(query.validity, today);
    add(sql, ...given);
  }
  return { sql: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values };
}

/** The same rule as `validityOn()` of the contract, for the database. A test compares the two over all cases. */
export function validityCondition(validity: Validity, today: IsoDate): Condition {
  const repealed = 'item.repealed_on IS NOT NULL AND item.repealed_on <= ?';
  const stands = '(item.repealed_on IS NULL OR item.repealed_on > ?)';
  switch (validity) {
    case 'repealed':
      return { sql: `((${repealed}) OR item.stated_validity = 'repealed')`, values: [today] };
    case 'valid':
      return {
        sql: `${stands} AND (item.stated_validity = 'valid' OR (item.stated_validity IS NULL AND (item.effective_on IS NULL OR item.effective_on <= ?)))`,
        values: [today, today],
      };
    case 'not_yet':
      return {
        sql: `${stands} AND (item.stated_validity = 'not_yet' OR (item.stated_validity IS NULL AND item.effective_on > ?))`,
        values: [today, today],
      };
    case 'amended':
    case 'partly_invalid':
    case 'expired':
      return { sql: `${stands} AND item.stated_validity = ?`, values: [today, validity] };
  }
}
