import { LONGEST_NGRAM } from './ngram-table.ts';
import type { Candidate, WordingModel } from './wording-model.ts';
import { isHanCode, MARGIN } from './wording-text.ts';

/** What speaks for another character in a place. */
export interface Evidence {
  readonly candidate: number;
  readonly features: Float32Array;
}

type Weights = Pick<WordingModel, 'weight' | 'candidates'>;

/** The place of the character in the window around it. */
const CENTRE = MARGIN;
const WINDOW = 2 * MARGIN + 1;

/** For each length from two on: mean and most of the weights of all runs through the centre, those that end and begin there. */
const PER_LENGTH = 4;
const PER_WINDOW = (LONGEST_NGRAM - 1) * PER_LENGTH;
export const FEATURES = 2 * PER_WINDOW + 14;

const SUM = 0;
const MOST = 1;

/** How often runs stand in one text: what a writer repeats is meant. */
export class Repetitions {
  readonly #counts = new Map<number, number>();

  constructor(codes: Uint16Array) {
    for (let at = 0; at + 2 <= codes.length; at += 1) {
      this.#add(keyOf(codes, at, at + 2));
      if (at + 3 <= codes.length) this.#add(keyOf(codes, at, at + 3));
    }
  }

  #add(key: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Bits: 0 for a run that stands there once, or never. */
  bits(codes: Uint16Array, from: number, to: number): number {
    return Math.log2(Math.max(1, this.#counts.get(keyOf(codes, from, to)) ?? 1));
  }
}

function keyOf(codes: Uint16Array, from: number, to: number): number {
  let key = to - from;
  for (let at = from; at < to; at += 1) key = key * 0x10000 + (codes[at] ?? 0);
  return key;
}

/**
 * The evidence that another character was meant in the centre of a window, or null when there is none to weigh: the character
 * stands in a run of four that is in use, or nothing that sounds like it would.
 */
export function evidenceAt(model: Weights, window: Uint16Array, repetitionsOf: () => Repetitions): Evidence | null {
  const centre = window[CENTRE] ?? 0;
  if (!isHanCode(centre) || isInUse(model, window)) return null;
  const best = bestCandidate(model, window);
  if (best === null) return null;
  const repetitions = repetitionsOf();
  const features = new Float32Array(FEATURES);
  weighRuns(model, window, features, 0);
  weighRuns(model, replaced(window, best.candidate.code), features, PER_WINDOW);
  const weigh = (from: number, to: number) => model.weight(window, from, to);
  features.set(
    [
      weigh(CENTRE, CENTRE + 1),
      model.weight(Uint16Array.of(best.candidate.code), 0, 1),
      best.candidate.isSame ? 1 : 0,
      best.secondRank,
      best.rank,
      isHanCode(window[CENTRE - 1] ?? 0) ? 1 : 0,
      isHanCode(window[CENTRE + 1] ?? 0) ? 1 : 0,
      repetitions.bits(window, CENTRE - 1, CENTRE + 1),
      repetitions.bits(window, CENTRE, CENTRE + 2),
      repetitions.bits(window, CENTRE - 1, CENTRE + 2),
      weigh(CENTRE - 2, CENTRE),
      weigh(CENTRE + 1, CENTRE + 3),
      weigh(CENTRE - 3, CENTRE),
      weigh(CENTRE + 1, CENTRE + 4),
    ],
    2 * PER_WINDOW,
  );
  return { candidate: best.candidate.code, features };
}

/** The window around the character at `at` of a text. */
export function windowAt(codes: Uint16Array, at: number): Uint16Array {
  return codes.slice(at, at + WINDOW);
}

export function replaced(window: Uint16Array, code: number): Uint16Array {
  const other = window.slice();
  other[CENTRE] = code;
  return other;
}

function isInUse(model: Weights, window: Uint16Array): boolean {
  for (let from = CENTRE - 3; from <= CENTRE; from += 1) if (model.weight(window, from, from + 4) > 0) return true;
  return false;
}

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: number;
}

function bestCandidate(model: Weights, window: Uint16Array): (Ranked & { readonly secondRank: number }) | null {
  const weights = new Float32Array(PER_WINDOW);
  const trial = window.slice();
  const ranked: Ranked[] = [];
  for (const candidate of model.candidates(window[CENTRE] ?? 0)) {
    trial[CENTRE] = candidate.code;
    if (!isKnownInThree(model, trial)) continue;
    weighRuns(model, trial, weights, 0);
    ranked.push({ candidate, rank: rankOf(weights) + (candidate.isSame ? 1 : 0) });
  }
  const [best, second] = ranked.sort((one, other) => other.rank - one.rank);
  return best === undefined ? null : { ...best, secondRank: second?.rank ?? 0 };
}

function isKnownInThree(model: Weights, window: Uint16Array): boolean {
  for (let from = CENTRE - 2; from <= CENTRE; from += 1) if (model.weight(window, from, from + 3) > 0) return true;
  return false;
}

/** Longer runs say more. */
function rankOf(weights: Float32Array): number {
  let rank = 0;
  for (let length = 2; length <= LONGEST_NGRAM; length += 1) {
    const at = (length - 2) * PER_LENGTH;
    rank += (weights[at + SUM] ?? 0) * Math.min(2, length / 2) + (weights[at + MOST] ?? 0);
  }
  return rank;
}

function weighRuns(model: Weights, window: Uint16Array, into: Float32Array, offset: number): void {
  for (let length = 2; length <= LONGEST_NGRAM; length += 1) {
    const at = offset + (length - 2) * PER_LENGTH;
    let sum = 0;
    let most = 0;
    for (let from = CENTRE - length + 1; from <= CENTRE; from += 1) {
      const weight = model.weight(window, from, from + length);
      sum += weight;
      most = Math.max(most, weight);
    }
    into[at] = sum / length;
    into[at + 1] = most;
    into[at + 2] = model.weight(window, CENTRE - length + 1, CENTRE + 1);
    into[at + 3] = model.weight(window, CENTRE, CENTRE + length);
  }
}
