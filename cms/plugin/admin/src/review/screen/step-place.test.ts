import type { ReviewState, Verdict } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { placeOf } from './step-place.ts';

const made = (...verdicts: Verdict[]) => verdicts.map((verdict) => ({ verdict }));

test.each<[ReviewState, number, Verdict[], string]>([
  ['open', 0, ['agree'], 'done'],
  ['open', 1, [], 'current'],
  ['open', 1, ['refer'], 'current'],
  ['open', 2, [], 'coming'],
  ['approved', 1, ['agree'], 'done'],
  ['returned', 0, ['agree'], 'done'],
  ['returned', 1, ['return'], 'refused'],
  ['returned', 2, [], 'coming'],
  ['withheld', 1, ['withhold'], 'refused'],
  ['withheld', 1, ['refer', 'on_request'], 'refused'],
  ['reopened', 1, ['withhold', 'reopen'], 'refused'],
  ['void', 1, [], 'coming'],
])('in a review that is %s at its second step, the step %i with %j is %s', (state, index, verdicts, place) => {
  expect(placeOf({ step: 1, state }, index, made(...verdicts))).toBe(place);
});
