/** The longest run of characters of which the model knows in how many documents it stands. */
export const LONGEST_NGRAM = 5;

/** How many steps of document counts are told apart, and how far apart two are, in bits. */
const LEVELS = 16;
const BITS_PER_LEVEL = 0.6;

/**
 * In how many documents each run of one to five characters stands, to the nearest step. A static function in the manner of
 * an xor filter: three cells make a fingerprint of 12 bits and a level of 4, so that two bytes and a quarter keep one run. One
 * in 4,096 runs that were never learnt seems to be known.
 */
export class NgramTable {
  readonly #cells: Uint16Array;
  readonly #block: number;

  constructor(cells: Uint16Array) {
    this.#cells = cells;
    this.#block = cells.length / 3;
  }

  /** Bits of evidence that the run from `from` to `to` is in use: 0 for one that was never learnt. */
  weight(codes: Uint16Array, from: number, to: number): number {
    const { first, second } = hashOf(codes, from, to);
    const cells = this.#cells;
    const block = this.#block;
    const kept =
      (cells[first % block] ?? 0) ^
      (cells[block + (second % block)] ?? 0) ^
      (cells[2 * block + (thirdOf(first, second) % block)] ?? 0);
    return kept >>> 4 === fingerprintOf(first, second) ? (kept & (LEVELS - 1)) * BITS_PER_LEVEL : 0;
  }
}

export interface Ngram {
  readonly codes: Uint16Array;
  readonly documents: number;
}

/** The cells of a table that holds all `ngrams`, each of them once. */
export function cellsOf(ngrams: readonly Ngram[]): Uint16Array {
  const block = Math.ceil((ngrams.length * 1.23 + 32) / 3);
  const places = new Uint32Array(ngrams.length * 3);
  const kept = new Uint16Array(ngrams.length);
  ngrams.forEach(({ codes, documents }, at) => {
    const { first, second } = hashOf(codes, 0, codes.length);
    places.set([first % block, block + (second % block), 2 * block + (thirdOf(first, second) % block)], at * 3);
    kept[at] = (fingerprintOf(first, second) << 4) | levelOf(documents);
  });
  const cells = new Uint16Array(block * 3);
  // Whoever is peeled off last is written first: each has a cell that nobody after it touches.
  for (const { ngram, cell } of peeled(places, block * 3).reverse()) {
    const [a = 0, b = 0, c = 0] = places.subarray(ngram * 3, ngram * 3 + 3);
    cells[cell] = (cells[cell] ?? 0) ^ (cells[a] ?? 0) ^ (cells[b] ?? 0) ^ (cells[c] ?? 0) ^ (kept[ngram] ?? 0);
  }
  return cells;
}

/** In an order in which each n-gram, when it comes, is alone in one of its cells. */
function peeled(places: Uint32Array, cellCount: number): { ngram: number; cell: number }[] {
  const counts = new Uint32Array(cellCount);
  const together = new Uint32Array(cellCount);
  places.forEach((cell, at) => {
    counts[cell] = (counts[cell] ?? 0) + 1;
    together[cell] = (together[cell] ?? 0) ^ Math.floor(at / 3);
  });
  const alone = [...counts.keys()].filter((cell) => counts[cell] === 1);
  const order: { ngram: number; cell: number }[] = [];
  for (let cell = alone.pop(); cell !== undefined; cell = alone.pop()) {
    if (counts[cell] !== 1) continue;
    const ngram = together[cell] ?? 0;
    order.push({ ngram, cell });
    for (const other of places.subarray(ngram * 3, ngram * 3 + 3)) {
      counts[other] = (counts[other] ?? 0) - 1;
      together[other] = (together[other] ?? 0) ^ ngram;
      if (counts[other] === 1) alone.push(other);
    }
  }
  if (order.length * 3 !== places.length)
    throw new RangeError('Cannot build the table: two n-grams have the same hash');
  return order;
}

function levelOf(documents: number): number {
  return Math.min(LEVELS - 1, Math.max(1, Math.round(Math.log2(1 + documents) / BITS_PER_LEVEL)));
}

function hashOf(codes: Uint16Array, from: number, to: number): { first: number; second: number } {
  let first = 0x811c9dc5;
  let second = 0x9747b28c ^ (to - from);
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0;
    first = Math.imul(first ^ code, 0x01000193);
    first ^= first >>> 15;
    second = Math.imul((second << 7) ^ (second >>> 25) ^ code, 0x85ebca6b);
  }
  return { first: mixed(first), second: mixed(second ^ 0x5bd1e995) };
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

function thirdOf(first: number, second: number): number {
  return mixed(((first << 16) | (first >>> 16)) ^ second);
}

function fingerprintOf(first: number, second: number): number {
  return mixed(first + Math.imul(second, 3)) >>> 20;
}
