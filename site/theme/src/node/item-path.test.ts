import { addresses, ITEM_TYPES, type ItemType } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { itemPageAt, itemPathOf, storedItemPathOf } from './item-path.ts';

const TYPES = Object.keys(ITEM_TYPES) as ItemType[];

test.each(TYPES)('the page of a %s and all that belongs to it are told by their addresses', (type) => {
  const page = addresses.item('xu-ke', type);
  const found = { slug: 'xu-ke', type, page, fileName: null };
  expect(itemPathOf(page)).toEqual(found);
  expect(itemPageAt(page)).toEqual(found);
  expect(itemPathOf(`${page}chart/`)).toEqual(found);
  expect(itemPageAt(`${page}chart/`)).toBeNull();
  for (const fileName of ['表 1.pdf', '100%.pdf', '50%25.pdf', '#1?.pdf']) {
    expect(itemPathOf(addresses.attachment('xu-ke', fileName, type))).toEqual({ ...found, fileName });
    expect(storedItemPathOf(`${page}files/${fileName}`)).toEqual({ ...found, fileName });
  }
});

test('what stands in the folder of files is no page', () => {
  expect(itemPathOf('/items/xu-ke/files/a/')?.fileName).toBe('a/');
  expect(itemPathOf('/powers/guides/files/')?.fileName).toBeNull();
});

test.each([
  '/',
  '/items/',
  '/items/xu-ke',
  '/items/Xu-Ke/',
  '/items/xu--ke/',
  '/items/%78u-ke/',
  addresses.powers(),
  addresses.risks(),
  addresses.statistics(),
  addresses.powerChanges('2026'),
  '/powers/guides/',
  '/powers/list',
  '/powers/list.csv',
  '/powers/xu-ke.json',
  '/catalogue/files/2024/',
])('%s belongs to no item', (path) => {
  expect(itemPathOf(path)).toBeNull();
});
