import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const lineOf = (...cells: (string | number | null)[]) => csvOf(['名称'], [cells]).split('\r\n')[1];

test('begins with a byte order mark and its header, and ends every line', () => {
  expect(csvOf(['名称', '数量'], [['许可', 2]])).toBe('\ufeff名称,数量\r\n许可,2\r\n');
});

test.each([
  ['a comma', '受理，审查,决定', '"受理，审查,决定"'],
  ['quotes', '所谓"许可"', '"所谓""许可"""'],
  ['a line break', '甲\n乙', '"甲\n乙"'],
  ['a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['a sign', '-1+1', "'-1+1"],
])('writes %s so that it is read as it stands', (_what, text, written) => {
  expect(lineOf(text)).toBe(written);
});

test('leaves numbers as they are and nothing for nothing', () => {
  expect(lineOf(-3, null, 'x')).toBe('-3,,x');
});
