import { likenessOf } from './sounds.ts';
import { TRADITIONAL } from './data/traditional.ts';
import { type CheckedText, type Finding, findingIn, type Severity } from './finding.ts';

/** A word that a department watches for. Nobody publishes a list of them for all: each keeps its own. */
export interface LocalWord {
  readonly word: string;
  /** What to write instead; '' to delete it, null where only the writer can know. */
  readonly suggestion: string | null;
  readonly severity: Severity;
  /** Who put it on the list and answers for it. */
  readonly owner: string;
  readonly reason: string;
  /** Whether other characters of the same sound count as well. */
  readonly bySound?: boolean;
}

/** A text without what words are disguised with, and where each of its characters stood. */
interface Undisguised {
  readonly text: string;
  readonly places: readonly number[];
}

/** Finds the words of the list as readers would read them: whatever the width, the symbols in between, the kind of characters. */
export function checkLocalWords(checked: CheckedText, words: readonly LocalWord[]): Finding[] {
  if (words.length === 0) return [];
  const undisguised = undisguise(checked.text);
  return words.flatMap((word) => {
    const wanted = undisguise(word.word).text;
    return wanted === ''
      ? []
      : placesOf(undisguised.text, wanted, word.bySound ?? false).map((at) =>
          localFinding(checked, word, undisguised, { from: at, to: at + wanted.length }),
        );
  });
}

const MEANING = /[\p{L}\p{N}]/u;

function undisguise(text: string): Undisguised {
  const places: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    const folded = character.normalize('NFKC').toLowerCase();
    for (const each of folded) {
      if (!MEANING.test(each)) continue;
      const written = TRADITIONAL.get(each) ?? each;
      plain += written;
      for (let unit = 0; unit < written.length; unit += 1) places.push(at);
    }
    at += character.length;
  }
  return { text: plain, places };
}

function placesOf(text: string, wanted: string, bySound: boolean): number[] {
  const places: number[] = [];
  for (let at = 0; at + wanted.length <= text.length; at += 1) {
    const isThere = bySound ? soundsLike(text, at, wanted) : text.startsWith(wanted, at);
    if (!isThere) continue;
    places.push(at);
    at += wanted.length - 1;
  }
  return places;
}

function soundsLike(text: string, at: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    const [one, other] = [text.charAt(at + index), wanted.charAt(index)];
    if (one !== other && likenessOf(one, other) !== 'same') return false;
  }
  return true;
}

function localFinding(
  checked: CheckedText,
  { word, suggestion, severity, owner, reason }: LocalWord,
  { places }: Undisguised,
  { from, to }: { from: number; to: number },
): Finding {
  const at = places[from] ?? 0;
  const last = places[to - 1] ?? at;
  const end = last + String.fromCodePoint(checked.text.codePointAt(last) ?? 0).length;
  return findingIn(checked, {
    rule: 'local_word',
    severity,
    at,
    found: checked.text.slice(at, end),
    suggestion,
    message: {
      zh: `“${word}”在本部门的用词清单里：${reason}（${owner}）`,
      en: `"${word}" is on the list of this department: ${reason} (${owner})`,
    },
  });
}
