import { HIDDEN } from '../layout.ts';

/** Who has the form of an item open. A row that is not renewed in time says nothing any more. */
export const presenceType = {
  kind: 'collectionType',
  collectionName: 'disclosure_presences',
  info: { singularName: 'presence', pluralName: 'presences', displayName: 'Presence' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_presences_subject_idx', columns: ['subject', 'user_id'] }],
  attributes: {
    /** documentId of the item. */
    subject: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    expiresAt: { type: 'datetime', required: true },
  },
};
