import { addresses, parseAddress } from '../addresses.ts';
import type { PageKind } from './inspected-site.ts';

/** What stands at a path: by its address, and on sites with addresses of their own by the tags of the page. */
export function pageKindOf(place: string, tags: ReadonlyMap<string, string>): PageKind {
  if (place === addresses.home()) return 'home';
  const addressed = parseAddress(place);
  if (addressed?.kind === 'item' || tags.has('ArticleTitle')) return 'article';
  const isColumn = addressed?.kind === 'category' || addressed?.kind === 'organ' || tags.has('ColumnName');
  return isColumn ? 'column' : 'other';
}
