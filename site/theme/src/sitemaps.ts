import { addresses } from 'disclosure-contract';
import type { SitemapView, SitemapYearView } from './node/views.ts';
import { element } from './xml.ts';

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

export function sitemapIndexOf(view: SitemapView, site: URL): string {
  const sitemaps = view.years.map(({ year, lastModified }) =>
    element('sitemap', {}, [
      element('loc', {}, new URL(addresses.sitemapYear(year), site).href),
      element('lastmod', {}, lastModified),
    ]),
  );
  return element('sitemapindex', NAMESPACE, sitemaps);
}

export function sitemapOf(view: SitemapYearView, site: URL): string {
  const urls = view.entries.map(({ path, lastModified }) =>
    element('url', {}, [element('loc', {}, new URL(path, site).href), element('lastmod', {}, lastModified)]),
  );
  return element('urlset', NAMESPACE, urls);
}
