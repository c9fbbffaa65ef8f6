import { addresses } from 'disclosure-contract';
import type { SitemapPartView, SitemapView } from './node/views.ts';
import { element } from './xml.ts';

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** Reads what stands between `/sitemap-` and `.xml` for a year; null for what is no such address. */
export function parseSitemapAddress(written = ''): { year: string; part: number } | null {
  const [, year, part = '1'] = /^(\d{4})(?:-([2-9]|[1-9]\d{1,3}))?$/.exec(written) ?? [];
  return year === undefined ? null : { year, part: Number(part) };
}

export function sitemapIndexOf(view: SitemapView, site: URL): string {
  const ofYears = view.years.flatMap(({ year, lastModified, parts }) =>
    Array.from({ length: parts }, (_, at) => ({ path: addresses.sitemapYear(year, at + 1), lastModified })),
  );
  const all = [{ path: addresses.sitemapPages(), lastModified: null }, ...ofYears];
  return element(
    'sitemapindex',
    NAMESPACE,
    all.map((sitemap) => located('sitemap', sitemap, site)),
  );
}

export function sitemapOf(view: SitemapPartView, site: URL): string {
  return element(
    'urlset',
    NAMESPACE,
    view.entries.map((entry) => located('url', entry, site)),
  );
}

function located(name: string, { path, lastModified }: SitemapPartView['entries'][number], site: URL): string {
  const location = element('loc', {}, new URL(path, site).href);
  return element(name, {}, lastModified === null ? [location] : [location, element('lastmod', {}, lastModified)]);
}
