import { orderedText } from 'disclosure-contract/flow';
import { expect, test } from 'vitest';
import { sampleFlow } from '../../../../../../tests/support/sample-flow.ts';
import { depthsOf } from './depths.ts';

test('the main way is not set in; what leaves it is, and what ways come back to is not', () => {
  const flow = sampleFlow(
    { s: 'start', a: 'step', d: 'decision', no: 'step', noEnd: 'end', b: 'step', c: 'step', z: 'end' },
    ['s>a', 'a>d', 'd>no 不符合', 'no>noEnd', 'd>b 符合', 'b>c', 'c>z', 'a<d 材料不齐'],
  );
  const depths = depthsOf(orderedText(flow));
  expect(Object.fromEntries(depths)).toEqual({ s: 0, a: 0, d: 0, b: 0, c: 0, z: 0, no: 1, noEnd: 1 });
});

test('of a split all but one branch are set in, and their join is not', () => {
  const flow = sampleFlow({ s: 'start', p: 'split', a: 'step', b: 'step', j: 'join', z: 'end' }, [
    's>p',
    'p>a',
    'p>b',
    'a>j',
    'b>j',
    'j>z',
  ]);
  const depths = depthsOf(orderedText(flow));
  expect([depths.get('a'), depths.get('b')].toSorted()).toEqual([0, 1]);
  expect(depths.get('j')).toBe(0);
});
