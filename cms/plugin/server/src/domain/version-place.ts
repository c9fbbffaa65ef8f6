/** A version in the history of an item: a saved draft by its number, or a publication by its place in the feed. */
export interface VersionPlace {
  readonly source: 'draft' | 'change';
  readonly id: number;
}

export function placeOf(source: VersionPlace['source'], id: number): string {
  return `${source}-${id}`;
}

export function parsePlace(text: string): VersionPlace | null {
  const [, source, digits] = /^(draft|change)-(\d{1,9})$/.exec(text) ?? [];
  return source === 'draft' || source === 'change' ? { source, id: Number(digits) } : null;
}

/**
 * What follows a place in a list with the newest first, as conditions on both tables. At one instant a publication stands
 * before the save that it published.
 */
export function after({ source, id }: VersionPlace, at: string) {
  const earlier = { at: { $lt: at } };
  if (source === 'change') return { change: { $or: [earlier, { at, seq: { $lt: id } }] }, draft: { at: { $lte: at } } };
  return { change: earlier, draft: { $or: [earlier, { at, id: { $lt: id } }] } };
}
