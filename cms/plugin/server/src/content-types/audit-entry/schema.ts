import { HIDDEN } from '../layout.ts';

/** The audit log. Each entry bears the hash of the one before; none is ever written again. See domain/audit-chain.ts. */
export const auditEntryType = {
  kind: 'collectionType',
  collectionName: 'disclosure_audit_entries',
  info: { singularName: 'audit-entry', pluralName: 'audit-entries', displayName: 'Audit entry' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_audit_entries_seq_idx', columns: ['seq'], type: 'unique' },
    { name: 'disclosure_audit_entries_subject_idx', columns: ['subject', 'seq'] },
  ],
  attributes: {
    seq: { type: 'integer', required: true },
    /** Text, because the hash is over exactly what is stored: databases give instants back in forms of their own. */
    at: { type: 'string', required: true },
    /** Who did it, as they were called then. Null for the system itself. */
    actorId: { type: 'string' },
    actorName: { type: 'string' },
    event: { type: 'string', required: true },
    /** What it was done to, such as `item:<documentId>` or `role:<id>`. */
    subject: { type: 'string' },
    /** JSON with sorted keys. */
    detail: { type: 'text', required: true },
    previousHash: { type: 'string', required: true },
    hash: { type: 'string', required: true },
  },
};
