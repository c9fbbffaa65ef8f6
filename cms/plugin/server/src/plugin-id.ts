export const PLUGIN_ID = 'disclosure';

export const ITEM = 'plugin::disclosure.item';
export const CATEGORY = 'plugin::disclosure.category';
export const ORGAN = 'plugin::disclosure.organ';
export const CHANGE = 'plugin::disclosure.change';
export const CHANGE_FILE = 'plugin::disclosure.change-file';
export const COUNTER = 'plugin::disclosure.counter';
export const REGISTRATION = 'plugin::disclosure.registration';
export const ADDRESS = 'plugin::disclosure.address';
export const SITE_NODE = 'plugin::disclosure.site-node';
export const RECEIPT = 'plugin::disclosure.receipt';
export const AUDIT_ENTRY = 'plugin::disclosure.audit-entry';
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
  AUDIT_ENTRY,
  SIGN_IN_ACCOUNT,
  SIGN_IN_ATTEMPT,
  SIGN_IN_CHALLENGE,
]);

/** Names of tables that are also written with SQL of our own. */
export const TABLES = {
  counters: 'disclosure_counters',
  receipts: 'disclosure_receipts',
} as const;

export const PERMISSIONS = {
  withdraw: 'plugin::disclosure.withdraw',
  readPipeline: 'plugin::disclosure.pipeline.read',
  managePipeline: 'plugin::disclosure.pipeline.manage',
  manageSignIn: 'plugin::disclosure.sign-in.manage',
} as const;
