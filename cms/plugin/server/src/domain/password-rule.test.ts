import { expect, test } from 'vitest';
import { DAY_MS, passwordDaysLeft, passwordProblem } from './password-rule.ts';

const rule = { passwordLength: 10, passwordKinds: 3 };

test.each([
  ['Password-1', null],
  ['Passwords1', null],
  ['Passwor-1', '密码至少需要 10 个字符。'],
  ['password-1', '密码须同时包含大写字母、小写字母和数字。'],
  ['PASSWORD-1', '密码须同时包含大写字母、小写字母和数字。'],
  ['Password--', '密码须同时包含大写字母、小写字母和数字。'],
  [`Password-1${'公'.repeat(21)}`, '密码过长：最多 72 个字节，一个汉字占 3 个字节。'],
])('passwordProblem() says what %s lacks', (password, problem) => {
  expect(passwordProblem(password, rule)).toBe(problem);
});

test('passwordProblem() asks for a symbol where all four kinds are demanded', () => {
  const strict = { ...rule, passwordKinds: 4 };
  expect(passwordProblem('Passwords1', strict)).toBe('密码须同时包含大写字母、小写字母、数字和其他符号。');
  expect(passwordProblem('Password-1', strict)).toBeNull();
});

test.each([
  ['the day it was set', 0, 90],
  ['a moment before its end', 90 * DAY_MS - 1, 1],
  ['at its end', 90 * DAY_MS, 0],
  ['long after', 400 * DAY_MS, 0],
])('passwordDaysLeft() counts whole days: %s', (_when, age, left) => {
  const setAt = new Date('2026-08-01T00:00:00Z');
  expect(passwordDaysLeft(setAt, new Date(setAt.getTime() + age), { passwordDays: 90 })).toBe(left);
});

test('passwordDaysLeft() knows no end where passwords do not expire', () => {
  expect(passwordDaysLeft(new Date(0), new Date(), { passwordDays: 0 })).toBeNull();
});
