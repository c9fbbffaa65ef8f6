import { readingsOf } from 'disclosure-contract/sounds';
import type { ServiceEntry } from './node/views.ts';

/** Services whose names begin with the same sound. */
export interface ServiceLetter {
  /** `A` to `Z`, or `#` for what begins with neither a character nor a letter. */
  readonly letter: string;
  readonly services: readonly ServiceEntry[];
}

const BY_SOUND = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/** By pinyin initial, A to Z and within a letter by sound. */
export function servicesByLetter(services: readonly ServiceEntry[]): ServiceLetter[] {
  const lettered = services.map((service) => ({ service, letter: letterOf(service) }));
  return [...new Set(lettered.map(({ letter }) => letter))]
    .sort((one, other) => rankOf(one) - rankOf(other))
    .map((letter) => ({
      letter,
      services: lettered
        .filter((each) => each.letter === letter)
        .map(({ service }) => service)
        .sort((one, other) => BY_SOUND.compare(one.title, other.title)),
    }));
}

/** The address was made from what the whole title is read as: of a character with several sounds, it tells which is meant. */
function letterOf({ title, slug }: Pick<ServiceEntry, 'title' | 'slug'>): string {
  const [first = ''] = title.match(/[\p{L}\p{N}]/u) ?? [];
  const sounds = readingsOf(first).map((reading) => reading.charAt(0));
  const sound = sounds.find((initial) => slug.startsWith(initial)) ?? sounds[0] ?? first;
  return /^[a-z]$/i.test(sound) ? sound.toUpperCase() : '#';
}

function rankOf(letter: string): number {
  return letter === '#' ? Number.POSITIVE_INFINITY : (letter.codePointAt(0) ?? 0);
}
