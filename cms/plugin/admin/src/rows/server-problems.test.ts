import { describe, expect, test } from 'vitest';
import { problemsNow, problemsWithin } from './server-problems.ts';

describe('problemsWithin()', () => {
  const expected = [{ index: 2, column: 'article', message: '请写明条款' }];

  test('reads paths, and errors within each other', () => {
    expect(problemsWithin({ 'bases.2.article': '请写明条款', title: '请填写' }, 'bases')).toEqual(expected);
    expect(problemsWithin({ bases: [null, null, { article: '请写明条款' }] }, 'bases')).toEqual(expected);
    expect(problemsWithin({ 'conditions.0': '太长' }, 'conditions')).toEqual([
      { index: 0, column: '', message: '太长' },
    ]);
  });

  test.each([undefined, {}, { bases: '请填写' }, { basesOf: { 1: '请填写' } }])('finds none in %j', (errors) => {
    expect(problemsWithin(errors, 'bases')).toEqual([]);
  });
});

test('problemsNow() follows rows that were moved, and forgets those that were changed', () => {
  const problems = problemsWithin({ 'bases.0.name': '甲', 'bases.1.name': '乙' }, 'bases');
  const sent = [{ name: 'a' }, { name: 'b' }];
  expect(problemsNow(problems, sent, [{ name: 'b' }, { name: 'a' }])).toEqual([
    { index: 1, column: 'name', message: '甲' },
    { index: 0, column: 'name', message: '乙' },
  ]);
  expect(problemsNow(problems, sent, [{ name: 'x' }])).toEqual([]);
});
