/** A network of one hidden layer that weighs the evidence for a wrong character. Inputs are scaled by mean and spread. */
export interface Network {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  /** One row of input weights for each hidden unit. */
  readonly hidden: readonly (readonly number[])[];
  readonly hiddenBias: readonly number[];
  readonly output: readonly number[];
  readonly outputBias: number;
}

/** The logarithm of the odds that the character is wrong, as the network was taught on made errors. */
export function networkScore(network: Network, features: Float32Array): number {
  const scaled = network.means.map((mean, at) => ((features[at] ?? 0) - mean) / (network.spreads[at] ?? 1));
  return network.hidden.reduce((sum, weights, unit) => {
    let input = network.hiddenBias[unit] ?? 0;
    for (let at = 0; at < scaled.length; at += 1) input += (weights[at] ?? 0) * (scaled[at] ?? 0);
    return sum + (network.output[unit] ?? 0) * Math.tanh(input);
  }, network.outputBias);
}
