import type { ItemType } from 'disclosure-contract';
import { ITEM_UIDS } from '../item-types';
import { PLUGIN_ID } from '../plugin-id';

/** Where pages of the admin are. */
export const DESK_PATH = `/plugins/${PLUGIN_ID}/reviews`;
export const reviewPath = (item: string) => `${DESK_PATH}/${item}`;
export const itemPath = (item: string, type: ItemType) =>
  `/content-manager/collection-types/${ITEM_UIDS[type]}/${item}`;
