import {
  HitMarker,
  numberKey,
  searchTerms,
  textOfHtml,
  textOfRecord,
  toMatch,
  validityOn,
  type ExcerptPart,
  type IsoDate,
  type Item,
  type SearchTerms,
  type Validity,
} from 'disclosure-contract';
import type { SQLInputValue } from 'node:sqlite';
import { ENTRY_COLUMNS, ENTRY_JOINS, toEntry, type EntryRow } from './entry-rows.ts';
import { countFacets } from './facets.ts';
import { firstItemNumber } from './item-number.ts';
import type { Statements } from './rows.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from './views.ts';

const HITS_PER_PAGE = 20;
/** Nobody turns to later hits, and it bounds the work of one query. Of more, the newest are shown. */
const MOST_HITS = 1000;

interface Condition {
  readonly sql: string;
  readonly values: SQLInputValue[];
}

/** Where numbers of items come from, in order of the days on which they were listed. */
interface Source extends Condition {
  readonly table: 'item' | 'search' | 'search_title' | 'search_character';
}

/**
 * Full-text search with filters. An empty text lists everything that the filters leave. An item whose number is the query
 * comes first; by relevance, those follow that have all words in their title or keywords; the newest come first in each.
 */
export function searchItems(
  statements: Statements,
  query: SearchQuery,
  today: IsoDate,
  mostHits = MOST_HITS,
): Omit<SearchAnswer, 'didYouMean'> {
  const asksForText = query.text.trim() !== '';
  const terms = searchTerms(query.text);
  if (asksForText && terms === null) {
    return { total: 0, hasMore: false, facets: countFacets(statements, [], today), hits: [], page: 1, pages: 0 };
  }

  // One more than is shown tells whether there are more.
  const find = (source: Source) => findNewest(statements, source, { query, today, limit: mostHits + 1 });
  const numbered = asksForText ? find(itemsNumbered(query.text)) : [];
  const titled = terms !== null && query.sort === 'relevance' ? find(itemsTitled(terms)) : [];
  const found = [...new Set([...numbered, ...titled, ...find(terms === null ? EVERY_ITEM : itemsWith(terms))])];

  const ids = found.slice(0, mostHits);
  const pages = Math.ceil(ids.length / HITS_PER_PAGE);
  const marker = new HitMarker(query.text);
  const page = Math.min(Math.max(1, query.page), Math.max(1, pages));
  return {
    total: ids.length,
    hasMore: found.length > ids.length,
    facets: countFacets(statements, ids, today),
    hits: ids
      .slice((page - 1) * HITS_PER_PAGE, page * HITS_PER_PAGE)
      .map((id) => getHit(statements, id, { marker, isNumberHit: numbered.includes(id), today })),
    page,
    pages,
  };
}

/** Numbers of the newest items that a search finds, at most `limit`, the newest first. Its order and page say nothing here. */
export function newestItems(statements: Statements, query: SearchQuery, today: IsoDate, limit: number): number[] {
  const asksForText = query.text.trim() !== '';
  const terms = searchTerms(query.text);
  if (asksForText && terms === null) return [];
  const find = (source: Source) => findNewest(statements, source, { query, today, limit });
  const numbered = asksForText ? find(itemsNumbered(query.text)) : [];
  const found = new Set([...numbered, ...find(terms === null ? EVERY_ITEM : itemsWith(terms))]);
  return [...found].sort((one, other) => other - one).slice(0, limit);
}

const EVERY_ITEM: Source = { table: 'item', sql: 'TRUE', values: [] };

/** Items whose document number or index number is the text, however its brackets and widths are written. */
function itemsNumbered(text: string): Source {
  const key = numberKey(text.trim());
  return { table: 'item', sql: '(item.number_key = ? OR item.index_key = ?)', values: [key, key] };
}

function itemsTitled(terms: SearchTerms): Source {
  return { table: 'search_title', sql: 'search_title MATCH ?', values: [toMatch(terms)] };
}

function itemsWith({ phrases, characters }: SearchTerms): Source {
  const ofPhrases = phrases.join(' AND ');
  const ofCharacters = characters.map((character) => `"${character}"`).join(' AND ');
  if (phrases.length === 0) {
    return { table: 'search_character', sql: 'search_character MATCH ?', values: [ofCharacters] };
  }
  if (characters.length === 0) return { table: 'search', sql: 'search MATCH ?', values: [ofPhrases] };
  return {
    table: 'search',
    // The plus keeps SQLite from asking for the phrases anew for every item that has the characters.
    sql: `search MATCH ? AND +search.rowid IN (
      SELECT rowid FROM search_character WHERE search_character MATCH ?
    )`,
    values: [ofPhrases, ofCharacters],
  };
}

interface Scope {
  readonly query: SearchQuery;
  readonly today: IsoDate;
  readonly limit: number;
}

/** The number of an item says when it was listed, so that every source gives the newest first without sorting. */
function findNewest(statements: Statements, source: Source, { query, today, limit }: Scope): number[] {
  const key = source.table === 'item' ? 'item.id' : `${source.table}.rowid`;
  const ofItems = itemFilters(query, today);
  const conditions = [source, ...listFilters(query, key), ...ofItems];
  const readsItems = ofItems.length > 0 && source.table !== 'item';
  return statements
    .all<{ id: number }>(
      `SELECT ${key} AS id FROM ${source.table} ${readsItems ? `CROSS JOIN item ON item.id = ${key}` : ''}
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY ${key} DESC LIMIT ?`,
      ...conditions.flatMap(({ values }) => values),
      limit,
    )
    .map((row) => row.id);
}

/** Filters that are asked by the number of an item alone. */
function listFilters({ category, organ, year }: SearchQuery, key: string): Condition[] {
  const filters: Condition[] = [];
  const inListOf = (table: 'category' | 'organ', code: string) =>
    filters.push({
      sql: `+${key} IN (SELECT item FROM listing WHERE list = (SELECT document_id FROM ${table} WHERE code = ?))`,
      values: [code],
    });
  if (category) inListOf('category', category);
  if (organ) inListOf('organ', organ);
  if (year) {
    const values = [firstItemNumber(year), firstItemNumber(String(Number(year) + 1))];
    filters.push({ sql: `${key} >= ? AND ${key} < ?`, values });
  }
  return filters;
}

function itemFilters({ genre, subject, validity, type, files }: SearchQuery, today: IsoDate): Condition[] {
  const filters: Condition[] = [];
  if (genre) filters.push({ sql: 'item.genre = ?', values: [genre] });
  if (subject) filters.push({ sql: 'item.subject = ?', values: [subject] });
  if (validity) filters.push(validityCondition(validity, today));
  if (type) filters.push({ sql: 'item.type = ?', values: [type] });
  if (files) filters.push({ sql: 'item.has_files = 1', values: [] });
  return filters;
}

interface HitRow extends EntryRow {
  effective_on: string | null;
  repealed_on: string | null;
  stated_validity: Validity | null;
  json: string;
}

interface Asked {
  readonly marker: HitMarker;
  readonly isNumberHit: boolean;
  readonly today: IsoDate;
}

function getHit(statements: Statements, id: number, { marker, isNumberHit, today }: Asked): SearchHit {
  const row = statements.get<HitRow>(
    `SELECT ${ENTRY_COLUMNS}, item.effective_on, item.repealed_on, item.stated_validity, item_content.json
     FROM item JOIN item_content ON item_content.id = item.id ${ENTRY_JOINS} WHERE item.id = ?`,
    id,
  );
  if (row === undefined) throw new RangeError(`The search index names item ${id}, which is not in the store`);
  return {
    ...toEntry(row),
    validity: validityOn(
      { effectiveOn: row.effective_on, repealedOn: row.repealed_on, statedValidity: row.stated_validity },
      today,
    ),
    titleParts: marker.mark(row.title),
    excerptParts: excerptOf(JSON.parse(row.json) as Item, marker),
    isNumberHit,
  };
}

/** Of the first part of the item that has a hit, else the beginning of its body. */
function excerptOf(item: Item, marker: HitMarker): ExcerptPart[] {
  const { body, abstract, keywords, docNo, attachments, record } = item;
  const hasHit = (parts: readonly ExcerptPart[]) => parts.some(({ isHit }) => isHit);
  const ofBody = marker.excerpt(textOfHtml(body).replaceAll('\n', ' '));
  if (hasHit(ofBody)) return ofBody;
  const ofFiles = attachments.flatMap(({ accessibleText }) => accessibleText?.replaceAll('\n', ' ') ?? []);
  const ofRecord = record === null ? '' : textOfRecord(record).replaceAll('\n', ' ');
  const others = [abstract ?? '', keywords.join('　'), docNo ?? '', ofRecord, ...ofFiles];
  const [first] = others.filter((part) => part !== '').map((part) => marker.excerpt(part));
  const found = others.map((part) => marker.excerpt(part)).find(hasHit) ?? excerptOfReadings(item, marker);
  return found ?? (ofBody.length > 0 ? ofBody : (first ?? []));
}

/** Of the first file with a hit: they may be long, so none is read in vain. */
function excerptOfReadings({ readings }: Item, marker: HitMarker): ExcerptPart[] | undefined {
  for (const { html } of readings) {
    const excerpt = html === null ? [] : marker.excerpt(textOfHtml(html).replaceAll('\n', ' '));
    if (excerpt.some(({ isHit }) => isHit)) return excerpt;
  }
  return undefined;
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
