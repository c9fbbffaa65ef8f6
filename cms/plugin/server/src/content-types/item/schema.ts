import { itemTypeWith } from './item-type.ts';

/** 公开事项. */
export const itemType = itemTypeWith({
  singularName: 'item',
  pluralName: 'items',
  displayName: '公开事项',
  collectionName: 'disclosure_items',
  list: ['title', 'indexNo', 'responsible', 'updatedAt'],
  edit: [],
  attributes: {},
});
