import { ITEM_UID } from './plugin-id';

const right = (action: string) => [{ action: `plugin::disclosure.${action}`, subject: null }];
const explorer = (action: string) => [{ action: `plugin::content-manager.explorer.${action}`, subject: ITEM_UID }];

export const RIGHTS = {
  withdraw: right('withdraw'),
  review: right('review'),
  manageReview: right('review.manage'),
  readPipeline: right('pipeline.read'),
  readItems: explorer('read'),
  updateItems: explorer('update'),
  publishItems: explorer('publish'),
  managePipeline: right('pipeline.manage'),
  manageSignIn: right('sign-in.manage'),
};
