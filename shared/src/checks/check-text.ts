import { checkCollocations, checkMisspellings } from './collocations.ts';
import type { CheckContext } from './context.ts';
import { checkDoubledWords } from './doubled-words.ts';
import type { CheckedText, Finding } from './finding.ts';
import { checkDates } from './impossible-dates.ts';
import { checkLawTitles } from './law-titles.ts';
import { checkLocalWords } from './local-words.ts';
import { withoutOverlaps } from './overlaps.ts';
import { checkPageForm } from './page-form.ts';
import { checkPairs, checkWidth } from './punctuation.ts';
import { allAtOnce, type Sliced } from './slices.ts';
import { checkSpam } from './spam.ts';
import { checkWording } from './wording.ts';

/** A family of rules: what it finds in a text. It changes nothing and throws for no text. */
export type Check = (text: CheckedText, context: CheckContext) => Finding[];

/** Every family of rules that reads text; statistics come after them. A new one is added here and nowhere else. */
const CHECKS: readonly Check[] = [
  (text, { localWords = [] }) => checkLocalWords(text, localWords),
  checkMisspellings,
  checkCollocations,
  checkLawTitles,
  checkDates,
  checkPageForm,
  checkSpam,
  checkDoubledWords,
  checkPairs,
  checkWidth,
];

/** What all families find in a text, in its order; of findings that overlap, the one that knows most. */
export function checkText(text: CheckedText, context: CheckContext = {}): Finding[] {
  return allAtOnce(checkTextInSlices(text, context));
}

/** The same in slices, for a thread that somebody else waits for: an editor who types, or requests to a server. */
export function* checkTextInSlices(text: CheckedText, context: CheckContext = {}): Sliced<Finding[]> {
  const found: Finding[][] = [];
  for (const check of CHECKS) {
    found.push(check(text, context));
    yield;
  }
  if (context.model !== undefined) found.push(yield* checkWording(text, context.model));
  return withoutOverlaps(found.flat());
}
