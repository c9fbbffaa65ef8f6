import type { CheckedText, Finding } from './finding.ts';
import { allAtOnce, type Sliced } from './slices.ts';
import { evidenceAt, Repetitions, replaced, windowAt } from './wording-evidence.ts';
import type { WordingModel } from './wording-model.ts';
import { codesOf, isHanCode, MARGIN } from './wording-text.ts';

/** A character that the model takes for another one of the same sound. */
export interface Misspelling {
  readonly at: number;
  readonly meant: string;
  readonly score: number;
  /** The run around it that shows what was meant, in the text as it stands. */
  readonly from: number;
  readonly to: number;
}

/** Characters that are weighed in one slice: a few milliseconds. */
const SLICE_LENGTH = 256;

/** Statistics are never certain: what the model finds is a warning. */
export function* checkWording({ place, part, text }: CheckedText, model: WordingModel): Sliced<Finding[]> {
  const found = yield* misspellingsInSlices(text, model);
  return found.map(({ at, meant, from, to }) => {
    const written = text.slice(from, to);
    const suggestion = text.slice(from, at) + meant + text.slice(at + 1, to);
    return {
      rule: 'unusual_wording',
      severity: 'warning',
      place,
      part,
      at: from,
      found: written,
      suggestion,
      message: {
        zh: `“${written}”很少见，同音的“${suggestion}”常见，请核对“${text.charAt(at)}”字`,
        en: `"${written}" is rare and "${suggestion}", which sounds the same, is common: check "${text.charAt(at)}"`,
      },
    };
  });
}

/** In the order of the text; of two beside each other the likelier. */
export function misspellings(text: string, model: WordingModel): Misspelling[] {
  return allAtOnce(misspellingsInSlices(text, model));
}

function* misspellingsInSlices(text: string, model: WordingModel): Sliced<Misspelling[]> {
  const codes = codesOf(text);
  let repetitions: Repetitions | null = null;
  const found: Misspelling[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at % SLICE_LENGTH === 0) yield;
    if (!isHanCode(codes[MARGIN + at] ?? 0)) continue;
    const window = windowAt(codes, at);
    const evidence = evidenceAt(model, window, () => (repetitions ??= new Repetitions(codes)));
    if (evidence === null) continue;
    const score = model.score(evidence.features);
    if (score <= model.threshold) continue;
    const meant = String.fromCharCode(evidence.candidate);
    found.push({ at, meant, score, ...shownRun(model, replaced(window, evidence.candidate), at) });
  }
  return found.filter(
    ({ at, score }) => !found.some((other) => other.at !== at && Math.abs(other.at - at) <= 3 && other.score > score),
  );
}

/** The three characters around the place that are in use most, or two of them at an edge. */
function shownRun(model: WordingModel, meant: Uint16Array, at: number): { from: number; to: number } {
  const runs = [3, 2].flatMap((length) =>
    Array.from({ length }, (_, before) => {
      const from = MARGIN - before;
      return { from, to: from + length, weight: model.weight(meant, from, from + length) };
    }),
  );
  const whole = runs.filter(({ from, to }) => meant.subarray(from, to).every(isHanCode));
  const best = whole.sort((a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight)[0];
  if (best === undefined) return { from: at, to: at + 1 };
  return { from: at + best.from - MARGIN, to: at + best.to - MARGIN };
}
