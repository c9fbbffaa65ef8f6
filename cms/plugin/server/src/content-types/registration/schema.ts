import { HIDDEN } from '../layout.ts';

/**
 * What the system decided when an item was first published, once and for ever. The two unique indexes are the promise:
 * one number for one item, one item for one number, whoever writes.
 */
export const registrationType = {
  kind: 'collectionType',
  collectionName: 'disclosure_registrations',
  info: { singularName: 'registration', pluralName: 'registrations', displayName: 'Registration' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_registrations_subject_idx', columns: ['subject'], type: 'unique' },
    { name: 'disclosure_registrations_index_no_idx', columns: ['index_no'], type: 'unique' },
  ],
  attributes: {
    /** documentId of the item. */
    subject: { type: 'string', required: true },
    indexNo: { type: 'string', required: true },
    firstPublishedAt: { type: 'datetime', required: true },
    /** The day it was first public elsewhere, of an imported item. */
    originalDate: { type: 'date' },
  },
};
