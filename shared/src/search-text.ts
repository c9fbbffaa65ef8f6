/**
 * How Chinese is cut for the full-text index: into overlapping pairs of characters (bigrams), the same way when a text is
 * indexed and when it is searched, so that every substring of one character or more is found exactly.
 */

const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
const WORD = /[\p{L}\p{N}]/u;

/** Full-width forms to half-width, compatibility forms folded, lower case. Never changes which substrings match. */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The index tokens of a text. A run of n Han characters gives its n−1 pairs and, at the end, its last character alone, so
 * that a one-character query finds every position by prefix. Letters and digits stay whole words.
 */
export function indexTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const run of runsOf(normaliseText(text))) {
    if (!run.isHan) {
      tokens.push(run.chars.join(''));
      continue;
    }
    for (const [at, char] of run.chars.entries()) tokens.push(char + (run.chars[at + 1] ?? ''));
  }
  return tokens;
}

/**
 * An FTS5 query that finds `query` as it stands: words separated by white space must all occur, each as a phrase. Gives
 * null when nothing in it can be searched for. Every token is quoted, so no FTS5 operator can be smuggled in.
 */
export function matchQuery(query: string): string | null {
  const phrases: string[] = [];
  for (const word of normaliseText(query).split(/\s+/)) {
    for (const phrase of phrasesOf(word)) phrases.push(phrase);
  }
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

/**
 * A word is one phrase over its tokens. Where a run of Han characters ends inside the word, it ends in the text as well,
 * so its last character is asked for; at the end of the word the text may go on, so the last token matches by prefix.
 */
function phrasesOf(word: string): string[] {
  const runs = [...runsOf(word)];
  const tokens: string[] = [];
  for (const [at, run] of runs.entries()) {
    const isLast = at === runs.length - 1;
    if (!run.isHan) {
      tokens.push(run.chars.join(''));
      continue;
    }
    for (let pair = 0; pair + 1 < run.chars.length; pair += 1) tokens.push(`${run.chars[pair]}${run.chars[pair + 1]}`);
    if (!isLast || run.chars.length === 1) tokens.push(run.chars.at(-1) ?? '');
  }
  const last = runs.at(-1);
  if (last === undefined) return [];
  const endsOpen = !last.isHan || last.chars.length === 1;
  return [`"${tokens.join(' ')}"${endsOpen ? ' *' : ''}`];
}

interface Run {
  readonly isHan: boolean;
  readonly chars: readonly string[];
}

/** Stretches of Han characters and stretches of other letters and digits; everything else separates. */
function* runsOf(text: string): Generator<Run> {
  let chars: string[] = [];
  let isHan = false;
  for (const char of text) {
    const han = HAN.test(char);
    const word = han || WORD.test(char);
    if (chars.length > 0 && (!word || han !== isHan)) {
      yield { isHan, chars };
      chars = [];
    }
    if (word) {
      isHan = han;
      chars.push(char);
    }
  }
  if (chars.length > 0) yield { isHan, chars };
}

export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** A stretch of `text` around the first hit of any word of `query`, cut into parts that are hits and parts that are not. */
export function excerpt(text: string, query: string, length = 120): ExcerptPart[] {
  const words = normaliseText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const folded = foldKeepingLength(text);
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0));
  const start = Number.isFinite(first) ? Math.max(0, first - Math.floor(length / 4)) : 0;
  const from = boundary(text, start);
  const to = boundary(text, Math.min(text.length, start + length));
  const parts = markHits(text.slice(from, to), query);
  if (from > 0) parts.unshift({ text: '…', isHit: false });
  if (to < text.length) parts.push({ text: '…', isHit: false });
  return parts;
}

/** The whole of `text`, cut into parts that are hits of a word of `query` and parts that are not. */
export function markHits(text: string, query: string): ExcerptPart[] {
  const words = normaliseText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const folded = foldKeepingLength(text);
  const parts: ExcerptPart[] = [];
  let at = 0;
  let plainFrom = 0;
  while (at < text.length) {
    const hit = words.filter((word) => folded.startsWith(word, at)).sort((a, b) => b.length - a.length)[0];
    if (hit === undefined) {
      at += 1;
      continue;
    }
    if (plainFrom < at) parts.push({ text: text.slice(plainFrom, at), isHit: false });
    parts.push({ text: text.slice(at, at + hit.length), isHit: true });
    at += hit.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), isHit: false });
  return parts;
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
