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
export const DRAFT_VERSION = 'plugin::disclosure.draft-version';
export const PRESENCE = 'plugin::disclosure.presence';
export const AUDIT_ENTRY = 'plugin::disclosure.audit-entry';

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
  DRAFT_VERSION,
  PRESENCE,
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
} as const;
