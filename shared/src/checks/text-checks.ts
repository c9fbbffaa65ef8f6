import { checkTextInSlices } from './check-text.ts';
import type { CheckContext } from './context.ts';
import type { CheckedText, Finding } from './finding.ts';
import { findPersonalData } from './personal-data.ts';
import { allAtOnce, type Sliced } from './slices.ts';

/** What every family of rules finds in the texts of one item or file: in the form as well as under the gate. */
export function checkTexts(texts: readonly CheckedText[], context: CheckContext = {}): Finding[] {
  return allAtOnce(checkTextsInSlices(texts, context));
}

/** The same in slices: see `checkTextInSlices()`. */
export function* checkTextsInSlices(texts: readonly CheckedText[], context: CheckContext = {}): Sliced<Finding[]> {
  const found: Finding[][] = [[...findPersonalData(texts)]];
  for (const text of texts) {
    yield;
    found.push(yield* checkTextInSlices(text, context));
  }
  return found.flat();
}
