import { describe, expect, test } from 'vitest';
import { parseSitemapAddress, sitemapIndexOf, sitemapOf } from './sitemaps.ts';

const SITE = new URL('https://www.example.gov.cn/');
const at = '2026-11-01T00:00:00.000Z';
const locationsIn = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location);

describe('parseSitemapAddress()', () => {
  test.each([
    ['2026', { year: '2026', part: 1 }],
    ['2026-2', { year: '2026', part: 2 }],
    ['2026-10', { year: '2026', part: 10 }],
  ])('reads %s', (written, address) => {
    expect(parseSitemapAddress(written)).toEqual(address);
  });

  test.each(['', '002026', '0000002030', '2025.5', '+202', '2e3', ' 2026', '２０２６', '2026-', '2026-1', '2026-02'])(
    'knows no other way to write an address: "%s"',
    (written) => {
      expect(parseSitemapAddress(written)).toBeNull();
    },
  );
});

test('the index names the pages and every part of every year', () => {
  const years = [
    { year: '2026', lastModified: at, parts: 1 },
    { year: '2025', lastModified: at, parts: 3 },
  ];
  expect(locationsIn(sitemapIndexOf({ tags: [], years }, SITE))).toEqual([
    'https://www.example.gov.cn/sitemap-pages.xml',
    'https://www.example.gov.cn/sitemap-2026.xml',
    'https://www.example.gov.cn/sitemap-2025.xml',
    'https://www.example.gov.cn/sitemap-2025-2.xml',
    'https://www.example.gov.cn/sitemap-2025-3.xml',
  ]);
});

test('an address says when it changed only where that is known', () => {
  const entries = [
    { path: '/items/a/', lastModified: at },
    { path: '/organs/', lastModified: null },
  ];
  expect(sitemapOf({ tags: [], entries }, SITE)).toBe(
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
      `<url><loc>https://www.example.gov.cn/items/a/</loc><lastmod>${at}</lastmod></url>` +
      '<url><loc>https://www.example.gov.cn/organs/</loc></url></urlset>',
  );
});
