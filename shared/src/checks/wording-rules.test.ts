import { expect, test } from 'vitest';
import { checkTexts } from './text-checks.ts';
import { isAboutWording } from './wording-rules.ts';

const errorsIn = (text: string) =>
  checkTexts([{ place: 'body', part: null, text }]).filter(({ severity }) => severity === 'error');

test.each([
  ['群主关注的热点问题', true],
  ['依照中华人民和国的法律', true],
  ['CBA直播,CBA直播在线观看', false],
  ['身份证号 11010519491231002X', false],
])('%s is about wording: %s', (text, expected) => {
  const errors = errorsIn(text);
  expect(errors).not.toEqual([]);
  expect(errors.map(isAboutWording)).toEqual(errors.map(() => expected));
});
