import { HIDDEN } from '../layout.ts';

/** 导入批次: documents from elsewhere that somebody approved as a whole, by name and on record. */
export const importBatchType = {
  kind: 'collectionType',
  collectionName: 'disclosure_import_batches',
  info: { singularName: 'import-batch', pluralName: 'import-batches', displayName: 'Import batch' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    name: { type: 'string', required: true, maxLength: 200 },
    approvedBy: { type: 'string', required: true, maxLength: 100 },
    /** What the approval rests on: minutes, a document number. */
    basis: { type: 'string', required: true, maxLength: 300 },
    at: { type: 'datetime', required: true },
    actor: { type: 'string' },
    documents: { type: 'integer', required: true },
    /** SHA-256 over `entries`. */
    hash: { type: 'string', required: true },
    /** importKey to importHash of each document. */
    entries: { type: 'json', required: true },
  },
};
