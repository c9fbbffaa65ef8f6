import { diffArrays } from 'diff';

/** One stretch of two sequences: what is only in the first, what is only in the second, or what is in both. */
export interface Stretch<Element> {
  readonly kind: 'same' | 'removed' | 'added';
  readonly elements: readonly Element[];
}

/**
 * How the second sequence comes from the first, by what its elements are called. Two sequences that differ in more than
 * `mostEdits` elements are not compared any further: then all that stands between their common ends was exchanged. That
 * bounds time and memory, whatever the sequences.
 */
export function stretchesBetween<Element>(
  before: readonly Element[],
  after: readonly Element[],
  { keyOf, mostEdits }: { keyOf: (element: Element) => string; mostEdits: number },
): Stretch<Element>[] {
  const keys = { before: before.map(keyOf), after: after.map(keyOf) };
  const head = commonHead(keys.before, keys.after);
  const tail = commonTail(keys.before.slice(head), keys.after.slice(head));
  const middle = [keys.before.slice(head, keys.before.length - tail), keys.after.slice(head, keys.after.length - tail)];
  const [removed = [], added = []] = middle;

  const stretches: Stretch<Element>[] = [{ kind: 'same', elements: after.slice(0, head) }];
  let [atBefore, atAfter] = [head, head];
  for (const { kind, count } of stepsBetween(removed, added, mostEdits)) {
    const elements =
      kind === 'removed' ? before.slice(atBefore, atBefore + count) : after.slice(atAfter, atAfter + count);
    stretches.push({ kind, elements });
    if (kind !== 'added') atBefore += count;
    if (kind !== 'removed') atAfter += count;
  }
  stretches.push({ kind: 'same', elements: after.slice(after.length - tail) });
  return stretches.filter(({ elements }) => elements.length > 0);
}

interface Step {
  readonly kind: Stretch<unknown>['kind'];
  readonly count: number;
}

function stepsBetween(removed: string[], added: string[], mostEdits: number): Step[] {
  const exchanged: Step[] = [
    { kind: 'removed', count: removed.length },
    { kind: 'added', count: added.length },
  ];
  if (removed.length === 0 || added.length === 0) return exchanged;
  const changes = diffArrays(removed, added, { maxEditLength: mostEdits });
  if (changes === undefined) return exchanged;
  return changes.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    count: change.count,
  }));
}

function commonHead(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function commonTail(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
