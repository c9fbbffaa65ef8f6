import { expect, test } from 'vitest';
import { accessibleTextOf } from './accessible-text.ts';

test.each([
  { alternativeText: null, text: null },
  { alternativeText: '  ', text: null },
  { alternativeText: '预算表.xlsx', text: null },
  { alternativeText: '预算表', text: null },
  { alternativeText: ' 收入合计6095.27万元\r\n支出合计6095.27万元 ', text: '收入合计6095.27万元\n支出合计6095.27万元' },
])('of a file with the text $alternativeText is $text', ({ alternativeText, text }) => {
  expect(accessibleTextOf({ name: '预算表.xlsx', alternativeText })).toBe(text);
});
