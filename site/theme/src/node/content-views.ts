import {
  addresses,
  categorySchema,
  dayInChina,
  isForWebsite,
  itemSchema,
  organSchema,
  publicHistoryOf,
  termsOf,
  validityOn,
  type Category,
  type IsoInstant,
  type ItemType,
  type Organ,
} from 'disclosure-contract';
import type { ContentSource } from './content-snapshot.ts';
import { tombstoneAt } from './content-store.ts';
import { relatedTo } from './related.ts';
import { replacementsOf } from './replacements.ts';
import { adjustmentsView, powersOf, powersView, risksView } from './power-lists.ts';
import { yearsOfAdjustments } from './record-rows.ts';
import { powersOn, recordTags, recordView } from './record-views.ts';
import { didYouMean } from './did-you-mean.ts';
import { documentIdOf, ENTRY_COLUMNS, ENTRY_JOINS, organReference, toEntry, type EntryRow } from './entry-rows.ts';
import { newestOfAll, newestOfList, newestOfSearch } from './news-feeds.ts';
import type { Statements } from './rows.ts';
import { searchItems } from './search.ts';
import { servicesView } from './service-list.ts';
import { figuresOn, statisticsView } from './statistics.ts';
import { suggestionsFor } from './suggestions.ts';
import { tags } from './tags.ts';
import {
  LIST_PAGE_SIZE,
  SITEMAP_LENGTH,
  type ApplicationView,
  type CategoryNode,
  type CategoryView,
  type ContentViews,
  type Entry,
  type HomeView,
  type ItemAnswer,
  type ItemLink,
  type NumberedItem,
  type OrganNode,
  type OrganView,
  type Reference,
  type YearView,
} from './views.ts';

const HOME_LENGTH = 8;

/** What pages read. Every answer is computed from the store as it is; nothing is kept across a change. */
export function contentViews(store: ContentSource, now: () => IsoInstant): ContentViews {
  const { statements } = store;
  const today = () => dayInChina(now());
  const kept = keepUntilChange(store);
  const trailOf: TrailOf = (table, documentId) =>
    kept(`${table}:${documentId}`, () => trailTo(statements, table, documentId));

  const categoryOf: CategoryOf = (documentId) =>
    kept(`facts:${documentId}`, () => categoryBy(statements, 'document_id', documentId));

  function newestOf(list: string): Entry[] {
    return statements
      .all<EntryRow>(
        `SELECT ${ENTRY_COLUMNS} FROM (
           SELECT item FROM listing WHERE list = ? ORDER BY year DESC, listed_on DESC, index_no DESC LIMIT ?
         ) l JOIN item ON item.id = l.item ${ENTRY_JOINS} ORDER BY item.listed_on DESC, item.index_no DESC`,
        list,
        LIST_PAGE_SIZE,
      )
      .map(toEntry);
  }

  return {
    home(): HomeView {
      const newest = statements.all<EntryRow>(
        `SELECT ${ENTRY_COLUMNS} FROM item ${ENTRY_JOINS} ORDER BY item.listed_on DESC, item.index_no DESC LIMIT ?`,
        HOME_LENGTH,
      );
      return {
        tags: [tags.home],
        newest: newest.map(toEntry),
        ...figuresOn(statements, today()),
        sections: categoryNodes(statements, null, 1),
        updatedAt: store.updatedAt,
      };
    },

    itemsBelow: (number, limit) =>
      statements.all<NumberedItem>(
        'SELECT id AS number, slug, type FROM item WHERE id < ? ORDER BY id DESC LIMIT ?',
        number,
        limit,
      ),

    item: (slug, type = 'item') => itemAnswer(statements, { trailOf, categoryOf }, { slug, type }, today()),

    tree: () =>
      kept('tree', () => ({
        tags: [tags.tree],
        roots: categoryNodes(statements, null, Number.POSITIVE_INFINITY),
        total: figuresOn(statements, today()).total,
      })),

    category(code): CategoryView | null {
      const category = categoryBy(statements, 'code', code);
      if (!category) return null;
      const trail = trailOf('category', category.documentId);
      const children = categoryNodes(statements, category.documentId, 1);
      return {
        tags: [
          ...trail.ids.map(tags.category),
          tags.facts(category.documentId),
          tags.newest(category.documentId),
          ...organTags([category.responsible]),
        ],
        category,
        trail: trail.references,
        responsible: organReference(statements, category.responsible),
        children,
        count: listLength(statements, category.documentId),
        years: statements.all<{ year: string; count: number }>(
          'SELECT year, n AS count FROM listing_count WHERE list = ? ORDER BY year DESC',
          category.documentId,
        ),
        newest: newestOf(category.documentId),
      };
    },

    categoryYear: (code, year, page) => yearView(statements, trailOf, code, year, page),

    organs: () => kept('organs', () => ({ tags: [tags.organs], roots: organNodes(statements, null) })),

    organ(code): OrganView | null {
      const row = statements.get<{ json: string }>('SELECT json FROM organ WHERE code = ?', code);
      if (!row) return null;
      const organ = organSchema.parse(JSON.parse(row.json));
      const trail = trailOf('organ', organ.documentId);
      return {
        tags: [...trail.ids.map(tags.organ), tags.newest(organ.documentId)],
        organ,
        trail: trail.references,
        children: organChildren(statements, organ.documentId),
        count: listLength(statements, organ.documentId),
        powers: powersOf(statements, organ.documentId),
        newest: newestOf(organ.documentId),
      };
    },

    application(): ApplicationView {
      const category = guideCategory(statements);
      const newest = category === null ? [] : newestOf(category);
      const guides = newest.flatMap(({ slug, type }) => {
        const answer = itemAnswer(statements, { trailOf, categoryOf }, { slug, type }, today());
        return answer.kind === 'item' ? [answer.view] : [];
      });
      return {
        tags: [
          tags.organs,
          tags.tree,
          ...(category === null ? [] : [tags.newest(category)]),
          ...guides.map(({ item }) => tags.item(item.documentId)),
        ],
        organs: allOrgans(statements).filter(({ applicationWays }) => applicationWays.length > 0),
        guides: guides.filter(({ validity }) => validity === 'valid'),
      };
    },

    venues: () => ({
      tags: [tags.organs],
      organs: allOrgans(statements).filter(({ venues }) => venues.length > 0),
    }),

    statistics: () => statisticsView(statements, today()),

    services: () => servicesView(statements),

    powers: (filter = {}) => powersView(statements, filter),

    risks: (filter = {}) => risksView(statements, filter),

    adjustments: (year) => adjustmentsView(statements, year),

    search(query) {
      const found = searchItems(statements, query, today());
      return { ...found, didYouMean: didYouMean(statements, query, today(), found.total) };
    },

    suggestions: (text) => suggestionsFor(statements, text),

    feed: () => ({ tags: [tags.feeds], entries: newestOfAll(statements), updatedAt: store.updatedAt }),

    categoryFeed(code) {
      const category = categoryBy(statements, 'code', code);
      return category && { category, ...newestOfList(statements, category.documentId) };
    },

    searchFeed: (query) => newestOfSearch(statements, query, today()),

    years: () =>
      kept('years', () =>
        statements
          .all<{ year: string }>('SELECT DISTINCT year FROM listing_count ORDER BY year DESC')
          .map(({ year }) => year),
      ),

    sitemap: () =>
      kept('sitemap', () => ({
        tags: [tags.sitemap],
        years: statements
          .all<{ year: string; lastModified: string; n: number }>(
            `SELECT substr(listed_on, 1, 4) AS year, max(published_at) AS lastModified, count(*) AS n FROM item
             GROUP BY 1 ORDER BY 1 DESC`,
          )
          .map(({ n, ...year }) => ({ ...year, parts: Math.ceil(n / SITEMAP_LENGTH) })),
      })),

    sitemapPages() {
      const categories = statements
        .all<{ json: string }>('SELECT json FROM category ORDER BY code')
        .map(({ json }) => categorySchema.parse(JSON.parse(json)))
        .filter(isForWebsite);
      const organs = statements.all<{ code: string }>('SELECT code FROM organ ORDER BY code');
      const paths = [
        addresses.home(),
        addresses.catalogue(),
        ...categories.map(({ code }) => addresses.category(code)),
        addresses.organs(),
        ...organs.map(({ code }) => addresses.organ(code)),
        addresses.apply(),
        addresses.venues(),
        addresses.statistics(),
        addresses.services(),
        addresses.powers(),
        addresses.risks(),
        addresses.powerChanges(),
        ...yearsOfAdjustments(statements).map((year) => addresses.powerChanges(year)),
        addresses.data(),
        addresses.accessibility(),
      ];
      return {
        tags: [tags.tree, tags.organs, tags.powers],
        entries: paths.map((path) => ({ path, lastModified: null })),
      };
    },

    sitemapYear(year, part) {
      // From the oldest, as lists are paged: an item that comes moves nothing in the parts before it.
      const rows = statements.all<{ slug: string; type: ItemType; lastModified: string }>(
        `SELECT slug, type, published_at AS lastModified FROM item WHERE listed_on >= ? AND listed_on < ?
         ORDER BY listed_on, index_no LIMIT ? OFFSET ?`,
        year,
        String(Number(year) + 1).padStart(4, '0'),
        SITEMAP_LENGTH,
        (part - 1) * SITEMAP_LENGTH,
      );
      if (rows.length === 0) return null;
      return {
        tags: [tags.sitemapYear(year)],
        entries: rows.map((row) => ({ path: addresses.item(row.slug, row.type), lastModified: row.lastModified })),
      };
    },
  };
}

function itemAnswer(
  statements: Statements,
  { trailOf, categoryOf }: { trailOf: TrailOf; categoryOf: CategoryOf },
  at: Pick<ItemLink, 'slug' | 'type'>,
  today: string,
): ItemAnswer {
  const row = statements.get<{ slug: string; type: ItemType; json: string; document_id: string }>(
    `SELECT item.slug, item.type, item.document_id, json FROM address JOIN item USING (document_id) JOIN item_content USING (id)
     WHERE address.slug = ?`,
    at.slug,
  );
  if (!row) return withdrawnAnswer(statements, at);
  const { slug, type } = row;
  if (slug !== at.slug || type !== at.type) return { kind: 'moved', slug, type, tags: [tags.item(row.document_id)] };

  const item = itemSchema.parse(JSON.parse(row.json));
  const [primary = ''] = item.categories;
  const trails = item.categories.map((category) => trailOf('category', category));
  const interpretedBy = statements.all<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM interpretation JOIN item ON item.document_id = interpretation.item ${ENTRY_JOINS}
     WHERE interprets = ? ORDER BY item.listed_on`,
    item.documentId,
  );
  const interprets = statements.all<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM interpretation JOIN item ON item.document_id = interpretation.interprets ${ENTRY_JOINS}
     WHERE interpretation.item = ? ORDER BY item.listed_on`,
    item.documentId,
  );
  const powers = powersOn(statements, item);
  const record = item.record && recordView(statements, item.documentId, item.record);
  const replacements = replacementsOf(statements, item.documentId);
  const named = [...interpretedBy.map(toEntry), ...powers, ...replacements.replaces, ...replacements.replacedBy];
  const linked = [...item.interprets, ...item.replaces, ...named.map(documentIdOf)];
  const related = item.record === null ? relatedTo(statements, item.documentId, new Set(linked)) : [];
  const shown = new Set([item.documentId, ...linked, ...related.map(documentIdOf)]);
  return {
    kind: 'item',
    view: {
      tags: [
        ...[...shown].map(tags.item),
        tags.near(item.documentId),
        ...new Set(trails.flatMap((trail) => trail.ids).map(tags.category)),
        tags.terms(primary),
        ...organTags([item.publisher, item.responsible]),
        ...(record === null ? [] : recordTags(statements, record, item.documentId)),
      ],
      item,
      listedOn: item.originalDate ?? dayInChina(item.firstPublishedAt),
      validity: validityOn(item, today),
      trail: trails[0]?.references ?? [],
      categories: trails.map((trail) => trail.references),
      publisher: organReference(statements, item.publisher) ?? { code: '', name: '' },
      responsible: organReference(statements, item.responsible),
      terms: termsOf(item, categoryOf(primary)),
      attachments: item.attachments.filter((file) => file.role === 'attachment'),
      interprets: interprets.map(toEntry),
      interpretedBy: interpretedBy.map(toEntry),
      replacements,
      related,
      history: publicHistoryOf(item),
      powers,
      record,
    },
  };
}

function withdrawnAnswer(statements: Statements, { slug, type }: Pick<ItemLink, 'slug' | 'type'>): ItemAnswer {
  const tombstone = tombstoneAt(statements, slug);
  if (!tombstone) return { kind: 'unknown' };
  if (tombstone.type !== type)
    return { kind: 'moved', slug, type: tombstone.type, tags: [tags.item(tombstone.documentId)] };
  const replacement = statements.get<ItemLink & Record<string, string>>(
    'SELECT item.slug, item.type, title FROM address JOIN item USING (document_id) WHERE address.slug = ?',
    tombstone.replacedBy,
  );
  return {
    kind: 'withdrawn',
    tombstone,
    replacement: replacement ?? null,
    tags: [tags.item(tombstone.documentId)],
  };
}

function yearView(
  statements: Statements,
  trailOf: TrailOf,
  code: string,
  year: string,
  page: number | null,
): YearView | null {
  const category = categoryBy(statements, 'code', code);
  if (!category) return null;
  const total = count(
    statements,
    'SELECT coalesce(sum(n), 0) AS n FROM listing_count WHERE list = ? AND year = ?',
    category.documentId,
    year,
  );
  const pages = Math.ceil(total / LIST_PAGE_SIZE);
  if (total === 0 || (page !== null && (page < 1 || page > pages))) return null;

  const rows = statements.all<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM (
       SELECT item FROM listing WHERE list = ?1 AND year = ?2
       ORDER BY listed_on ${page === null ? 'DESC' : 'ASC'}, index_no ${page === null ? 'DESC' : 'ASC'} LIMIT ?3 OFFSET ?4
     ) l JOIN item ON item.id = l.item ${ENTRY_JOINS} ORDER BY item.listed_on DESC, item.index_no DESC`,
    category.documentId,
    year,
    LIST_PAGE_SIZE,
    page === null ? 0 : (page - 1) * LIST_PAGE_SIZE,
  );
  const trail = trailOf('category', category.documentId);
  return {
    tags: [
      ...trail.ids.map(tags.category),
      tags.facts(category.documentId),
      page === null ? tags.year(category.documentId, year) : tags.yearPage(category.documentId, year, page),
    ],
    category,
    trail: trail.references,
    year,
    count: total,
    entries: rows.map(toEntry),
    page,
    newerPage: page !== null && page < pages ? page + 1 : null,
    olderPage: olderPage(page, pages, total),
  };
}

/** From the newest of a year on, the next older page is the one that holds its last entry, so that nothing is skipped. */
function olderPage(page: number | null, pages: number, total: number): number | null {
  if (page !== null) return page > 1 ? page - 1 : null;
  if (pages <= 1) return null;
  return Math.ceil((total - LIST_PAGE_SIZE) / LIST_PAGE_SIZE);
}

type CategoryOf = (documentId: string) => Category | null;

function categoryBy(statements: Statements, column: 'code' | 'document_id', value: string): Category | null {
  const row = statements.get<{ json: string }>(`SELECT json FROM category WHERE ${column} = ?`, value);
  return row ? categorySchema.parse(JSON.parse(row.json)) : null;
}

interface Trail {
  /** All that the trail depends on, those that are not there included: their coming changes it. */
  readonly ids: string[];
  /** From the root on, the end itself included. */
  readonly references: Reference[];
}

type TrailOf = (table: 'category' | 'organ', documentId: string) => Trail;

/** What nearly every page shows and few changes touch is computed once until something changes. */
function keepUntilChange(store: ContentSource): <Value>(key: string, compute: () => Value) => Value {
  const kept = new Map<string, unknown>();
  let version = store.version;
  return <Value>(key: string, compute: () => Value): Value => {
    if (version !== store.version) kept.clear();
    version = store.version;
    if (!kept.has(key)) kept.set(key, compute());
    return kept.get(key) as Value;
  };
}

function trailTo(statements: Statements, table: 'category' | 'organ', documentId: string): Trail {
  const rows = statements.all<{ parent: string | null; code: string; name: string }>(
    `WITH RECURSIVE above(parent, code, name, depth) AS (
       SELECT parent, code, name, 0 FROM ${table} WHERE document_id = ?
       UNION ALL
       SELECT t.parent, t.code, t.name, depth + 1 FROM ${table} t JOIN above ON t.document_id = above.parent
       WHERE depth < 20
     ) SELECT parent, code, name FROM above ORDER BY depth DESC`,
    documentId,
  );
  return {
    ids: [...new Set([documentId, ...rows.flatMap((row) => row.parent ?? [])])],
    references: rows.map(({ code, name }) => ({ code, name })),
  };
}

function categoryNodes(statements: Statements, parent: string | null, depth: number): CategoryNode[] {
  if (depth <= 0) return [];
  const rows = statements.all<{ json: string; count: number }>(
    `SELECT json, (SELECT coalesce(sum(n), 0) FROM listing_count WHERE list = document_id) AS count
     FROM category WHERE parent IS ? ORDER BY ord, code`,
    parent,
  );
  return rows
    .map(({ json, count }) => ({ category: categorySchema.parse(JSON.parse(json)), count }))
    .filter(({ category, count }) => count > 0 || isForWebsite(category))
    .map(({ category, count }) => ({
      code: category.code,
      name: category.name,
      count,
      description: category.description,
      children: categoryNodes(statements, category.documentId, depth - 1),
    }));
}

function organNodes(statements: Statements, parent: string | null): OrganNode[] {
  return organChildren(statements, parent).map((organ) => ({
    code: organ.code,
    name: organ.name,
    organ,
    count: listLength(statements, organ.documentId),
    children: organNodes(statements, organ.documentId),
  }));
}

function organChildren(statements: Statements, parent: string | null): Organ[] {
  return statements
    .all<{ json: string }>('SELECT json FROM organ WHERE parent IS ? ORDER BY ord, code', parent)
    .map((row) => organSchema.parse(JSON.parse(row.json)));
}

function allOrgans(statements: Statements): Organ[] {
  return statements
    .all<{ json: string }>('SELECT json FROM organ ORDER BY ord, code')
    .map((row) => organSchema.parse(JSON.parse(row.json)));
}

/** The category of the guide: the first that is marked as it. */
function guideCategory(statements: Statements): string | null {
  const row = statements.get<{ document_id: string }>(
    `SELECT document_id FROM category WHERE json_extract(json, '$.purpose') = 'guide' ORDER BY ord, code LIMIT 1`,
  );
  return row?.document_id ?? null;
}

function listLength(statements: Statements, list: string): number {
  return count(statements, 'SELECT coalesce(sum(n), 0) AS n FROM listing_count WHERE list = ?', list);
}

function organTags(organs: readonly (string | null)[]): string[] {
  return [...new Set(organs.filter((organ) => organ !== null))].map(tags.organ);
}

function count(statements: Statements, sql: string, ...values: string[]): number {
  return statements.get<{ n: number }>(sql, ...values)?.n ?? 0;
}
