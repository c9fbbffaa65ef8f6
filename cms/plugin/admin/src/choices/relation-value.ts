export interface Related {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
}

/** One relation as the content manager's forms hold it: `apiData` is what is sent. */
interface Entry extends Related {
  readonly apiData: { readonly id: number; readonly documentId: string; readonly position?: { readonly start: true } };
}

/** What a form changes of the relations that are stored. */
export interface RelationChange {
  readonly connect: readonly Entry[];
  readonly disconnect: readonly Entry[];
}

export const NOTHING_CHANGED: RelationChange = { connect: [], disconnect: [] };

/** What is related once the change is saved, in order. */
export function chosenOf(stored: readonly Related[], { connect, disconnect }: RelationChange): Related[] {
  const isChanged = (related: Related) => isAmong(connect, related) || isAmong(disconnect, related);
  const first = connect.filter(isFirst);
  return [...first, ...stored.filter((related) => !isChanged(related)), ...connect.filter((entry) => !isFirst(entry))];
}

export function withAdded({ connect, disconnect }: RelationChange, added: Related): RelationChange {
  if (isAmong(disconnect, added)) return { connect, disconnect: without(disconnect, added) };
  return isAmong(connect, added) ? { connect, disconnect } : { connect: [...connect, entryOf(added)], disconnect };
}

export function withRemoved(
  stored: readonly Related[],
  { connect, disconnect }: RelationChange,
  removed: Related,
): RelationChange {
  const isStored = isAmong(stored, removed) && !isAmong(disconnect, removed);
  return {
    connect: without(connect, removed),
    disconnect: isStored ? [...disconnect, entryOf(removed)] : disconnect,
  };
}

/** Puts one before all others. What an earlier change put there goes back to its place. */
export function withFirst(stored: readonly Related[], change: RelationChange, first: Related): RelationChange {
  const others = without(change.connect, first)
    .filter((entry) => !(isFirst(entry) && isAmong(stored, entry)))
    .map(entryOf);
  return { connect: [{ ...entryOf(first), ...startOf(first) }, ...others], disconnect: change.disconnect };
}

/** Relates this one and no other; null relates nothing. */
export function withOnly(stored: readonly Related[], only: Related | null): RelationChange {
  if (only !== null && isAmong(stored, only)) return NOTHING_CHANGED;
  return { connect: only === null ? [] : [entryOf(only)], disconnect: stored.map(entryOf) };
}

function entryOf({ id, documentId, name }: Related): Entry {
  return { id, documentId, name, apiData: { id, documentId } };
}

function startOf({ id, documentId }: Related): Pick<Entry, 'apiData'> {
  return { apiData: { id, documentId, position: { start: true } } };
}

function isFirst({ apiData }: Entry): boolean {
  return apiData.position !== undefined;
}

function isAmong(list: readonly Related[], { documentId }: Related): boolean {
  return list.some((related) => related.documentId === documentId);
}

function without(list: readonly Entry[], { documentId }: Related): Entry[] {
  return list.filter((entry) => entry.documentId !== documentId);
}
