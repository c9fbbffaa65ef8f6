import { expect, test } from 'vitest';
import { itemSlugIn } from './addresses.ts';

test.each([
  ['https://zjj.example.gov.cn/items/zhu-fang-1/', 'zhu-fang-1'],
  ['http://localhost:4321/items/zhu-fang-1/files/a.pdf?x=1#y', 'zhu-fang-1'],
  ['/items/zhu-fang-1/', 'zhu-fang-1'],
  ['/items/zhu-fang-1', 'zhu-fang-1'],
  [' zhu-fang-1 ', 'zhu-fang-1'],
  ['/catalogue/gui-hua/', null],
  ['https://zjj.example.gov.cn/', null],
  ['住房', null],
  ['', null],
])('itemSlugIn(%j) is %j', (address, slug) => {
  expect(itemSlugIn(address)).toBe(slug);
});
