import { expect, test } from 'vitest';
import { idlenessAt } from './idleness';

const minute = 60_000;

test.each([
  [0, { phase: 'active' }],
  [14 * minute - 1, { phase: 'active' }],
  [14 * minute, { phase: 'warned', secondsLeft: 60 }],
  [15 * minute - 1, { phase: 'warned', secondsLeft: 1 }],
  [15 * minute, { phase: 'over' }],
  // A machine that slept.
  [20 * 60 * minute, { phase: 'over' }],
])('idlenessAt() after %s ms without activity', (idle, expected) => {
  expect(idlenessAt(1_000_000 + idle, 1_000_000, 15)).toEqual(expected);
});
