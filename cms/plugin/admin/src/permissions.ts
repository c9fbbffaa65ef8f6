import { ALL_ITEM_UIDS, type ItemUid } from './item-types';

const right = (action: string) => [{ action: `plugin::disclosure.${action}`, subject: null }];
const explorer = (action: string, uids: readonly ItemUid[]) =>
  uids.map((subject) => ({ action: `plugin::content-manager.explorer.${action}`, subject }));

/** Rights on items of any type: one of them is enough. */
export const RIGHTS = {
  withdraw: right('withdraw'),
  review: right('review'),
  manageReview: right('review.manage'),
  readPipeline: right('pipeline.read'),
  readItems: explorer('read', ALL_ITEM_UIDS),
  updateItems: explorer('update', ALL_ITEM_UIDS),
  managePipeline: right('pipeline.manage'),
  manageSignIn: right('sign-in.manage'),
};

/** Rights on the items of one type; none on what is no item. */
export function rightsOn(uid: string): {
  readonly update: typeof RIGHTS.updateItems;
  readonly publish: typeof RIGHTS.updateItems;
} {
  const uids = ALL_ITEM_UIDS.filter((each) => each === uid);
  return { update: explorer('update', uids), publish: explorer('publish', uids) };
}
