/** How alike two texts have to be to count as one that was changed, from 0 to 1. */
const ALIKE = 0.35;

/** Up to so many pairs every one is weighed; above, only those near each other. */
const ALL_PAIRS = 3600;
const NEAR = 8;

/** Above so many pairs nobody reads a comparison: the one list was exchanged for the other. */
const MOST_PAIRS = 1_000_000;

type Pair<Element> = readonly [Element | null, Element | null];

/**
 * Puts what was removed beside what was added in its place, by how alike their texts are and without crossing. What has no
 * partner stands alone. The order is that of reading.
 */
export function pairsOf<Element>(
  removed: readonly Element[],
  added: readonly Element[],
  textOf: (element: Element) => string,
): Pair<Element>[] {
  const partners = partnersOf(removed.map(textOf), added.map(textOf));
  const pairs: Pair<Element>[] = [];
  let next = 0;
  for (const [at, element] of removed.entries()) {
    const partner = partners[at] ?? null;
    if (partner === null) {
      pairs.push([element, null]);
      continue;
    }
    for (; next < partner; next += 1) pairs.push([null, added[next] ?? null]);
    pairs.push([element, added[partner] ?? null]);
    next = partner + 1;
  }
  for (; next < added.length; next += 1) pairs.push([null, added[next] ?? null]);
  return pairs;
}

/** For each removed text, the place of the added one that it became, or null. */
function partnersOf(removed: readonly string[], added: readonly string[]): (number | null)[] {
  const [rows, columns] = [removed.length, added.length];
  if (rows === 1 && columns === 1)
    return [likeness(bigramsOf(removed[0] ?? ''), bigramsOf(added[0] ?? '')) > 0.1 ? 0 : null];
  if (rows * columns > MOST_PAIRS) return removed.map(() => null);
  const [from, to] = [removed.map(bigramsOf), added.map(bigramsOf)];
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  const isPair = new Uint8Array((rows + 1) * width);
  const reach = rows * columns <= ALL_PAIRS ? columns : NEAR + Math.ceil(Math.abs(rows - columns) / 2);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const middle = Math.round((row * columns) / rows);
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = row * width + column;
      best[here] = Math.max(best[here + width] ?? 0, best[here + 1] ?? 0);
      if (Math.abs(column - middle) > reach) continue;
      const alike = likeness(from[row], to[column]);
      const together = alike + (best[here + width + 1] ?? 0);
      if (alike < ALIKE || together <= (best[here] ?? 0)) continue;
      best[here] = together;
      isPair[here] = 1;
    }
  }
  return walk({ rows, columns, best, isPair });
}

function walk(table: { rows: number; columns: number; best: Float32Array; isPair: Uint8Array }): (number | null)[] {
  const { rows, columns, best, isPair } = table;
  const width = columns + 1;
  const partners: (number | null)[] = Array.from({ length: rows }, () => null);
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const here = row * width + column;
    if (isPair[here] === 1) {
      partners[row] = column;
      row += 1;
      column += 1;
    } else if ((best[here + width] ?? 0) >= (best[here + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return partners;
}

type Bigrams = ReadonlyMap<string, number>;

/** Of a long text, those of its beginning: enough to know it again. */
const WEIGHED = 400;

function bigramsOf(text: string): Bigrams {
  const counts = new Map<string, number>();
  const weighed = text.slice(0, WEIGHED);
  for (let at = 0; at < Math.max(1, weighed.length - 1); at += 1) {
    const pair = weighed.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient of two texts. */
function likeness(one: Bigrams | undefined, other: Bigrams | undefined): number {
  if (one === undefined || other === undefined) return 0;
  let shared = 0;
  let total = 0;
  for (const [pair, count] of one) {
    shared += Math.min(count, other.get(pair) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}
