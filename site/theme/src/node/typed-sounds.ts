import { charactersRead } from 'disclosure-contract/sounds';

const LONGEST_SYLLABLE = 6;
const MOST_READINGS = 4;
/** Interjections such as 嗯 are read as no more than a consonant, and nobody means them. */
const isTyped = (syllable: string) => /[aeiouv]/.test(syllable) && charactersRead(syllable).length > 0;

/**
 * What somebody typed whose Chinese keyboard was off, as syllables: `xian` is one or two. Each way to read it, those with the
 * fewest syllables first; none where it is something else.
 */
export function syllablesIn(typed: string): string[][] {
  const letters = typed.toLowerCase().replaceAll(/[\s'-]+/g, '');
  if (!/^[a-z]+$/.test(letters)) return [];
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end += 1) {
    const ending: string[][] = [];
    for (let from = Math.max(0, end - LONGEST_SYLLABLE); from < end; from += 1) {
      const syllable = letters.slice(from, end);
      if (isTyped(syllable)) for (const way of ways[from] ?? []) ending.push([...way, syllable]);
    }
    ways.push(ending.sort((one, other) => one.length - other.length).slice(0, MOST_READINGS));
  }
  return ways.at(-1) ?? [];
}
