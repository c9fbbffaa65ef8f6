import { addresses } from 'disclosure-contract';
import { pageOf } from './item-address.ts';
import type { ItemView } from './node/views.ts';

export type DataFormat = 'csv' | 'json';

/** Filters in the order of their form; what is empty or not given is left out of the address. */
export type Filters = Readonly<Record<string, string | undefined>>;

/**
 * A list with filters. It has an address of its own beside that of the page, so that a page which stands as a file is not
 * taken for the answer, whatever filters are asked for.
 */
export function filteredAddress(page: string, filters: Filters): string {
  const query = queryOf(filters);
  return query === '' ? page : `${page}list?${query}`;
}

/** The same list as data. */
export function listDataAddress(page: string, format: DataFormat, filters: Filters = {}): string {
  const query = queryOf(filters);
  return `${page}list.${format}${query === '' ? '' : `?${query}`}`;
}

/** What a page shows, as data: beside the page, which ends in a slash. */
export function dataAddress(page: string, format: DataFormat = 'json'): string {
  return page === addresses.home() ? `${page}index.${format}` : `${page.slice(0, -1)}.${format}`;
}

export function itemDataAddress({ item }: Pick<ItemView, 'item'>, format: DataFormat): string {
  return dataAddress(pageOf(item), format);
}

export function changesAddress(year: string | null): string {
  return addresses.powerChanges(year ?? undefined);
}

function queryOf(filters: Filters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  return new URLSearchParams(given).toString();
}
