import type { ItemType } from 'disclosure-contract';

/** The content types whose documents are items: all of them are reviewed, published and kept in one way. */
export const ITEM_UIDS = {
  item: 'plugin::disclosure.item',
  power: 'plugin::disclosure.power',
  guide: 'plugin::disclosure.guide',
  risk_point: 'plugin::disclosure.risk-point',
} as const satisfies Readonly<Record<ItemType, string>>;
export type ItemUid = (typeof ITEM_UIDS)[ItemType];

export const ALL_ITEM_UIDS: readonly ItemUid[] = Object.values(ITEM_UIDS);

export function isItemUid(uid: string | undefined): uid is ItemUid {
  return (ALL_ITEM_UIDS as readonly (string | undefined)[]).includes(uid);
}

export function itemTypeOf(uid: ItemUid): ItemType {
  return (Object.keys(ITEM_UIDS) as ItemType[]).find((type) => ITEM_UIDS[type] === uid) ?? 'item';
}

/**
 * The content manager's own tags: what it saves makes the panels look again, and what they do makes it read the form again.
 * A documentId is that of one document only, so the tags of all types stand for it.
 */
export const itemTags = (documentId: string) =>
  ALL_ITEM_UIDS.map((uid) => ({ type: 'Document' as const, id: `${uid}_${documentId}` }));

export const ITEM_LIST_TAGS = ALL_ITEM_UIDS.map((uid) => ({ type: 'Document' as const, id: `${uid}_LIST` }));
