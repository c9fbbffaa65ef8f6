import { expect, test } from 'vitest';
import { creditCodeCheck, isCreditCode } from './credit-code.ts';

test.each([
  '11341823MB1E45262T',
  '113417020032563511',
  '11341703003249434A',
  '11441700007280420Y',
  '11620622013933539B',
  '91350100M000100Y43',
])('%s is a credit code in use', (code) => {
  expect(isCreditCode(code)).toBe(true);
});

test('a number on a live page whose check character is wrong is told from a right one', () => {
  expect(isCreditCode('1134170200324932X1')).toBe(false);
  expect(creditCodeCheck('1134170200324932X')).toBe('J');
});

test('every other check character is wrong', () => {
  const others = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((char) => char !== 'T');
  expect(others.filter((char) => isCreditCode(`11341823MB1E45262${char}`))).toEqual([]);
});

test('two neighbours that changed places are noticed', () => {
  const code = '11341823MB1E45262T';
  for (let at = 0; at + 1 < 17; at += 1) {
    if (code[at] === code[at + 1]) continue;
    const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    expect(isCreditCode(swapped), swapped).toBe(false);
  }
});

test.each(['', '11341823MB1E45262', '11341823MB1E45262TT', '11341823MBIE45262T', '11341823mb1e45262t'])(
  '"%s" is none',
  (code) => {
    expect(isCreditCode(code)).toBe(false);
  },
);
