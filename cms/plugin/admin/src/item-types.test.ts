import { ITEM_TYPES, type ItemType } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { isItemUid, ITEM_UIDS, itemTags, itemTypeOf } from './item-types.ts';
import { typeNameOf, uidOf } from './labels/types.ts';

test.each(Object.keys(ITEM_TYPES) as ItemType[])('%s has a content type of its own', (type) => {
  expect(ITEM_UIDS[type]).toBe(uidOf(typeNameOf(type)));
  expect(itemTypeOf(ITEM_UIDS[type])).toBe(type);
  expect(isItemUid(ITEM_UIDS[type])).toBe(true);
});

test('what is no item has no item type', () => {
  expect([isItemUid('plugin::disclosure.organ'), isItemUid(undefined)]).toEqual([false, false]);
});

test('itemTags() names a document as the content manager does', () => {
  expect(itemTags('abc')).toContainEqual({ type: 'Document', id: 'plugin::disclosure.power_abc' });
});
