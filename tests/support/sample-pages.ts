import { newsFeedFormatOf } from 'disclosure-contract';
import { itemPathOf } from '../../site/theme/src/node/item-path.ts';
import type { ContentViews, View } from '../../site/theme/src/node/views.ts';

/** What the page of an address is made from, or null where the site has none. */
export function viewAt(content: ContentViews, path: string): View | null {
  const [, kind = '', code = '', year = '', page = ''] = path.split('/');
  if (kind === '') return content.home();
  if (kind === 'services') return content.services();
  if (kind === 'statistics') return content.statistics();
  if (kind === 'apply') return content.application();
  if (kind === 'venues') return content.venues();
  if (newsFeedFormatOf(path) !== null) return content.feed();
  if (kind === 'sitemap.xml') return content.sitemap();
  if (kind === 'robots.txt') return { tags: ['robots'] };
  if (kind === 'accessibility') return { tags: ['accessibility'] };
  if (kind === 'sitemap-pages.xml') return content.sitemapPages();
  const [, sitemapYear, part = '1'] = /^sitemap-(\d{4})(?:-(\d+))?\.xml$/.exec(kind) ?? [];
  if (sitemapYear !== undefined) return content.sitemapYear(sitemapYear, Number(part));
  if (kind === 'organs') return code ? content.organ(code) : content.organs();
  const item = itemPathOf(path);
  if (item !== null) {
    const answer = content.item(item.slug, item.type);
    return answer.kind === 'item' ? answer.view : null;
  }
  if (kind === 'powers') return powersViewAt(content, code, year);
  if (kind !== 'catalogue') return null;
  if (!code) return content.tree();
  return year ? content.categoryYear(code, year, page ? Number(page) : null) : content.category(code);
}

function powersViewAt(content: ContentViews, list: string, year: string): View | null {
  if (list === 'risks') return content.risks();
  return list === 'changes' ? content.adjustments(year || null) : content.powers();
}
