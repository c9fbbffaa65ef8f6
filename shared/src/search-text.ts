/**
 * How text is cut for the full-text index: into units, which are single Han characters and whole words of other letters
 * and digits, and the units into overlapping pairs, the same way when a text is indexed and when it is searched. So every
 * stretch of text is found as it stands, whatever its punctuation: 《》, brackets and spaces count for nothing, and only
 * the end of a line separates.
 */

const UNIT =
  /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]|(?:(?![\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}])[\p{L}\p{N}])+/gu;

/** Full-width forms to half-width, compatibility forms folded, lower case. Never changes which substrings match. */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What a text is found by. */
export interface IndexTokens {
  /** In order. The last unit of a line stands alone, so that every unit begins a pair. */
  readonly pairs: string[];
  /** The Han characters, each once: what a query of one character is looked up in. */
  readonly characters: string[];
}

export function indexTokens(text: string): IndexTokens {
  const pairs: string[] = [];
  const characters = new Set<string>();
  for (const line of normaliseText(text).split(LINE_END)) {
    const units = unitsOf(line);
    for (const [at, unit] of units.entries()) {
      pairs.push(pairOf(unit, units[at + 1]));
      if (isHan(unit)) characters.add(unit);
    }
  }
  return { pairs, characters: [...characters] };
}

/** What a query asks for. All of it must occur. */
export interface SearchTerms {
  /** FTS5 phrases over the pairs. Every token is quoted, so no FTS5 operator can be smuggled in. */
  readonly phrases: string[];
  /** Single characters, each to be found among the characters of a text. */
  readonly characters: string[];
}

/** Each word between white space is a term. Null when nothing in the query can be searched for. */
export function searchTerms(query: string): SearchTerms | null {
  const phrases: string[] = [];
  const characters: string[] = [];
  for (const word of normaliseText(query).split(/\s+/)) {
    const units = unitsOf(word);
    const [first] = units;
    if (first === undefined) continue;
    if (units.length === 1 && isHan(first)) characters.push(first);
    else phrases.push(phraseOf(units));
  }
  return phrases.length + characters.length === 0 ? null : { phrases, characters };
}

/** As one FTS5 query over the pairs: a single character is the beginning of a pair. */
export function toMatch({ phrases, characters }: SearchTerms): string {
  return [...phrases, ...characters.map((character) => `"${character}" *`)].join(' AND ');
}

/** A word of letters and digits at the end may be the beginning of a longer one. */
function phraseOf(units: readonly string[]): string {
  const pairs = units.slice(0, -1).map((unit, at) => pairOf(unit, units[at + 1]));
  const last = units.at(-1) ?? '';
  return `"${pairs.length > 0 ? pairs.join(' ') : last}"${isHan(last) ? '' : ' *'}`;
}

const LINE_END = /[\n\r\u2028\u2029]+/;

function unitsOf(text: string): string[] {
  return text.match(UNIT) ?? [];
}

/** Two words need something between them, or "a b" and "ab" would be one. */
function pairOf(unit: string, next: string | undefined): string {
  if (next === undefined) return unit;
  return isHan(unit) || isHan(next) ? unit + next : `${unit}_${next}`;
}

/** As {@link UNIT} has it: a unit that begins with a Han character is one. */
function isHan(unit: string): boolean {
  const code = unit.codePointAt(0) ?? 0;
  return (
    code >= 0x3400 && (code <= 0x9fff || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x323af))
  );
}

export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Shows where the words of a query stand in a text: made once for a query, asked for each of its hits. */
export class HitMarker {
  readonly #pattern: RegExp | null;

  constructor(query: string) {
    this.#pattern = hitPattern(query);
  }

  /** The whole of `text`, cut into parts that are hits of a word of the query and parts that are not. */
  mark(text: string): ExcerptPart[] {
    const parts: ExcerptPart[] = [];
    let plainFrom = 0;
    for (const hit of this.#pattern === null ? [] : foldKeepingLength(text).matchAll(this.#pattern)) {
      if (plainFrom < hit.index) parts.push({ text: text.slice(plainFrom, hit.index), isHit: false });
      plainFrom = hit.index + hit[0].length;
      parts.push({ text: text.slice(hit.index, plainFrom), isHit: true });
    }
    if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), isHit: false });
    return parts;
  }

  /** A stretch of `text` around the first hit of any word of the query, cut as {@link mark} cuts. */
  excerpt(text: string, length = 120): ExcerptPart[] {
    const first = this.#pattern === null ? 0 : Math.max(0, foldKeepingLength(text).search(this.#pattern));
    const from = boundary(text, Math.max(0, first - Math.floor(length / 4)));
    const to = boundary(text, Math.min(text.length, from + length));
    const parts = this.mark(text.slice(from, to));
    if (from > 0) parts.unshift({ text: '…', isHit: false });
    if (to < text.length) parts.push({ text: '…', isHit: false });
    return parts;
  }
}

/** Finds the words of a query where the index finds them, the longer of two that begin at one place. */
function hitPattern(query: string): RegExp | null {
  const words = normaliseText(query)
    .split(/\s+/)
    .map(unitsOf)
    .filter((units) => units.length > 0)
    .sort((a, b) => b.join('').length - a.join('').length);
  if (words.length === 0) return null;
  // Units hold nothing but letters and digits: none of them means anything to a pattern.
  return new RegExp(words.map((units) => units.join('[^\\p{L}\\p{N}]*')).join('|'), 'gu');
}

/** The end of the character that a cut at `at` would split, else `at`. */
function boundary(text: string, at: number): number {
  const isSplit = /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
  return isSplit ? at + 1 : at;
}

/** {@link normaliseText} code unit by code unit, so that positions in the result are positions in the text. */
function foldKeepingLength(text: string): string {
  // What most of a text is made of stays as it is and is stepped over.
  return text.replace(/[^a-z0-9\s\u4e00-\u9fff]/g, (unit) => {
    const plain = normaliseText(unit);
    return plain.length === 1 ? plain : unit;
  });
}
