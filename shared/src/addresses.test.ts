import { expect, test } from 'vitest';
import { type Addressed, addresses, itemSlugIn, parseAddress } from './addresses.ts';

test.each([
  ['https://zjj.example.gov.cn/items/zhu-fang-1/', 'zhu-fang-1'],
  ['http://localhost:4321/items/zhu-fang-1/files/a.pdf?x=1#y', 'zhu-fang-1'],
  ['/items/zhu-fang-1/', 'zhu-fang-1'],
  ['/items/zhu-fang-1', 'zhu-fang-1'],
  ['/powers/shi-gong-xu-ke/', 'shi-gong-xu-ke'],
  ['/powers/guides/shi-gong-xu-ke/', 'shi-gong-xu-ke'],
  ['/powers/shi-gong-xu-ke.json', 'shi-gong-xu-ke'],
  ['/powers/changes/', null],
  [' zhu-fang-1 ', 'zhu-fang-1'],
  ['/catalogue/gui-hua/', null],
  ['https://zjj.example.gov.cn/', null],
  ['住房', null],
  ['', null],
])('itemSlugIn(%j) is %j', (address, slug) => {
  expect(itemSlugIn(address)).toBe(slug);
});

test.each<[path: string, addressed: Addressed | null]>([
  [addresses.item('zhu-fang'), { kind: 'item', slug: 'zhu-fang', type: 'item' }],
  [
    addresses.attachment('zhu-fang', '表 1.pdf'),
    { kind: 'attachment', slug: 'zhu-fang', type: 'item', fileName: '表 1.pdf' },
  ],
  [addresses.item('xu-ke', 'power'), { kind: 'item', slug: 'xu-ke', type: 'power' }],
  [addresses.powerChart('xu-ke'), { kind: 'item', slug: 'xu-ke', type: 'power' }],
  [addresses.item('xu-ke', 'guide'), { kind: 'item', slug: 'xu-ke', type: 'guide' }],
  [
    addresses.attachment('shi-gong', 'a.pdf', 'guide'),
    { kind: 'attachment', slug: 'shi-gong', type: 'guide', fileName: 'a.pdf' },
  ],
  [addresses.item('shi-gong', 'risk_point'), { kind: 'item', slug: 'shi-gong', type: 'risk_point' }],
  [addresses.category('gui-hua'), { kind: 'category', code: 'gui-hua' }],
  [addresses.categoryYear('gui-hua', '2026', 2), { kind: 'category', code: 'gui-hua' }],
  [addresses.organ('zjj'), { kind: 'organ', code: 'zjj' }],
  [addresses.categoryFeed('gui-hua', 'rss'), { kind: 'category', code: 'gui-hua' }],
  ['/catalogue/gui-hua.json', { kind: 'category', code: 'gui-hua' }],
  ['/organs/zjj.json', { kind: 'organ', code: 'zjj' }],
  ['/powers/guides/shi-gong.json', { kind: 'item', slug: 'shi-gong', type: 'guide' }],
  [
    addresses.attachment('zhu-fang', 'a.json'),
    { kind: 'attachment', slug: 'zhu-fang', type: 'item', fileName: 'a.json' },
  ],
  ['/items/zhu-fang?x=1#y', { kind: 'item', slug: 'zhu-fang', type: 'item' }],
  ['/items/%E0%A4%A/', { kind: 'item', slug: '%E0%A4%A', type: 'item' }],
  ...[
    addresses.home(),
    addresses.catalogue(),
    addresses.organs(),
    addresses.search('x'),
    addresses.powers(),
    addresses.risks(),
    addresses.statistics(),
    addresses.powerChanges('2026'),
    addresses.searchFeed('atom'),
    '/powers/list.csv',
    '/powers/risks/list?level=high',
    '/catalogue.json',
    '/hotline/',
  ].map((path): [string, null] => [path, null]),
])('parseAddress(%j) is %j', (path, addressed) => {
  expect(parseAddress(path)).toEqual(addressed);
});
