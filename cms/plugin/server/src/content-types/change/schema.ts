import { HIDDEN } from '../layout.ts';

/**
 * Outbox, feed, snapshot and revisions in one: each row is one complete, immutable version of one thing. `isLatest` and
 * nothing else of a row is ever written again.
 */
export const changeType = {
  kind: 'collectionType',
  collectionName: 'disclosure_changes',
  info: { singularName: 'change', pluralName: 'changes', displayName: 'Change' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_changes_seq_idx', columns: ['seq'], type: 'unique' },
    { name: 'disclosure_changes_latest_idx', columns: ['is_latest', 'seq'] },
    { name: 'disclosure_changes_subject_idx', columns: ['subject', 'is_latest'] },
  ],
  attributes: {
    seq: { type: 'integer', required: true },
    at: { type: 'datetime', required: true },
    kind: { type: 'string', required: true },
    /** documentId of what changed. */
    subject: { type: 'string', required: true },
    /** For lists in the admin; nodes never see it. */
    title: { type: 'string', required: true, maxLength: 255 },
    audience: { type: 'string', required: true },
    /** The widest audience that any earlier version of the subject had. */
    sentTo: { type: 'string', required: true },
    payload: { type: 'text', required: true },
    /** Characters of `payload`, so that a page of the feed can be cut before it is read. */
    payloadSize: { type: 'integer', required: true },
    isLatest: { type: 'boolean', required: true },
    actor: { type: 'string' },
    /** What approved it, such as `review:<documentId>`, and the hash of what was approved. */
    approval: { type: 'string' },
    contentHash: { type: 'string' },
  },
};
