import { HIDDEN } from '../layout.ts';

/** What a node reported after it applied a change. */
export const receiptType = {
  kind: 'collectionType',
  collectionName: 'disclosure_receipts',
  info: { singularName: 'receipt', pluralName: 'receipts', displayName: 'Receipt' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_receipts_node_seq_idx', columns: ['node', 'seq'], type: 'unique' },
    { name: 'disclosure_receipts_seq_idx', columns: ['seq'] },
  ],
  attributes: {
    /** documentId of the node. */
    node: { type: 'string', required: true },
    seq: { type: 'integer', required: true },
    pages: { type: 'integer', required: true },
    durationMs: { type: 'float', required: true },
    visibleAt: { type: 'datetime', required: true },
    problem: { type: 'string' },
  },
};
