import { validityOn, type IsoDate, type ItemType, type Validity } from 'disclosure-contract';
import type { Statements } from './rows.ts';
import type { Facets, FacetValue } from './views.ts';

interface FactsRow {
  readonly year: string;
  readonly genre: string;
  readonly subject: string;
  readonly type: ItemType;
  readonly has_files: number;
  readonly effective_on: string | null;
  readonly repealed_on: string | null;
  readonly stated_validity: Validity | null;
}

/**
 * How many of the items with these numbers each filter would leave. It reads as many rows as there are numbers, whatever
 * the size of the archive.
 */
export function countFacets(statements: Statements, ids: readonly number[], today: IsoDate): Facets {
  const numbers = JSON.stringify(ids);
  const facts = statements.all<FactsRow>(
    `SELECT substr(listed_on, 1, 4) AS year, genre, subject, item.type, has_files, effective_on, repealed_on, stated_validity
     FROM json_each(?) JOIN item INDEXED BY item_facts ON item.id = json_each.value`,
    numbers,
  );
  const lists = statements.all<FacetValue & { readonly isCategory: number }>(
    `SELECT coalesce(category.code, organ.code) AS value, n AS count, category.code IS NOT NULL AS isCategory FROM (
       SELECT list, count(*) AS n FROM json_each(?) JOIN listing ON listing.item = json_each.value GROUP BY list
     ) LEFT JOIN category ON category.document_id = list LEFT JOIN organ ON organ.document_id = list
     WHERE value IS NOT NULL ORDER BY n DESC, coalesce(category.ord, organ.ord), value`,
    numbers,
  );
  const inLists = (isCategory: number) =>
    lists.filter((list) => list.isCategory === isCategory).map(({ value, count }) => ({ value, count }));
  const counted = (valueOf: (row: FactsRow) => string | null) => mostFirst(countBy(facts, valueOf));
  return {
    category: inLists(1),
    organ: inLists(0),
    year: counted(({ year }) => year).sort((one, other) => Number(other.value) - Number(one.value)),
    genre: counted(({ genre }) => genre),
    subject: counted(({ subject }) => subject),
    validity: counted((row) => validityOn(validityFacts(row), today)),
    type: counted(({ type }) => type),
    files: counted((row) => (row.has_files === 1 ? 'yes' : null)),
  };
}

function validityFacts(row: FactsRow) {
  return { effectiveOn: row.effective_on, repealedOn: row.repealed_on, statedValidity: row.stated_validity };
}

function countBy(rows: readonly FactsRow[], valueOf: (row: FactsRow) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function mostFirst(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
}
