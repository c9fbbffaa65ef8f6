import { addresses, parseAddress, SLUG, type ItemType } from 'disclosure-contract';

/** Whose an address is: of an item's page, of what stands below it, or of one of its files. */
export interface ItemPath {
  readonly slug: string;
  readonly type: ItemType;
  /** Address of the item's page. */
  readonly page: string;
  /** Name of the file, as the item has it, or what stands in its place, which is no file of any item; null of pages. */
  readonly fileName: string | null;
}

/** Reads the address that a visitor asks for, which is percent-encoded. Null for all that belongs to no item. */
export function itemPathOf(path: string): ItemPath | null {
  const addressed = parseAddress(path);
  if (addressed?.kind !== 'item' && addressed?.kind !== 'attachment') return null;
  const { slug, type } = addressed;
  const page = addresses.item(slug, type);
  if (!SLUG.test(slug) || !path.startsWith(page)) return null;
  if (addressed.kind === 'item') return { slug, type, page, fileName: null };
  const rest = path.slice(`${page}files/`.length);
  return { slug, type, page, fileName: rest.includes('/') ? rest : addressed.fileName };
}

/** The same of an address as it stands in the store, where names of files are not percent-encoded. */
export function storedItemPathOf(path: string): ItemPath | null {
  return itemPathOf(path.split('/').map(encodeURIComponent).join('/'));
}

/** The item whose own page an address is; null for what stands below it, too. */
export function itemPageAt(path: string): ItemPath | null {
  const found = itemPathOf(path);
  return found?.page === path ? found : null;
}
