import type { Verdict } from 'disclosure-contract';
import type { DecisionEntry, ReviewReport } from '../review-api.ts';

/** Where a step stands: agreed to, refused, whose turn it is, or not reached. */
export type StepPlace = 'done' | 'refused' | 'current' | 'coming';

/** With each of these a review ends at its step. */
const REFUSALS: ReadonlySet<Verdict> = new Set(['return', 'on_request', 'withhold']);

export function placeOf(
  { step, state }: Pick<ReviewReport, 'step' | 'state'>,
  index: number,
  made: readonly Pick<DecisionEntry, 'verdict'>[],
): StepPlace {
  if (made.some(({ verdict }) => REFUSALS.has(verdict))) return 'refused';
  if (index < step) return 'done';
  if (state === 'open') return index === step ? 'current' : 'coming';
  return made.length > 0 ? 'done' : 'coming';
}
