import { itemSchema, tombstoneSchema, type Item, type Tombstone } from 'disclosure-contract';

/** A version as the feed has it. */
export interface Version {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
}

/** What an address showed. `moved`: it led to another address of the same item. */
export type AddressState = 'live' | 'moved' | 'withdrawn' | 'never';

/** The version that held at an instant, and when the next one took its place; null where it is the latest. */
export function versionAt<V extends Version>(
  versions: readonly V[],
  at: string,
): { version: V; until: string | null } | null {
  const ordered = [...versions].sort((a, b) => a.seq - b.seq);
  const index = ordered.findLastIndex((version) => Date.parse(version.at) <= Date.parse(at));
  const version = ordered[index];
  return version === undefined ? null : { version, until: ordered[index + 1]?.at ?? null };
}

export type Shown =
  | { readonly state: 'live' | 'moved'; readonly item: Item }
  | { readonly state: 'withdrawn'; readonly tombstone: Tombstone }
  | { readonly state: 'never' };

/** What an address showed while a version held: nothing if the item came to this address later. */
export function shownAt(slug: string, { kind, payload }: { kind: string; payload: string }): Shown {
  if (kind === 'item_withdrawn') {
    const tombstone = tombstoneSchema.parse(JSON.parse(payload));
    return [tombstone.slug, ...tombstone.formerSlugs].includes(slug)
      ? { state: 'withdrawn', tombstone }
      : { state: 'never' };
  }
  if (kind !== 'item_published') return { state: 'never' };
  const item = itemSchema.parse(JSON.parse(payload));
  if (item.slug === slug) return { state: 'live', item };
  return item.formerSlugs.includes(slug) ? { state: 'moved', item } : { state: 'never' };
}
