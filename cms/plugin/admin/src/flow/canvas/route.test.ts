import { expect, test } from 'vitest';
import { pathAlong } from './route.ts';

test('a straight line has no corners', () => {
  expect(
    pathAlong([
      { x: 0, y: 0 },
      { x: 0, y: 50 },
    ]),
  ).toBe('M0,0L0,50');
});

test('corners are rounded, and no more than the way to the next allows', () => {
  expect(
    pathAlong([
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 10, y: 20 },
      { x: 10, y: 60 },
    ]),
  ).toBe('M0,0L0,12Q0,20 5,20L5,20Q10,20 10,28L10,60');
});

test('without points there is no line', () => {
  expect(pathAlong([])).toBe('');
  expect(pathAlong([{ x: 1, y: 1 }])).toBe('');
});
