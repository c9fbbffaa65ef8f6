import { SYLLABLES } from './data/syllables.ts';

/** Every reading of a character, without tones. */
const readings = new Map<string, string[]>();
const bySyllable = new Map<string, string[]>();
const byFolded = new Map<string, string[]>();
const foldings = new Map<string, string>();

for (const line of SYLLABLES) {
  const [syllable = '', first = '', further = ''] = line.split(':');
  for (const character of first) addReading(character, syllable, 'first');
  for (const character of further) addReading(character, syllable, 'further');
}

function addReading(character: string, syllable: string, order: 'first' | 'further'): void {
  const known = listIn(readings, character);
  if (order === 'first') known.unshift(syllable);
  else known.push(syllable);
  listIn(bySyllable, syllable).push(character);
  listIn(byFolded, folded(syllable)).push(character);
}

/** Characters that are read as a toneless syllable; none where the letters are no syllable. */
export function charactersRead(syllable: string): readonly string[] {
  return bySyllable.get(syllable) ?? [];
}

/** Characters that are read as a syllable, or as one that speakers of many dialects take for it (fan and fang). */
export function charactersReadLike(syllable: string): readonly string[] {
  return byFolded.get(folded(syllable)) ?? [];
}

export type Likeness = 'same' | 'near' | 'slip' | 'none';

/** Toneless readings of a character, the usual one first; empty for one that is no common Chinese character. */
export function readingsOf(character: string): readonly string[] {
  return readings.get(character) ?? [];
}

/**
 * How two characters sound to somebody who types by sound: the `same`, `near` (zh and z, n and l, ng and n), or a `slip` of
 * one letter (mi and mu).
 */
export function likenessOf(one: string, other: string): Likeness {
  const [ones, others] = [readingsOf(one), readingsOf(other)];
  if (ones.some((reading) => others.includes(reading))) return 'same';
  const some = (rule: (a: string, b: string) => boolean) => ones.some((a) => others.some((b) => rule(a, b)));
  if (some((a, b) => folded(a) === folded(b))) return 'near';
  return some((a, b) => initialOf(a) === initialOf(b) && isOneLetterApart(a, b)) ? 'slip' : 'none';
}

function isOneLetterApart(one: string, other: string): boolean {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (longer.length - shorter.length > 1) return false;
  const at = [...longer].findIndex((letter, index) => letter !== shorter.charAt(index));
  return longer.slice(at + 1) === shorter.slice(longer.length === shorter.length ? at + 1 : at);
}

/** Characters that sound like `character`, those of quite the same sound first. */
export function soundAlikes(character: string): { readonly character: string; readonly isSame: boolean }[] {
  const found = new Map<string, boolean>();
  for (const reading of readingsOf(character)) for (const same of bySyllable.get(reading) ?? []) found.set(same, true);
  for (const reading of readingsOf(character)) {
    for (const near of byFolded.get(folded(reading)) ?? []) if (!found.has(near)) found.set(near, false);
  }
  found.delete(character);
  return [...found].map(([each, isSame]) => ({ character: each, isSame }));
}

/** What speakers of many dialects do not tell apart becomes one. */
function folded(syllable: string): string {
  const known = foldings.get(syllable);
  if (known !== undefined) return known;
  const fold = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/([aei]n)g$/, '$1');
  foldings.set(syllable, fold);
  return fold;
}

function initialOf(syllable: string): string {
  return /^(?:[zcs]h|[^aeiouv])/.exec(syllable)?.[0] ?? syllable;
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
