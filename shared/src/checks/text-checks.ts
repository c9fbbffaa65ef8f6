import type { CheckedText, Finding } from './finding.ts';
import { findPersonalData } from './personal-data.ts';

/** A family of rules that judge by the text alone: pure, so that they run in the form as well as under the gate. */
export type TextCheck = (texts: readonly CheckedText[]) => Finding[];

/** Every family, in the order in which what they find is shown. */
export const TEXT_CHECKS: readonly TextCheck[] = [findPersonalData];

export function checkTexts(texts: readonly CheckedText[]): Finding[] {
  return TEXT_CHECKS.flatMap((check) => check(texts));
}
