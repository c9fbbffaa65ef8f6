import { HIDDEN } from '../layout.ts';

/** A public file that a node found tampered with. */
export const incidentType = {
  kind: 'collectionType',
  collectionName: 'disclosure_incidents',
  info: { singularName: 'incident', pluralName: 'incidents', displayName: 'Incident' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_incidents_key_idx', columns: ['node', 'key'], type: 'unique' },
    { name: 'disclosure_incidents_at_idx', columns: ['at'] },
  ],
  attributes: {
    /** documentId of the node. */
    node: { type: 'string', required: true },
    /** As the node calls it: what is reported twice is kept once. */
    key: { type: 'string', required: true },
    path: { type: 'text', required: true },
    /** `altered`, `added` or `missing`. */
    tampering: { type: 'string', required: true },
    at: { type: 'datetime', required: true },
    isRepaired: { type: 'boolean', required: true },
  },
};
