import { addresses, GENRES, WITHHOLDING_MODES, type Label } from 'disclosure-contract';
import type { BranchData, EntryData } from './data-schemas.ts';
import { addressOf } from './item-address.ts';
import { dataAddress } from './list-addresses.ts';
import type { CategoryNode, Entry, ItemLink, OrganNode, Reference } from './node/views.ts';

/** A word of a closed list as data: its code, and how it is read in both languages. */
export function termData<Code extends string>(
  vocabulary: Readonly<Record<Code, Label>>,
  code: Code,
): { code: Code; name: Label } {
  const { zh, en } = vocabulary[code];
  return { code, name: { zh, en } };
}

export function termDataOrNull<Code extends string>(vocabulary: Readonly<Record<Code, Label>>, code: Code | null) {
  return code === null ? null : termData(vocabulary, code);
}

export function completeUrl(path: string, site: URL): string {
  return new URL(path, site).href;
}

export function categoryReference({ code, name }: Reference, site: URL) {
  return { code, name, url: completeUrl(addresses.category(code), site) };
}

export function organReferenceData({ code, name }: Reference, site: URL) {
  return { code, name, url: completeUrl(addresses.organ(code), site) };
}

export function organDataOrNull(organ: Reference | null, site: URL) {
  return organ && organReferenceData(organ, site);
}

export function linkData(link: ItemLink, site: URL) {
  return { title: link.title, url: completeUrl(addressOf(link), site) };
}

export function entryData(entry: Entry, site: URL): EntryData {
  const page = addressOf(entry);
  return {
    url: completeUrl(page, site),
    dataUrl: completeUrl(dataAddress(page), site),
    type: entry.type,
    title: entry.title,
    indexNo: entry.indexNo,
    docNo: entry.docNo,
    genre: termData(GENRES, entry.genre),
    listedOn: entry.listedOn,
    category: categoryReference(entry.category, site),
    publisher: organReferenceData(entry.publisher, site),
    section: organDataOrNull(entry.responsible, site),
    withheld: termDataOrNull(WITHHOLDING_MODES, entry.withheld),
  };
}

export function categoryBranch(node: CategoryNode, site: URL): BranchData {
  const { code, name, count, description, children } = node;
  const page = addresses.category(code);
  const below = children.map((child) => categoryBranch(child, site));
  return { code, name, ...placesOf(page, site), count, description, children: below };
}

export function organBranch(node: OrganNode, site: URL): BranchData {
  const { code, name, count, organ, children } = node;
  const page = addresses.organ(code);
  const below = children.map((child) => organBranch(child, site));
  return { code, name, ...placesOf(page, site), count, description: organ.duties, children: below };
}

/** Where a page stands, and the same as data. */
export function placesOf(page: string, site: URL) {
  return { url: completeUrl(page, site), dataUrl: completeUrl(dataAddress(page), site) };
}
