import { listedOn, type Category, type Change, type Item, type Organ, type Tombstone } from 'disclosure-contract';

/** What is public according to the CMS, arranged as the site has to show it; computed from the feed alone. */
export class ExpectedLists {
  readonly items: readonly Item[];
  readonly withdrawn: readonly Tombstone[];
  readonly categories: readonly Category[];
  readonly organs: readonly Organ[];

  constructor(state: readonly Change[]) {
    this.items = state
      .flatMap((change) => (change.kind === 'item_published' ? [change.payload] : []))
      .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
    this.withdrawn = state.flatMap((change) => (change.kind === 'item_withdrawn' ? [change.payload] : []));
    this.categories = state.flatMap((change) => (change.kind === 'category_saved' ? [change.payload] : []));
    this.organs = state.flatMap((change) => (change.kind === 'organ_saved' ? [change.payload] : []));
  }

  /** Newest first: what is in a category or below it. */
  ofCategory(category: Category): Item[] {
    const lists = new Set([category.documentId, ...this.#below(category.documentId)]);
    return this.items.filter((item) => item.categories.some((each) => lists.has(each)));
  }

  ofOrgan({ documentId }: Organ): Item[] {
    return this.items.filter((item) => item.publisher === documentId || item.responsible === documentId);
  }

  #below(documentId: string): string[] {
    return this.categories
      .filter(({ parent }) => parent === documentId)
      .flatMap((child) => [child.documentId, ...this.#below(child.documentId)]);
  }
}

export function yearOf(item: Item): string {
  return listedOn(item).slice(0, 4);
}

/** Lists are in this order, from its end. */
function placeOf(item: Item): string {
  return `${listedOn(item)} ${item.indexNo}`;
}
