import { cellsOf } from '../../shared/src/checks/ngram-table.ts';
import { makeWordingModel, type WordingModel } from '../../shared/src/checks/wording-model.ts';
import type { Network } from '../../shared/src/checks/wording-network.ts';
import { Random } from '../bench/random.ts';
import { countNgrams } from './count-ngrams.ts';
import { type Example, examplesIn } from './examples.ts';
import { foldOf, type Regulation } from './regulations.ts';
import { trainNetwork } from './train-network.ts';

const FOLDS = 3;
/** False findings in 20,000 characters of held-out text that the threshold lets through, below what is allowed. */
const FALSE_FINDINGS = 0.35;

export interface Learnt {
  readonly cells: Uint16Array;
  readonly network: Network;
  readonly threshold: number;
}

/**
 * Learns from `regulations` alone. Each fold is judged by what the others know, so that the network meets unknown words as
 * often as it will in use. The network and the threshold come from those judgements; the table that is kept, from all texts.
 */
export function learnWording(regulations: readonly Regulation[], say: (line: string) => void): Learnt {
  const random = new Random(20261128);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const held = regulations.filter((each) => foldOf(each, FOLDS) === fold);
    const others = regulations.filter((each) => foldOf(each, FOLDS) !== fold);
    say(`what ${others.length} texts know of ${held.length} others`);
    const examples = examplesIn(tableOnly(cellsOf(countNgrams(others))), held, random);
    return { examples, characters: held.reduce((sum, { text }) => sum + text.length, 0) };
  });
  const threshold = thresholdOf(folds, random, say);
  say('the network, from all of them');
  const network = trainNetwork(
    folds.flatMap(({ examples }) => examples),
    random,
  );
  return { cells: cellsOf(countNgrams(regulations)), network, threshold };
}

/** The highest scores of clean places in each fold, by a network that the other folds taught. */
function thresholdOf(
  folds: readonly { readonly examples: readonly Example[]; readonly characters: number }[],
  random: Random,
  say: (line: string) => void,
): number {
  const scores = folds.flatMap(({ examples }, held) => {
    say(`a network for fold ${held + 1}`);
    const others = folds.flatMap((fold, at) => (at === held ? [] : fold.examples));
    const model = makeWordingModel({
      cells: new Uint16Array(3),
      network: trainNetwork(others, random),
      threshold: Number.POSITIVE_INFINITY,
    });
    return examples.filter(({ isError }) => !isError).map(({ features }) => model.score(features));
  });
  const characters = folds.reduce((sum, fold) => sum + fold.characters, 0);
  const allowed = Math.floor((FALSE_FINDINGS * characters) / 20_000);
  return scores.sort((a, b) => b - a)[allowed] ?? 0;
}

function tableOnly(cells: Uint16Array): WordingModel {
  const network = { means: [], spreads: [], hidden: [], hiddenBias: [], output: [], outputBias: 0 };
  return makeWordingModel({ cells, network, threshold: Number.POSITIVE_INFINITY });
}
