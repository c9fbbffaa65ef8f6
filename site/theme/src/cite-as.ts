import type { Item } from 'disclosure-contract';
import { organName, t } from './interface-text.ts';
import { publicTime } from './publication-time.ts';

/** How an item is cited: who published it, its title, its number, the day and where it stands. */
export function citeAs(item: Item, url: string): string {
  return [organName, item.title, item.docNo, publicTime(item).slice(0, 10), url]
    .filter((part) => part !== null)
    .join(t('tools.citation_separator'));
}
