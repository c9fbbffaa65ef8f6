import { HIDDEN } from '../layout.ts';

/** What was found in a file, by its bytes: read once, however often it is published. Holds what the file says. */
export const inspectionType = {
  kind: 'collectionType',
  collectionName: 'disclosure_inspections',
  info: { singularName: 'inspection', pluralName: 'inspections', displayName: 'Inspection' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_inspections_sha_idx', columns: ['sha_256'] }],
  attributes: {
    sha256: { type: 'string', required: true },
    /** Of the inspection itself: what an older one found is found anew. */
    version: { type: 'integer', required: true },
    /** The `Inspection`, as JSON. */
    found: { type: 'text', required: true },
  },
};
