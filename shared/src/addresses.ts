/**
 * The public addresses, as paths below the site's root. CMS panels, pages, feeds and redirects all take them from here.
 * A segment is percent-encoded where it may hold anything but ASCII.
 */
export const addresses = {
  home: () => '/',
  item: (slug: string) => `/items/${slug}/`,
  attachment: (slug: string, fileName: string) => `/items/${slug}/files/${encodeURIComponent(fileName)}`,
  catalogue: () => '/catalogue/',
  category: (code: string) => `/catalogue/${code}/`,
  /** The newest of a year; with a page, that page of the year counted from its oldest, so that pages stay what they are. */
  categoryYear: (code: string, year: string, page?: number) =>
    page === undefined ? `/catalogue/${code}/${year}/` : `/catalogue/${code}/${year}/${page}/`,
  organs: () => '/organs/',
  organ: (code: string) => `/organs/${code}/`,
  search: (query?: string) => (query === undefined ? '/search' : `/search?q=${encodeURIComponent(query)}`),
  rss: () => '/feed.xml',
  atom: () => '/atom.xml',
  sitemap: () => '/sitemap.xml',
  /** Addresses of everything but items. */
  sitemapPages: () => '/sitemap-pages.xml',
  /** Items of a year, oldest first; a year that does not fit into one file goes on in part 2. */
  sitemapYear: (year: string, part = 1) => (part === 1 ? `/sitemap-${year}.xml` : `/sitemap-${year}-${part}.xml`),
  robots: () => '/robots.txt',
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

/** What a slug or a code may be made of: lower-case ASCII letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug in what a person gives for the address of an item: the whole address of its page or of one of its files, a
 * path, or the slug alone. Null where there is none.
 */
export function itemSlugIn(address: string): string | null {
  const path = address.trim().replace(/^https?:\/\/[^/]+/i, '');
  const slug = /^\/items\/([^/?#]+)/.exec(path)?.[1] ?? path;
  return SLUG.test(slug) ? slug : null;
}

/** What stands at an address, as far as the CMS decides whether it is there. */
export type Addressed =
  | { readonly kind: 'item'; readonly slug: string }
  | { readonly kind: 'attachment'; readonly slug: string; readonly fileName: string }
  | { readonly kind: 'category'; readonly code: string }
  | { readonly kind: 'organ'; readonly code: string };

/**
 * Reads a path below the site's root: the inverse of {@link addresses}. Null for pages that are always there, and for those
 * that a department has added to its site.
 */
export function parseAddress(path: string): Addressed | null {
  const [, branch, name = '', below, fileName = ''] = path.split(/[?#]/, 1)[0]?.split('/').map(decoded) ?? [];
  if (name === '') return null;
  if (branch === 'catalogue') return { kind: 'category', code: name };
  if (branch === 'organs') return { kind: 'organ', code: name };
  if (branch !== 'items') return null;
  if (below === 'files' && fileName !== '') return { kind: 'attachment', slug: name, fileName };
  return { kind: 'item', slug: name };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
