import { expect, test } from 'vitest';
import { addresses, SLUG } from './addresses.ts';

test('a file name with any character makes one segment', () => {
  const path = addresses.attachment('zhu-fang', '附件1 收费 50%/年 #2?.pdf');
  expect(path).toBe('/items/zhu-fang/files/%E9%99%84%E4%BB%B61%20%E6%94%B6%E8%B4%B9%2050%25%2F%E5%B9%B4%20%232%3F.pdf');
  expect(decodeURIComponent(path.split('/').at(-1) ?? '')).toBe('附件1 收费 50%/年 #2?.pdf');
});

test('a query makes one parameter', () => {
  expect(new URL(addresses.search('住房 & 保障=1'), 'http://localhost').searchParams.get('q')).toBe('住房 & 保障=1');
  expect(addresses.search()).toBe('/search');
});

test('a year has one address for its newest and one for each page', () => {
  expect(addresses.categoryYear('gui-hua', '2026')).toBe('/catalogue/gui-hua/2026/');
  expect(addresses.categoryYear('gui-hua', '2026', 3)).toBe('/catalogue/gui-hua/2026/3/');
});

test('a year of the sitemap keeps its address when it needs a second part', () => {
  expect(addresses.sitemapYear('2026', 1)).toBe(addresses.sitemapYear('2026'));
  expect(addresses.sitemapYear('2026', 2)).toBe('/sitemap-2026-2.xml');
});

test.each(['a', 'zhu-fang-2026', '2026', 'a-1-b'])('"%s" can be a slug', (text) => {
  expect(SLUG.test(text)).toBe(true);
});

test.each(['', '-', 'a-', '-a', 'a--b', 'A', '住房', 'a_b', 'a/b', 'a.b', '..', 'a ', 'a\n'])(
  '%j cannot be a slug',
  (text) => {
    expect(SLUG.test(text)).toBe(false);
  },
);
