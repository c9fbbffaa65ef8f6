import { ITEM_UID } from './plugin-id';

const right = (action: string) => [{ action: `plugin::disclosure.${action}`, subject: null }];

export const RIGHTS = {
  withdraw: right('withdraw'),
  readPipeline: right('pipeline.read'),
  publishItems: [{ action: 'plugin::content-manager.explorer.publish', subject: ITEM_UID }],
  updateItems: [{ action: 'plugin::content-manager.explorer.update', subject: ITEM_UID }],
  managePipeline: right('pipeline.manage'),
  manageSignIn: right('sign-in.manage'),
};
