import { checkText } from './check-text.ts';
import type { CheckContext } from './context.ts';
import type { CheckedText, Finding } from './finding.ts';
import { findPersonalData } from './personal-data.ts';

/** What every family of rules finds in the texts of one item or file: in the form as well as under the gate. */
export function checkTexts(texts: readonly CheckedText[], context: CheckContext = {}): Finding[] {
  return [...findPersonalData(texts), ...texts.flatMap((text) => checkText(text, context))];
}
