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
import { checkSpam } from './spam.ts';
import { checkWording } from './wording.ts';

/** A family of rules: what it finds in a text. It changes nothing and throws for no text. */
export type Check = (text: CheckedText, context: CheckContext) => Finding[];

/** Every family of rules that reads text. A new one is added here and nowhere else. */
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
  (text, { model }) => (model === undefined ? [] : checkWording(text, model)),
];

/** What all families find in a text, in its order; of findings that overlap, the one that knows most. */
export function checkText(text: CheckedText, context: CheckContext = {}): Finding[] {
  return withoutOverlaps(CHECKS.flatMap((check) => check(text, context)));
}
