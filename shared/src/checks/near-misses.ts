import { isShapedAlike } from './data/shapes.ts';
import { likenessOf } from './sounds.ts';

export interface Phrase {
  readonly text: string;
  /** A name that must be right to the letter: any one wrong, missing or additional character counts. */
  readonly isProtected: boolean;
  /** A name that others differ from in one character: only what sounds or looks the same counts. */
  readonly isName?: boolean;
}

export interface NearMiss<Kept extends Phrase> {
  readonly at: number;
  readonly found: string;
  readonly phrase: Kept;
}

/** Shorter phrases are too near to other words. */
const SHORTEST = 4;
/** From here on, a character may be missing or be one too many. */
const SHORTEST_UNEVEN = 7;
/** Below these, what sounds otherwise may as well be another word. */
const SHORTEST_SLIP = 6;
const SHORTEST_UNLIKE = 6;
/** From here on, two characters that sound alike only nearly are no chance. */
const SHORTEST_TWO_NEAR = 6;

const MOST_DIFFERENCES = 3;

interface Half<Kept> {
  readonly phrase: Kept;
  readonly text: string;
  readonly other: string;
}

/**
 * Finds phrases that are nearly there. One half of a near miss is always right, so halves are looked up at each place and only
 * the other half is compared: the time does not grow with the number of phrases.
 */
export class PhraseBook<Kept extends Phrase> {
  /** By their first two characters. */
  readonly #heads = new Map<number, Half<Kept>[]>();
  readonly #tails = new Map<number, Half<Kept>[]>();
  /** Phrases, and what looks like a mistake in one of them and is right. */
  readonly #right: ReadonlySet<string>;
  readonly #longest: number;

  constructor(phrases: readonly Kept[], alsoRight: readonly string[] = []) {
    for (const phrase of phrases) {
      if (phrase.text.length < SHORTEST) continue;
      const middle = Math.floor(phrase.text.length / 2);
      const [head, tail] = [phrase.text.slice(0, middle), phrase.text.slice(middle)];
      listed(this.#heads, pairAt(head, 0)).push({ phrase, text: head, other: tail });
      listed(this.#tails, pairAt(tail, 0)).push({ phrase, text: tail, other: head });
    }
    this.#right = new Set([...phrases.map(({ text }) => text), ...alsoRight]);
    this.#longest = Math.max(0, ...[...this.#right].map((text) => text.length));
  }

  nearMisses(text: string): NearMiss<Kept>[] {
    const found: NearMiss<Kept>[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const pair = pairAt(text, at);
      if (pair < 0) continue;
      for (const head of this.#heads.get(pair) ?? []) {
        if (!text.startsWith(head.text, at)) continue;
        const from = at + head.text.length;
        for (const written of writtenAs(head, (length) => text.slice(from, from + length))) {
          found.push({ at, found: head.text + written, phrase: head.phrase });
        }
      }
      for (const tail of this.#tails.get(pair) ?? []) {
        if (!text.startsWith(tail.text, at)) continue;
        for (const written of writtenAs(tail, (length) => text.slice(Math.max(0, at - length), at))) {
          found.push({ at: at - written.length, found: written + tail.text, phrase: tail.phrase });
        }
      }
    }
    return found.filter((miss) => !this.#isPartOfRight(text, miss));
  }

  /** Whether what differs stands inside of something that is known to be right. */
  #isPartOfRight(text: string, { at, found, phrase }: NearMiss<Kept>): boolean {
    const [from, to] = differenceOf(found, phrase.text);
    for (let start = Math.max(0, at + to - this.#longest); start <= at + from; start += 1) {
      for (let end = at + to; end <= start + this.#longest && end <= text.length; end += 1) {
        if (this.#right.has(text.slice(start, end))) return true;
      }
    }
    return false;
  }
}

const FIRST_HAN = 0x4e00;
const HAN_COUNT = 0x9fff - FIRST_HAN + 1;

/** Two Chinese characters as one small number, -1 where there are none. */
function pairAt(text: string, at: number): number {
  const first = text.charCodeAt(at) - FIRST_HAN;
  const second = text.charCodeAt(at + 1) - FIRST_HAN;
  const isHan = first >= 0 && first < HAN_COUNT && second >= 0 && second < HAN_COUNT;
  return isHan ? first * HAN_COUNT + second : -1;
}

/** What stands in the place of the other half and is nearly that. */
function writtenAs(half: Half<Phrase>, read: (length: number) => string): string[] {
  const { phrase, other } = half;
  const isUnevenToo = phrase.isProtected && phrase.text.length >= SHORTEST_UNEVEN;
  const lengths = isUnevenToo ? [other.length, other.length - 1, other.length + 1] : [other.length];
  return lengths
    .map(read)
    .filter((written, at) => written.length === lengths[at] && isNearMiss(written, other, phrase));
}

function isNearMiss(written: string, meant: string, phrase: Phrase): boolean {
  if (written === meant) return false;
  if (written.length !== meant.length) return isHan(written) && isUneven(written, meant);
  const differing = differencesOf(written, meant);
  if (differing.length > MOST_DIFFERENCES || !isHan(written)) return false;
  const likenessAt = (at: number) => alike(meant.charAt(at), written.charAt(at));
  const isLong = phrase.text.length >= SHORTEST_TWO_NEAR;
  switch (differing.length) {
    case 1:
      return isLikelySingle(likenessAt(differing[0] ?? 0), phrase);
    case 2:
      return differing.every((at) => likenessAt(at) === 'same' || (isLong && likenessAt(at) === 'near'));
    case 3:
      return isLong && differing.every((at) => ['same', 'near'].includes(likenessAt(at)));
    default:
      return false;
  }
}

/** Places in which two texts of one length differ; the first ones only, once they are too many. */
function differencesOf(written: string, meant: string): number[] {
  const differing: number[] = [];
  for (let at = 0; at < meant.length && differing.length <= MOST_DIFFERENCES; at += 1) {
    if (written.charCodeAt(at) !== meant.charCodeAt(at)) differing.push(at);
  }
  return differing;
}

function isHan(text: string): boolean {
  return /^[\u4e00-\u9fff]+$/.test(text);
}

type Alike = ReturnType<typeof likenessOf> | 'shape';

function alike(one: string, other: string): Alike {
  const sound = likenessOf(one, other);
  return (sound === 'none' || sound === 'slip') && isShapedAlike(one, other) ? 'shape' : sound;
}

function isLikelySingle(likeness: Alike, { text, isProtected, isName = false }: Phrase): boolean {
  switch (likeness) {
    case 'same':
    case 'near':
    case 'shape':
      return true;
    case 'slip':
      return !isName && text.length >= SHORTEST_SLIP;
    case 'none':
      return isProtected && text.length >= SHORTEST_UNLIKE;
  }
}

/** One character missing or one too many, not at the ends, where it would belong to something else. */
function isUneven(written: string, meant: string): boolean {
  const [longer, shorter] = written.length > meant.length ? [written, meant] : [meant, written];
  for (let at = 1; at < longer.length - 1; at += 1) {
    if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true;
  }
  return false;
}

/** From the first character that differs to behind the last one, in what was found. */
function differenceOf(found: string, meant: string): [from: number, to: number] {
  let from = 0;
  while (from < found.length && found.charAt(from) === meant.charAt(from)) from += 1;
  let behind = 0;
  while (behind < found.length - from && found.at(-1 - behind) === meant.at(-1 - behind)) behind += 1;
  return [from, found.length - behind];
}

function listed<Each>(map: Map<number, Each[]>, key: number): Each[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
