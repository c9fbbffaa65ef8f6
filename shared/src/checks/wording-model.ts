import { LONGEST_NGRAM, NgramTable } from './ngram-table.ts';
import { soundAlikes } from './sounds.ts';
import { type Network, networkScore } from './wording-network.ts';

/** In browsers and in Node, and in no list of types that both have. */
declare const atob: (base64: string) => string;

/** What was learnt from a collection of texts, as it is kept: everything but the table is small. */
export interface KeptModel {
  /** Day on which it was learnt. */
  readonly learntOn: string;
  /** What it was learnt from, for people. */
  readonly source: string;
  /** Score from which on a character is reported. */
  readonly threshold: number;
  readonly network: Network;
  /** Cells of the n-gram table, little-endian, in base64. */
  readonly table: string;
}

/** A model that is ready for use. */
export interface WordingModel {
  readonly threshold: number;
  weight(codes: Uint16Array, from: number, to: number): number;
  /** Characters that may have been meant by one, as far as the texts learnt from use them. */
  candidates(code: number): readonly Candidate[];
  score(features: Float32Array): number;
}

export interface Candidate {
  readonly code: number;
  readonly isSame: boolean;
}

/** Makes a kept model ready. Its table takes about 2 MB; load it where it is used, and once. */
export function openWordingModel(kept: KeptModel): WordingModel {
  const bytes = atob(kept.table);
  const cells = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < cells.length; at += 1) {
    cells[at] = bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8);
  }
  return makeWordingModel({ ...kept, cells });
}

export function makeWordingModel(parts: {
  readonly cells: Uint16Array;
  readonly network: Network;
  readonly threshold: number;
}): WordingModel {
  const table = new NgramTable(parts.cells);
  const known = new Map<number, readonly Candidate[]>();
  const listCandidates = (code: number): readonly Candidate[] =>
    soundAlikes(String.fromCharCode(code))
      .map(({ character, isSame }) => ({ code: character.charCodeAt(0), isSame }))
      .filter((candidate) => table.weight(Uint16Array.of(candidate.code), 0, 1) > 0);
  return {
    threshold: parts.threshold,
    weight: (codes, from, to) => (to - from > LONGEST_NGRAM ? 0 : table.weight(codes, from, to)),
    candidates(code) {
      const candidates = known.get(code) ?? listCandidates(code);
      known.set(code, candidates);
      return candidates;
    },
    score: (features) => networkScore(parts.network, features),
  };
}
