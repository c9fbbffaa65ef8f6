import { HIDDEN } from '../layout.ts';

/** What sign-in keeps of an administrator's account beside Strapi's own row. Instants are ISO texts: they sort, and compare alike in every database. */
export const signInAccountType = {
  kind: 'collectionType',
  collectionName: 'disclosure_sign_in_accounts',
  info: { singularName: 'sign-in-account', pluralName: 'sign-in-accounts', displayName: 'Sign-in account' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_sign_in_accounts_account_idx', columns: ['account'], type: 'unique' }],
  attributes: {
    /** The number of the administrator, as text. */
    account: { type: 'string', required: true },
    passwordSetAt: { type: 'string' },
    /** Somebody else set the password. */
    mustChange: { type: 'boolean', default: false },
    /** Hashes of the last passwords, newest first. */
    formerHashes: { type: 'json' },
    /** Sealed: see sign-in/seal.ts. */
    secret: { type: 'text' },
    pendingSecret: { type: 'text' },
    enrolledAt: { type: 'string' },
    /** The newest time step whose code was used: its code, and those before, are refused. */
    lastStep: { type: 'integer', default: 0 },
    recoveryHashes: { type: 'json' },
  },
};
