import type { ItemType } from './record/record.ts';

/** Where items of a type stand. */
const ITEM_BRANCHES: Readonly<Record<ItemType, string>> = {
  item: '/items/',
  power: '/powers/',
  guide: '/powers/guides/',
  risk_point: '/powers/risks/',
};

const ITEM_BRANCHES_DEEPEST_FIRST = (Object.entries(ITEM_BRANCHES) as [ItemType, string][]).sort(
  ([, one], [, other]) => other.length - one.length,
);

/** Segments that are pages or lists below the branch of powers, and so no slug of an item. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(['guides', 'risks', 'changes', 'files', 'list']);

/** What stands in a branch and is no item of it. */
const NO_ITEMS: Readonly<Partial<Record<ItemType, ReadonlySet<string>>>> = {
  power: RESERVED_SLUGS,
  risk_point: new Set(['list']),
};

/** Formats of a news feed (订阅), and the file that each is found in. */
const NEWS_FEED_FILES = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;
export type NewsFeedFormat = keyof typeof NEWS_FEED_FILES;
export const NEWS_FEED_FORMATS = Object.keys(NEWS_FEED_FILES) as readonly NewsFeedFormat[];

const newsFeedAddress = (format: NewsFeedFormat, above = '/') => `${above}${NEWS_FEED_FILES[format]}`;

const itemAddress = (slug: string, type: ItemType = 'item') => `${ITEM_BRANCHES[type]}${slug}/`;

/**
 * The public addresses, as paths below the site's root. CMS panels, pages, feeds and redirects all take them from here.
 * A segment is percent-encoded where it may hold anything but ASCII.
 */
export const addresses = {
  home: () => '/',
  item: itemAddress,
  attachment: (slug: string, fileName: string, type?: ItemType) =>
    `${itemAddress(slug, type)}files/${encodeURIComponent(fileName)}`,
  /** 网页版 of a file, by {@link readingKey}. */
  reading: (slug: string, key: string, type?: ItemType) => `${itemAddress(slug, type)}read/${key}/`,
  powers: () => '/powers/',
  /** 权力事项运行流程图, on a page of its own for the wall. */
  powerChart: (slug: string) => `/powers/${slug}/chart/`,
  risks: () => '/powers/risks/',
  /** 动态调整 of the list of powers, by year. */
  powerChanges: (year?: string) => (year === undefined ? '/powers/changes/' : `/powers/changes/${year}/`),
  /** 办事服务: guides and public services, A to Z. */
  services: () => '/services/',
  catalogue: () => '/catalogue/',
  category: (code: string) => `/catalogue/${code}/`,
  /** The newest of a year; with a page, that page of the year counted from its oldest, so that pages stay what they are. */
  categoryYear: (code: string, year: string, page?: number) =>
    page === undefined ? `/catalogue/${code}/${year}/` : `/catalogue/${code}/${year}/${page}/`,
  organs: () => '/organs/',
  organ: (code: string) => `/organs/${code}/`,
  /** 依申请公开: how to apply for information. */
  apply: () => '/apply/',
  /** 查阅场所: where information can be read on paper. */
  venues: () => '/venues/',
  /** 公开统计. */
  statistics: () => '/statistics/',
  /** 无障碍声明: how to use the site, and how to complain. */
  accessibility: () => '/accessibility/',
  /** 我为政府网站找错: the form, for a page or for none. */
  corrections: (page?: string) =>
    page === undefined ? '/corrections/' : `/corrections/?page=${encodeURIComponent(page)}`,
  search: (query?: string) => (query === undefined ? '/search' : `/search?q=${encodeURIComponent(query)}`),
  rss: () => newsFeedAddress('rss'),
  atom: () => newsFeedAddress('atom'),
  /** The newest of everything. */
  newsFeed: (format: NewsFeedFormat) => newsFeedAddress(format),
  /** The newest of a category and of those below it. */
  categoryFeed: (code: string, format: NewsFeedFormat) => newsFeedAddress(format, `/catalogue/${code}/`),
  /** The newest that a search finds: takes the parameters of the search. */
  searchFeed: (format: NewsFeedFormat) => newsFeedAddress(format, '/search/'),
  /** What begins as somebody types: takes the text as `q`. */
  suggestions: () => '/search/suggestions.json',
  /** What there is for programs. */
  data: () => '/data/',
  /** Everything that is public, item by item. */
  dump: (format: 'ndjson' | 'csv') => `/data/items.${format}`,
  /** The same as a catalogue of data sets (DCAT). */
  dataCatalogue: () => '/catalog.jsonld',
  /** Description of what programs can ask for (OpenAPI). */
  openApi: () => '/openapi.json',
  sitemap: () => '/sitemap.xml',
  /** Addresses of everything but items. */
  sitemapPages: () => '/sitemap-pages.xml',
  /** Items of a year, oldest first; a year that does not fit into one file goes on in part 2. */
  sitemapYear: (year: string, part = 1) => (part === 1 ? `/sitemap-${year}.xml` : `/sitemap-${year}-${part}.xml`),
  robots: () => '/robots.txt',
  /** Where to report a weakness (RFC 9116). */
  securityTxt: () => '/.well-known/security.txt',
  health: () => '/health',
  /** Where a CMS says "look now". */
  nudge: () => '/_disclosure/nudge',
  /** Where a CMS has a draft rendered, on nodes that do so. */
  preview: () => '/_disclosure/preview',
  /** Every public file of a node with its hash, signed. */
  manifest: () => '/_disclosure/manifest',
  /** The key that signatures of the manifest are checked with. */
  nodeKey: () => '/.well-known/disclosure-key.pem',
} as const;

/** The format of the news feed at an address of one, by its file. */
export function newsFeedFormatOf(path: string): NewsFeedFormat | null {
  return NEWS_FEED_FORMATS.find((format) => path.endsWith(`/${NEWS_FEED_FILES[format]}`)) ?? null;
}

/** What a slug or a code may be made of: lower-case ASCII letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug in what a person gives for the address of an item: the whole address of its page or of one of its files, a
 * path, or the slug alone. Null where there is none.
 */
export function itemSlugIn(address: string): string | null {
  const path = address.trim().replace(/^https?:\/\/[^/]+/i, '');
  const slug = itemIn(segmentsOf(path))?.slug ?? path;
  return SLUG.test(slug) ? slug : null;
}

/** What stands at an address, as far as the CMS decides whether it is there. */
export type Addressed =
  | { readonly kind: 'item'; readonly slug: string; readonly type: ItemType }
  | { readonly kind: 'attachment'; readonly slug: string; readonly type: ItemType; readonly fileName: string }
  | { readonly kind: 'category'; readonly code: string }
  | { readonly kind: 'organ'; readonly code: string };

/**
 * Reads a path below the site's root: the inverse of {@link addresses}. Null for pages that are always there, and for those
 * that a department has added to its site.
 */
export function parseAddress(path: string): Addressed | null {
  const segments = segmentsOf(path);
  const [branch, name = ''] = segments;
  if (name === '') return null;
  if (branch === 'catalogue') return { kind: 'category', code: withoutFormat(name) };
  if (branch === 'organs') return { kind: 'organ', code: withoutFormat(name) };
  const item = itemIn(segments);
  if (item === null) return null;
  const { type, slug, below } = item;
  const [folder, fileName = ''] = below;
  if (folder === 'files' && fileName !== '') return { kind: 'attachment', slug, type, fileName };
  return { kind: 'item', slug, type };
}

function segmentsOf(path: string): readonly string[] {
  return (path.split(/[?#]/, 1)[0] ?? '').split('/').slice(1).map(decoded);
}

/** The item whose page stands at a path, above it or, where that is a form of it as data, beside it. */
function itemIn(
  segments: readonly string[],
): { readonly type: ItemType; readonly slug: string; readonly below: readonly string[] } | null {
  for (const [type, branch] of ITEM_BRANCHES_DEEPEST_FIRST) {
    const above = branch.split('/').slice(1, -1);
    const [named = '', ...below] = segments.slice(above.length);
    if (named === '' || above.some((segment, at) => segments[at] !== segment)) continue;
    const slug = below.length === 0 ? withoutFormat(named) : named;
    return NO_ITEMS[type]?.has(slug) === true ? null : { type, slug, below };
  }
  return null;
}

/** What a page shows stands as data beside it. */
function withoutFormat(segment: string): string {
  return segment.replace(/\.(?:json|csv)$/, '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
