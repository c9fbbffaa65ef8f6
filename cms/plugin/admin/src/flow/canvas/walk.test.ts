import { expect, test } from 'vitest';
import { sampleFlow } from '../../../../../../tests/support/sample-flow.ts';
import { nodeTowards, type Direction } from './walk.ts';

const flow = sampleFlow({ s: 'start', d: 'decision', a: 'step', b: 'step', z: 'end' }, [
  's>d',
  'd>b 不符合',
  'd>a 符合',
  'd<b 再查',
  'a>z',
  'b>z',
]);
const numbers = new Map([...'sdabz'].map((id, at) => [id, at + 1]));
const positions = new Map([
  ['s', { x: 0, y: 0 }],
  ['d', { x: 0, y: 100 }],
  ['a', { x: -120, y: 200 }],
  ['b', { x: 120, y: 220 }],
  ['z', { x: 0, y: 360 }],
]);
const towards = (from: string, direction: Direction) => nodeTowards(flow, from, direction, positions, numbers);

test('arrows follow edges, and lead sideways to what stands beside', () => {
  expect(towards('s', 'down')).toBe('d');
  expect(towards('d', 'down')).toBe('a');
  expect(towards('a', 'right')).toBe('b');
  expect(towards('b', 'left')).toBe('a');
  expect(towards('b', 'up')).toBe('d');
});

test('where nothing is, they lead nowhere', () => {
  expect(towards('s', 'up')).toBeNull();
  expect(towards('z', 'down')).toBeNull();
  expect(towards('b', 'right')).toBeNull();
});
