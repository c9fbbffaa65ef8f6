import { HIDDEN } from '../layout.ts';

/**
 * Failures in a row, by the name that was typed: also names that nobody has are counted and locked, so that a lock does
 * not tell whether there is an account. The name itself is not kept.
 */
export const signInAttemptType = {
  kind: 'collectionType',
  collectionName: 'disclosure_sign_in_attempts',
  info: { singularName: 'sign-in-attempt', pluralName: 'sign-in-attempts', displayName: 'Sign-in attempt' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_sign_in_attempts_name_idx', columns: ['name_hash'], type: 'unique' },
    { name: 'disclosure_sign_in_attempts_last_idx', columns: ['account', 'last_at'] },
  ],
  attributes: {
    nameHash: { type: 'string', required: true },
    /** Null for a name that nobody has. */
    account: { type: 'string' },
    failures: { type: 'integer', required: true, default: 0 },
    lockedUntil: { type: 'string' },
    lastAt: { type: 'string', required: true },
  },
};
