import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addresses,
  categorySchema,
  isForWebsite,
  itemSchema,
  parseAddress,
  type Addressed,
  type IsoDate,
  type IsoInstant,
  type Item,
  type ItemType,
} from 'disclosure-contract';
import {
  guideElements,
  kindOf,
  pageKindOf,
  type DeadLink,
  type InspectedColumn,
  type InspectedEntry,
  type InspectedGuide,
  type InspectedSite,
} from 'disclosure-contract/inspection';
import { pageFacts, type PageFacts } from './page-facts.ts';
import { fileOf } from './page-files.ts';
import type { Statements } from './rows.ts';

/** What the rules are applied to, without the network: the content store and the pages that are served. */
export interface InspectedContent {
  readonly statements: Statements;
  /** Folder of the pages. */
  readonly pages: string;
  readonly siteUrl: string;
}

/** Items whose record, links and days are read, the newest first: some ten seconds of a thread. */
const MOST_ITEMS = 100_000;
/** Pages of items whose HTML is read. All are made by the same templates. */
const MOST_PAGES = 200;

/** What a node knows of its site. Addresses that only the server answers, and those outside, are not tried. */
export function readContent(content: InspectedContent, day: IsoDate): InspectedSite {
  const columns = columnsOf(content.statements);
  const pages = pagesOf(content, columns);
  const links = new DeadLinks(content);
  const walked = walkItems(content.statements, links);
  for (const page of pages) if (page.kind !== 'article') links.note(page.place, page.links);
  return {
    homeNewestOn:
      content.statements.get<{ day: IsoDate | null }>('SELECT max(listed_on) AS day FROM item')?.day ?? null,
    columns,
    pages,
    ...walked,
    annualReports: annualReportsOf(content.statements, columns, day),
    deadLinks: links.all(),
  };
}

function columnsOf(statements: Statements): InspectedColumn[] {
  return statements
    .all<{ code: string; name: string; json: string; count: number; children: number; newest: IsoDate | null }>(
      `SELECT code, name, json,
         (SELECT coalesce(sum(n), 0) FROM listing_count WHERE list = c.document_id) AS count,
         (SELECT count(*) FROM category below WHERE below.parent = c.document_id) AS children,
         (SELECT listed_on FROM listing WHERE list = c.document_id ORDER BY year DESC, listed_on DESC LIMIT 1) AS newest
       FROM category c ORDER BY code`,
    )
    .filter(({ json, count }) => count > 0 || isForWebsite(categorySchema.parse(JSON.parse(json))))
    .map(({ code, name, count, children, newest: newestOn }) => {
      return { code, name, place: addresses.category(code), count, isLeaf: children === 0, newestOn };
    });
}

function annualReportsOf(statements: Statements, columns: readonly InspectedColumn[], day: IsoDate) {
  const annual = columns.filter((column) => kindOf(column, day)?.codes.includes('annual-reports'));
  return annual.flatMap(({ code }) =>
    statements
      .all<{ slug: string; type: ItemType; title: string; shownOn: IsoDate }>(
        `SELECT slug, type, title, item.listed_on AS shownOn FROM listing JOIN item ON item.id = listing.item
         WHERE list = (SELECT document_id FROM category WHERE code = ?)`,
        code,
      )
      .map(({ slug, type, title, shownOn }) => ({ place: addresses.item(slug, type), title, shownOn })),
  );
}

interface ItemRow {
  readonly slug: string;
  readonly type: ItemType;
  readonly title: string;
  readonly shownOn: IsoDate;
  readonly firstPublishedAt: IsoInstant;
  readonly publishedAt: IsoInstant;
  readonly json: string;
}

/** Once through all items: their days, their links, and what guides say. */
function walkItems(statements: Statements, links: DeadLinks): Pick<InspectedSite, 'entries' | 'guides'> {
  const entries: InspectedEntry[] = [];
  const guides: InspectedGuide[] = [];
  const rows = statements.iterate<ItemRow>(
    `SELECT slug, type, title, listed_on AS shownOn, first_published_at AS firstPublishedAt,
       published_at AS publishedAt, json
     FROM item JOIN item_content USING (id) ORDER BY id DESC LIMIT ?`,
    MOST_ITEMS,
  );
  for (const { slug, type, json, ...row } of rows) {
    const place = addresses.item(slug, type);
    const item = JSON.parse(json) as Item;
    const { originalDate, writtenOn, body } = item;
    entries.push({ place, ...row, originalDate, writtenOn });
    links.note(place, hrefsIn(body));
    if (item.record?.type === 'guide') guides.push(guideOf(statements, place, itemSchema.parse(item)));
  }
  return { entries, guides };
}

function guideOf(statements: Statements, place: string, { title, record }: Item): InspectedGuide {
  if (record?.type !== 'guide') throw new Error('not a guide');
  const row = statements.get<{ json: string }>(
    'SELECT json FROM item JOIN item_content USING (id) WHERE document_id = ?',
    record.power,
  );
  const power = row === undefined ? null : itemSchema.parse(JSON.parse(row.json)).record;
  return { place, name: title, elements: guideElements(title, record, power?.type === 'power' ? power : null) };
}

/** Bodies are sanitised: this is how their links are written. */
function hrefsIn(body: string): string[] {
  return [...body.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

/** The home page, every column, and the newest items, as far as they stand on disk. */
function pagesOf(content: InspectedContent, columns: readonly InspectedColumn[]): PageFacts[] {
  const newest = content.statements.all<{ slug: string; type: ItemType }>(
    'SELECT slug, type FROM item ORDER BY id DESC LIMIT ?',
    MOST_PAGES,
  );
  const paths = [
    addresses.home(),
    addresses.catalogue(),
    addresses.organs(),
    addresses.statistics(),
    addresses.accessibility(),
    ...columns.map(({ place }) => place),
    ...newest.map(({ slug, type }) => addresses.item(slug, type)),
  ];
  return paths.flatMap((path) => {
    const html = textIn(join(content.pages, fileOf(path)));
    return html === null ? [] : [pageFacts(html, path, pageKindOf)];
  });
}

/** A page may go while the others are read. */
function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Links to items, files, categories and organs of the site that are not there. */
class DeadLinks {
  readonly #content: InspectedContent;
  readonly #isThere = new Map<string, boolean>();
  readonly #dead = new Map<string, [string, ...string[]]>();

  constructor(content: InspectedContent) {
    this.#content = content;
  }

  note(place: string, links: readonly string[]): void {
    const site = new URL(this.#content.siteUrl);
    for (const link of new Set(links)) {
      const url = URL.parse(link, new URL(place, site).href);
      if (url?.origin !== site.origin || this.#leadsSomewhere(url.pathname)) continue;
      const known = this.#dead.get(url.pathname);
      if (known === undefined) this.#dead.set(url.pathname, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  }

  all(): DeadLink[] {
    return [...this.#dead].map(([href, from]) => ({ from, href, isOutside: false, status: '404' }));
  }

  #leadsSomewhere(path: string): boolean {
    const known = this.#isThere.get(path);
    if (known !== undefined) return known;
    const addressed = parseAddress(path);
    const isThere = addressed === null || this.#isPublic(addressed);
    this.#isThere.set(path, isThere);
    return isThere;
  }

  #isPublic(addressed: Addressed): boolean {
    const { statements } = this.#content;
    switch (addressed.kind) {
      case 'item':
        return (
          statements.get(
            'SELECT 1 FROM address JOIN item USING (document_id) WHERE address.slug = ?',
            addressed.slug,
          ) !== undefined
        );
      case 'attachment':
        return (
          statements.get(
            `SELECT 1 FROM address JOIN item_file ON item_file.item = address.document_id
             WHERE address.slug = ? AND file_name = ?`,
            addressed.slug,
            addressed.fileName,
          ) !== undefined
        );
      case 'category':
        return statements.get('SELECT 1 FROM category WHERE code = ?', addressed.code) !== undefined;
      case 'organ':
        return statements.get('SELECT 1 FROM organ WHERE code = ?', addressed.code) !== undefined;
    }
  }
}
