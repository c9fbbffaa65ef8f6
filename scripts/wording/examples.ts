import { evidenceAt, Repetitions, replaced, windowAt } from '../../shared/src/checks/wording-evidence.ts';
import type { WordingModel } from '../../shared/src/checks/wording-model.ts';
import { codesOf, MARGIN } from '../../shared/src/checks/wording-text.ts';
import type { Random } from '../bench/random.ts';
import type { Regulation } from './regulations.ts';
import { typoFor } from './typos.ts';

/** A place with evidence against its character, and whether an error was made there. */
export interface Example {
  readonly features: Float32Array;
  readonly isError: boolean;
}

/** One place in twelve gets an error of its own, in a text that is otherwise as it was. */
const ONE_ERROR_IN = 12;

/** What the network learns from: every doubtful place of clean texts, and made errors. */
export function examplesIn(model: WordingModel, regulations: readonly Regulation[], random: Random): Example[] {
  return regulations.flatMap(({ text }) => examplesOf(model, text, random));
}

function examplesOf(model: WordingModel, text: string, random: Random): Example[] {
  const examples: Example[] = [];
  const codes = codesOf(text);
  const repetitions = new Repetitions(codes);
  const keep = (window: Uint16Array, isError: boolean) => {
    const evidence = evidenceAt(model, window, () => repetitions);
    if (evidence !== null) examples.push({ features: evidence.features, isError });
  };
  for (let at = 0; at < text.length; at += 1) {
    const window = windowAt(codes, at);
    keep(window, false);
    if (random.below(ONE_ERROR_IN) > 0) continue;
    const typo = typoFor(String.fromCharCode(codes[MARGIN + at] ?? 0), random);
    if (typo !== null) keep(replaced(window, typo.charCodeAt(0)), true);
  }
  return examples;
}
