import { HIDDEN } from '../layout.ts';

/** A sign-in that is under way: the password was right, and a step is left. Good once, and for some minutes. */
export const signInChallengeType = {
  kind: 'collectionType',
  collectionName: 'disclosure_sign_in_challenges',
  info: { singularName: 'sign-in-challenge', pluralName: 'sign-in-challenges', displayName: 'Sign-in challenge' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_sign_in_challenges_hash_idx', columns: ['hash'], type: 'unique' }],
  attributes: {
    /** SHA-256 of what the client holds. */
    hash: { type: 'string', required: true },
    account: { type: 'string', required: true },
    expiresAt: { type: 'string', required: true },
    /** The second factor was given, or none is asked for. */
    hasFactor: { type: 'boolean', required: true },
    deviceId: { type: 'string' },
    remembers: { type: 'boolean', required: true },
  },
};
