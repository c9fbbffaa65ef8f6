import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';

test.each([
  ['zh-CN', 'zh-CN', '中文'],
  ['zh-CN', 'en', 'Chinese'],
  ['en', 'zh-CN', '英语'],
  ['中文', 'zh-CN', '中文'],
  ['', 'zh-CN', ''],
] as const)('languageName() calls %o in %s %s', (tag, locale, name) => {
  expect(languageName(tag, locale)).toBe(name);
});
