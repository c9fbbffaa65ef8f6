import { charactersRead, charactersReadLike, readingsOf, soundAlikes } from 'disclosure-contract/sounds';
import { syllablesIn } from './typed-sounds.ts';

/** One character alone sounds like too many, and what is longer is no word. */
const SHORTEST = 2;
const LONGEST = 12;
/** From this length on, two characters may be wrong. */
const LONG = 4;
/** Spellings that are gone on with, the nearest: what sounds alike is near already, of letters nothing is known. */
const KEPT = 12;
const KEPT_OF_LETTERS = 60;
/** It bounds the work for one word, whatever is typed. */
const MOST_QUESTIONS = 3000;

/** A character that may stand in one place, and how far that is from what was typed. */
interface Option {
  readonly character: string;
  readonly distance: number;
}

interface Spelling {
  readonly characters: string;
  readonly distance: number;
  readonly changes: number;
}

/** Says whether two characters stand next to each other in something that can be found. */
type IsKnown = (pair: string) => boolean;

/**
 * Words that sound like a Chinese word, or that letters are read as, the nearest first: all pairs of their characters are
 * known. None of them is the word itself.
 */
export function spellingsOf(word: string, isKnown: IsKnown): string[] {
  const ask = limited(isKnown);
  const ways = syllablesIn(word).filter(isOfWordLength);
  if (ways.length > 0) {
    const spelled = (charactersOf: (syllable: string) => readonly string[]) =>
      ways.flatMap((syllables) =>
        spell(
          syllables.map((syllable) => readAs(syllable, charactersOf(syllable))),
          { ask, kept: KEPT_OF_LETTERS, mostChanges: Number.POSITIVE_INFINITY },
        ),
      );
    const asTyped = spelled(charactersRead);
    return asTyped.length > 0 ? asTyped : spelled(charactersReadLike);
  }
  const characters = [...word];
  if (!/^\p{Script=Han}+$/u.test(word) || !isOfWordLength(characters)) return [];
  const mostChanges = characters.length < LONG ? 1 : 2;
  return spell(characters.map(soundsLike), { ask, kept: KEPT, mostChanges }).filter((spelling) => spelling !== word);
}

function isOfWordLength({ length }: readonly string[]): boolean {
  return length >= SHORTEST && length <= LONGEST;
}

function soundsLike(character: string): Option[] {
  const others = soundAlikes(character).map((other) => ({
    character: other.character,
    distance: other.isSame ? 1 : 2,
  }));
  return [{ character, distance: 0 }, ...others];
}

function readAs(syllable: string, characters: readonly string[]): Option[] {
  return characters.map((character) => ({
    character,
    distance: readingsOf(character)[0] === syllable ? 0 : 1,
  }));
}

interface Spelled {
  readonly ask: IsKnown;
  readonly kept: number;
  readonly mostChanges: number;
}

function spell([first = [], ...rest]: readonly Option[][], { ask, kept, mostChanges }: Spelled): string[] {
  let spellings = first.map(({ character, distance }) => ({
    characters: character,
    distance,
    changes: distance > 0 ? 1 : 0,
  }));
  for (const options of rest) {
    spellings = spellings
      .flatMap((spelling) => options.map((option) => withOption(spelling, option)))
      .filter(({ characters, changes }) => changes <= mostChanges && ask(lastPair(characters)))
      .sort((one, other) => one.distance - other.distance)
      .slice(0, kept);
  }
  return spellings.map(({ characters }) => characters);
}

function withOption({ characters, distance, changes }: Spelling, option: Option): Spelling {
  return {
    characters: characters + option.character,
    distance: distance + option.distance,
    changes: changes + (option.distance > 0 ? 1 : 0),
  };
}

function lastPair(characters: string): string {
  return [...characters].slice(-2).join('');
}

/** Asks about each pair once, and about no more than a limit: what is not asked about is not known. */
function limited(isKnown: IsKnown): IsKnown {
  const answers = new Map<string, boolean>();
  return (pair) => {
    const answer = answers.get(pair) ?? (answers.size < MOST_QUESTIONS && isKnown(pair));
    answers.set(pair, answer);
    return answer;
  };
}
