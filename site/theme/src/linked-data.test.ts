import { expect, test, vi } from 'vitest';
import { collectionData } from './linked-data.ts';

vi.mock('./interface-text.ts', () => ({
  locale: 'zh-CN',
  organName: '某局',
  siteName: '某局政府信息公开',
  contact: {},
}));

test('a list names its entries in order, and how many there are with those on other pages', () => {
  const listed = {
    total: 31,
    links: [
      { name: '甲', path: '/items/jia/' },
      { name: '乙', path: '/powers/yi/' },
    ],
  };
  const site = new URL('https://www.example.gov.cn/');
  expect(collectionData({ name: '通知', path: '/catalogue/tong-zhi/' }, listed, site)).toEqual({
    '@type': 'CollectionPage',
    name: '通知',
    url: 'https://www.example.gov.cn/catalogue/tong-zhi/',
    inLanguage: 'zh-CN',
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: 31,
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: '甲', url: 'https://www.example.gov.cn/items/jia/' },
        { '@type': 'ListItem', position: 2, name: '乙', url: 'https://www.example.gov.cn/powers/yi/' },
      ],
    },
  });
});
