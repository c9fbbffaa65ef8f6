import { ALSO_RIGHT, COLLOCATIONS } from './data/collocations.ts';
import { CONTEXTUAL_MISSPELLINGS, MISSPELLINGS } from './data/misspellings.ts';
import { ALSO_RIGHT_NAMES, ORGAN_NAMES, PROTECTED_NAMES } from './data/protected-names.ts';
import type { RuleList } from './data/rule-source.ts';
import { type CheckedText, type Finding, findingIn } from './finding.ts';
import { type Phrase, PhraseBook } from './near-misses.ts';

const phrases: readonly Phrase[] = [
  ...[...new Set(entriesOf(PROTECTED_NAMES))].map((text) => ({ text, isProtected: true })),
  ...[...new Set(entriesOf(ORGAN_NAMES))].map((text) => ({ text, isProtected: false, isName: true })),
  ...[...new Set(entriesOf(COLLOCATIONS))].map((text) => ({ text, isProtected: false })),
];
const book = new PhraseBook(phrases, entriesOf([...ALSO_RIGHT, ...ALSO_RIGHT_NAMES]));

/** Near misses of protected names and official collocations. */
export function checkCollocations(checked: CheckedText): Finding[] {
  return book.nearMisses(checked.text).map(({ at, found, phrase }) => {
    const isName = phrase.isProtected || phrase.isName === true;
    return findingIn(checked, {
      rule: isName ? 'protected_name' : 'collocation',
      severity: 'error',
      at,
      found,
      suggestion: phrase.text,
      message: isName
        ? {
            zh: `“${found}”与规定的名称“${phrase.text}”只差一点，应写准确`,
            en: `"${found}" is nearly the protected name "${phrase.text}": write it exactly`,
          }
        : {
            zh: `“${found}”应为固定用语“${phrase.text}”`,
            en: `"${found}" should be the official phrase "${phrase.text}"`,
          },
    });
  });
}

/** Words that are known to be wrong, some of them in certain contexts only. */
export function checkMisspellings(checked: CheckedText): Finding[] {
  const certain = MISSPELLINGS.flatMap(({ pairs, severity, reason }) =>
    pairs.flatMap(([found, suggestion]) =>
      placesOf(checked.text, found).map((at) => misspelling(checked, { at, found, suggestion, severity, reason })),
    ),
  );
  const inContext = CONTEXTUAL_MISSPELLINGS.flatMap(({ pattern, suggestion, severity, reason }) =>
    [...checked.text.matchAll(pattern)].map(({ 0: found, index: at }) =>
      misspelling(checked, { at, found, suggestion, severity, reason }),
    ),
  );
  return [...certain, ...inContext];
}

function misspelling(
  checked: CheckedText,
  {
    reason,
    ...found
  }: Pick<Finding, 'at' | 'found' | 'severity'> & { readonly suggestion: string; readonly reason: string },
): Finding {
  return findingIn(checked, {
    ...found,
    rule: 'misspelling',
    message: {
      zh: `“${found.found}”应为“${found.suggestion}”（${reason}）`,
      en: `"${found.found}" is a known mistake for "${found.suggestion}"`,
    },
  });
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

function entriesOf(lists: readonly RuleList[]): string[] {
  return lists.flatMap(({ entries }) => entries);
}
