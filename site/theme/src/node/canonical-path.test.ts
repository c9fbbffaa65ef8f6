import { addresses, NEWS_FEED_FORMATS } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { canonicalPath } from './canonical-path.ts';

test.each([
  addresses.home(),
  addresses.item('zhu-fang-1'),
  addresses.reading('zhu-fang-1', '0123456789ab'),
  addresses.reading('xu-ke', '0123456789ab', 'power'),
  addresses.reading('xu-ke', '0123456789ab', 'guide'),
  addresses.reading('xu-ke', '0123456789ab', 'risk_point'),
  addresses.powers(),
  addresses.item('xu-ke', 'power'),
  addresses.powerChart('xu-ke'),
  addresses.item('xu-ke', 'guide'),
  addresses.risks(),
  addresses.statistics(),
  addresses.item('xu-ke', 'risk_point'),
  addresses.powerChanges(),
  addresses.powerChanges('2026'),
  '/powers/list',
  '/powers/list.csv',
  '/powers/risks/list.json',
  '/powers/changes/2026/list.csv',
  '/powers/xu-ke.json',
  '/powers/guides/xu-ke.json',
  addresses.catalogue(),
  addresses.category('gui-hua'),
  addresses.categoryYear('gui-hua', '2026'),
  addresses.categoryYear('gui-hua', '2026', 3),
  addresses.organs(),
  addresses.organ('office'),
  addresses.accessibility(),
  addresses.search(),
  addresses.health(),
  '/statistics/list.csv',
  addresses.securityTxt(),
  addresses.rss(),
  '/index.json',
  '/items/zhu-fang-1.json',
  '/catalogue.json',
  '/catalogue/gui-hua.json',
  '/catalogue/gui-hua/2026.json',
  '/catalogue/gui-hua/2026/3.json',
  '/organs.json',
  '/organs/office.json',
  '/search.json',
  addresses.data(),
  addresses.dump('ndjson'),
  addresses.dump('csv'),
  addresses.openApi(),
  addresses.dataCatalogue(),
  ...NEWS_FEED_FORMATS.flatMap((format) => [
    addresses.newsFeed(format),
    addresses.categoryFeed('gui-hua', format),
    addresses.searchFeed(format),
  ]),
  addresses.sitemapYear('2026', 2),
])('%s is canonical', (path) => {
  expect(canonicalPath(path)).toBe(path);
});

test.each([
  ['/items/zhu-fang-1', '/items/zhu-fang-1/'],
  ['/powers', '/powers/'],
  ['/powers/xu-ke', '/powers/xu-ke/'],
  ['/powers/risks/index.html', '/powers/risks/'],
  ['/catalogue', '/catalogue/'],
  ['/catalogue/gui-hua/2026/3', '/catalogue/gui-hua/2026/3/'],
  ['/organs/office', '/organs/office/'],
  ['/accessibility', '/accessibility/'],
  ['/search/', '/search'],
  ['/items/zhu-fang-1.json/', '/items/zhu-fang-1.json'],
  ['/catalogue/gui-hua/feed.json/', '/catalogue/gui-hua/feed.json'],
  ['/health/', '/health'],
  ['/statistics', '/statistics/'],
  ['/index.html', '/'],
  ['/organs/office/index.html', '/organs/office/'],
  ['/organs/%6fffice/', '/organs/office/'],
  ['/organs/%256fffice', '/organs/office/'],
  ['/%63atalogue', '/catalogue/'],
])('%s is another way to write %s', (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical);
});

test.each([
  '/500',
  '/500/',
  '/%35%30%30',
  '/%2535%2530%2530',
  '/500.html',
  '/404',
  '/_image',
  '/catalogue/gui-hua.html',
  '/catalogue/Gui-Hua/',
  '/catalogue/gui--hua/',
  '/catalogue/a/b/c/d/',
  '/items/',
  '/powers/guides/',
  '/powers/files/',
  '/powers/xu-ke/map/',
  '/powers/xu-ke.pdf',
  '/powers/changes/26/',
  '/items/住房/',
  '/search/more',
  '/search/feed.txt',
  '/data/items.json',
  '/items.json',
  '/items/zhu-fang-1.csv',
  '/catalogue/Gui-Hua.json',
  '/catalogue/a/b/c/d.json',
  '/catalogue/feed.xml',
  '/catalogue/gui-hua/2026/feed.xml',
  '/organs/office/feed.xml',
])('%s is no address of the theme', (path) => {
  expect(canonicalPath(path)).toBeNull();
});

test.each(['/about', '/about/', '/%E5%85%B3%E4%BA%8E', '/itemsx', '/%25', '/feed.xml/'])(
  '%s is left to the pages that a site adds',
  (path) => {
    expect(canonicalPath(path)).toBe(path);
  },
);
