import { addresses, itemTypeOf, type Item } from 'disclosure-contract';
import type { ItemLink } from './node/views.ts';

/** Where a link to an item leads. */
export function addressOf({ slug, type }: Pick<ItemLink, 'slug' | 'type'>): string {
  return addresses.item(slug, type);
}

/** Where the page of an item stands. */
export function pageOf(item: Pick<Item, 'slug' | 'record'>): string {
  return addresses.item(item.slug, itemTypeOf(item));
}
