import { FEATURES } from '../../shared/src/checks/wording-evidence.ts';
import type { Network } from '../../shared/src/checks/wording-network.ts';
import type { Random } from '../bench/random.ts';
import type { Example } from './examples.ts';

const HIDDEN = 24;
const EPOCHS = 6;
const FIRST_RATE = 0.02;
const RATE_DECAY = 0.6;
/** Of the weights that are kept. */
const DECIMALS = 1e4;

/** Gradient descent on the logarithm of the likelihood, example by example. */
export function trainNetwork(examples: readonly Example[], random: Random): Network {
  const { means, spreads } = scaleOf(examples);
  const scaled = examples.map(({ features, isError }) => ({
    input: Float64Array.from(features, (value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    target: isError ? 1 : 0,
  }));
  const start = () => (random.below(10_000) / 10_000 - 0.5) * 0.4;
  const hidden = Array.from({ length: HIDDEN }, () => Float64Array.from({ length: FEATURES }, start));
  const hiddenBias = new Float64Array(HIDDEN);
  const output = Float64Array.from({ length: HIDDEN }, start);
  let outputBias = 0;

  let rate = FIRST_RATE;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1, rate *= RATE_DECAY) {
    shuffle(scaled, random);
    for (const { input, target } of scaled) {
      const active = hidden.map((weights, unit) => Math.tanh(product(weights, input) + (hiddenBias[unit] ?? 0)));
      const score = active.reduce((sum, value, unit) => sum + value * (output[unit] ?? 0), outputBias);
      const step = rate * (1 / (1 + Math.exp(-score)) - target);
      outputBias -= step;
      for (let unit = 0; unit < HIDDEN; unit += 1) {
        const value = active[unit] ?? 0;
        const back = step * (output[unit] ?? 0) * (1 - value * value);
        output[unit] = (output[unit] ?? 0) - step * value;
        hiddenBias[unit] = (hiddenBias[unit] ?? 0) - back;
        descend(hidden[unit] ?? new Float64Array(), input, back);
      }
    }
  }
  const plain = (values: Iterable<number>) => Array.from(values, (value) => Math.round(value * DECIMALS) / DECIMALS);
  return {
    means: plain(means),
    spreads: plain(spreads),
    hidden: hidden.map(plain),
    hiddenBias: plain(hiddenBias),
    output: plain(output),
    outputBias,
  };
}

function product(weights: Float64Array, input: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (input[at] ?? 0);
  return sum;
}

function descend(weights: Float64Array, input: Float64Array, step: number): void {
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) - step * (input[at] ?? 0);
}

function scaleOf(examples: readonly Example[]): { means: Float64Array; spreads: Float64Array } {
  const means = new Float64Array(FEATURES);
  const squares = new Float64Array(FEATURES);
  for (const { features } of examples) {
    features.forEach((value, at) => {
      means[at] = (means[at] ?? 0) + value / examples.length;
      squares[at] = (squares[at] ?? 0) + (value * value) / examples.length;
    });
  }
  const spreads = squares.map((square, at) => Math.sqrt(Math.max(1e-4, square - (means[at] ?? 0) ** 2)));
  return { means, spreads };
}

function shuffle<Each>(list: Each[], random: Random): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [list[at], list[other]] = [list[other] as Each, list[at] as Each];
  }
}
