import type { ItemType } from 'disclosure-contract';

export const PLUGIN_ID = 'disclosure';

export const ITEM = 'plugin::disclosure.item';
export const POWER = 'plugin::disclosure.power';
export const GUIDE = 'plugin::disclosure.guide';
export const RISK_POINT = 'plugin::disclosure.risk-point';

/** The content types whose documents are items. */
export const ITEM_UIDS = {
  item: ITEM,
  power: POWER,
  guide: GUIDE,
  risk_point: RISK_POINT,
} as const satisfies Readonly<Record<ItemType, string>>;
export type ItemUid = (typeof ITEM_UIDS)[ItemType];

export const ITEM_TYPE_OF_UID = Object.fromEntries(
  Object.entries(ITEM_UIDS).map(([type, uid]) => [uid, type]),
) as Readonly<Record<ItemUid, ItemType>>;

export const ALL_ITEM_UIDS: readonly ItemUid[] = Object.values(ITEM_UIDS);

export function isItemUid(uid: string): uid is ItemUid {
  return (ALL_ITEM_UIDS as readonly string[]).includes(uid);
}

export const CATEGORY = 'plugin::disclosure.category';
export const ORGAN = 'plugin::disclosure.organ';
export const CHANGE = 'plugin::disclosure.change';
export const CHANGE_FILE = 'plugin::disclosure.change-file';
export const CORRECTION = 'plugin::disclosure.correction';
export const COUNTER = 'plugin::disclosure.counter';
export const REGISTRATION = 'plugin::disclosure.registration';
export const ADDRESS = 'plugin::disclosure.address';
export const SITE_NODE = 'plugin::disclosure.site-node';
export const RECEIPT = 'plugin::disclosure.receipt';
export const PREVIEW = 'plugin::disclosure.preview';
export const INCIDENT = 'plugin::disclosure.incident';
export const DRAFT_VERSION = 'plugin::disclosure.draft-version';
export const PRESENCE = 'plugin::disclosure.presence';
export const AUDIT_ENTRY = 'plugin::disclosure.audit-entry';
export const REVIEW = 'plugin::disclosure.review';
export const REVIEW_DECISION = 'plugin::disclosure.review-decision';
export const REVIEW_CHAIN = 'plugin::disclosure.review-chain';
export const STAND_IN = 'plugin::disclosure.stand-in';
export const STAFF_MEMBER = 'plugin::disclosure.staff-member';
export const IMPORT_BATCH = 'plugin::disclosure.import-batch';
export const INSPECTION = 'plugin::disclosure.inspection';
export const SIGN_IN_ACCOUNT = 'plugin::disclosure.sign-in-account';
export const SIGN_IN_ATTEMPT = 'plugin::disclosure.sign-in-attempt';
export const SIGN_IN_CHALLENGE = 'plugin::disclosure.sign-in-challenge';

/** What the plugin keeps for itself: nobody reads or writes it through Strapi. */
export const INTERNAL: ReadonlySet<string> = new Set([
  CHANGE,
  CHANGE_FILE,
  COUNTER,
  REGISTRATION,
  ADDRESS,
  SITE_NODE,
  RECEIPT,
  PREVIEW,
  INCIDENT,
  AUDIT_ENTRY,
  REVIEW,
  REVIEW_DECISION,
  STAND_IN,
  STAFF_MEMBER,
  IMPORT_BATCH,
  INSPECTION,
  SIGN_IN_ACCOUNT,
  SIGN_IN_ATTEMPT,
  SIGN_IN_CHALLENGE,
  DRAFT_VERSION,
  PRESENCE,
]);

/** Names of tables that are also written with SQL of our own. */
export const TABLES = {
  counters: 'disclosure_counters',
  receipts: 'disclosure_receipts',
} as const;

export const PERMISSIONS = {
  /** Takes down at once; what was done is reviewed afterwards. */
  withdraw: 'plugin::disclosure.withdraw',
  review: 'plugin::disclosure.review',
  manageReview: 'plugin::disclosure.review.manage',
  readPipeline: 'plugin::disclosure.pipeline.read',
  managePipeline: 'plugin::disclosure.pipeline.manage',
  manageSignIn: 'plugin::disclosure.sign-in.manage',
} as const;
