import { describe, expect, test } from 'vitest';
import { listOfMarked, withOtherMark, withoutValue, withValues } from './marked-list.ts';

const LIST = [
  { value: '文号', required: true },
  { value: '正文', required: false },
];

describe('listOfMarked()', () => {
  test.each([
    { given: LIST, list: LIST },
    { given: JSON.stringify(LIST), list: LIST },
    { given: ['文号', { value: '正文' }, LIST[1]], list: [LIST[1]] },
    { given: 'not a list', list: [] },
    { given: null, list: [] },
  ])('reads $given', ({ given, list }) => {
    expect(listOfMarked(given)).toEqual(list);
  });
});

describe('withValues()', () => {
  test('adds each value once, as a required one, and leaves the marks of those that were there', () => {
    expect(withValues(LIST, ['正文', '名称', '名称'])).toEqual([...LIST, { value: '名称', required: true }]);
  });
});

describe('withOtherMark()', () => {
  test('turns the mark of one entry over, and back again', () => {
    const turned = withOtherMark(LIST, '正文');
    expect(turned).toEqual([LIST[0], { value: '正文', required: true }]);
    expect(withOtherMark(turned, '正文')).toEqual(LIST);
  });
});

describe('withoutValue()', () => {
  test('takes one entry out', () => {
    expect(withoutValue(LIST, '文号')).toEqual([LIST[1]]);
  });
});
