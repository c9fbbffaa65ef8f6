import { expect, test } from 'vitest';
import { formatIndexNumber, indexNumberPeriod, isIndexNumber, LAST_INDEX_NUMBER } from './index-number.ts';

test.each([
  '000014349/2017-00110',
  '000013338/2023-00079',
  '11341823MB1E45262T/202403-00043',
  '113417020032563511/202504-00057',
  '11341703003249434A/202406-00042',
  '003110926/201510-00216',
  '11441700007280420Y/2021-00050',
  '11620622013933539B/2021-03844',
  '01527918X/2020-15307',
])('%s is an index number', (text) => {
  expect(isIndexNumber(text)).toBe(true);
});

test.each([
  ['of another region', '20191202-189769'],
  ['with hyphens for the slash', '01527918X-2020-153077'],
  ['with a short prefix', '370400/2022-00061'],
  ['with a letter that credit codes lack', '11341823MB1E45262I/202403-00043'],
  ['with four digits at the end', '11341823MB1E45262T/202403-0043'],
  ['in lower case', '11341823mb1e45262t/202403-00043'],
  ['with something behind', '11341823MB1E45262T/202403-00043\n'],
])('a number %s is none', (_what, text) => {
  expect(isIndexNumber(text)).toBe(false);
});

test('indexNumberPeriod() is the month or the year of a day', () => {
  expect(indexNumberPeriod('2026-11-20', 'month')).toBe('202611');
  expect(indexNumberPeriod('2026-11-20', 'year')).toBe('2026');
});

test('formatIndexNumber() writes what isIndexNumber() accepts', () => {
  expect(formatIndexNumber('11341823MB1E45262T', '202403', 43)).toBe('11341823MB1E45262T/202403-00043');
  expect(isIndexNumber(formatIndexNumber('11341823MB1E45262T', '202403', LAST_INDEX_NUMBER))).toBe(true);
});

test.each([0, -1, 1.5, LAST_INDEX_NUMBER + 1, Number.NaN])(
  'formatIndexNumber() refuses the running number %s',
  (running) => {
    expect(() => formatIndexNumber('11341823MB1E45262T', '2026', running)).toThrow(RangeError);
  },
);
