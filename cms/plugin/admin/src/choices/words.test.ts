import { describe, expect, test } from 'vitest';
import { listOfStrings, splitWords, withWords } from './words.ts';

describe('splitWords()', () => {
  test('takes Chinese and Western separators and lines, and drops what is empty', () => {
    expect(splitWords(' 公开、 年度报告，统计;guide\n\n政府 信息 ,')).toEqual([
      '公开',
      '年度报告',
      '统计',
      'guide',
      '政府 信息',
    ]);
  });
});

describe('withWords()', () => {
  test('keeps the order and names each word once', () => {
    expect(withWords(['甲', '乙'], ['乙', '丙', '丙'])).toEqual(['甲', '乙', '丙']);
  });
});

describe('listOfStrings()', () => {
  test.each([
    { given: ['甲', 1], list: ['甲'] },
    { given: '["甲","乙"]', list: ['甲', '乙'] },
    { given: 'not a list', list: [] },
    { given: null, list: [] },
  ])('reads $given', ({ given, list }) => {
    expect(listOfStrings(given)).toEqual(list);
  });
});
