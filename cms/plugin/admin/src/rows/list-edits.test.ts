import { describe, expect, test } from 'vitest';
import { withInserted, withMoved, without, withReplaced } from './list-edits.ts';

const LIST = ['甲', '乙', '丙'];

describe('a list', () => {
  test('is put in another order, and stays as it is at its ends', () => {
    expect(withMoved(LIST, 2, -1)).toEqual(['甲', '丙', '乙']);
    expect(withMoved(LIST, 0, 1)).toEqual(['乙', '甲', '丙']);
    expect(withMoved(LIST, 0, -1)).toEqual(LIST);
    expect(withMoved(LIST, 2, 1)).toEqual(LIST);
  });

  test('has single entries replaced, put in and removed', () => {
    expect(withReplaced(LIST, 1, '丁')).toEqual(['甲', '丁', '丙']);
    expect(withInserted(LIST, 1, ['丁', '戊'])).toEqual(['甲', '丁', '戊', '乙', '丙']);
    expect(without(LIST, 0)).toEqual(['乙', '丙']);
  });
});
