import { HIDDEN } from '../layout.ts';

/** 草稿版本: a draft as somebody saved it. A row is never written again; old ones are thinned out after a publication. */
export const draftVersionType = {
  kind: 'collectionType',
  collectionName: 'disclosure_draft_versions',
  info: { singularName: 'draft-version', pluralName: 'draft-versions', displayName: 'Draft version' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_draft_versions_subject_idx', columns: ['subject', 'at'] }],
  attributes: {
    /** documentId of the item. */
    subject: { type: 'string', required: true },
    at: { type: 'datetime', required: true },
    kind: { type: 'string', required: true },
    /** Who saved it, as they were called then. Null for scripts. */
    actorName: { type: 'string' },
    /** JSON of what people write, see domain/draft-snapshot.ts. */
    snapshot: { type: 'text', required: true },
    /** JSON: what the related documents were called, by documentId. They may be gone one day. */
    names: { type: 'text', required: true },
    /** JSON: the fields that differ from the version before; null for the first. */
    fields: { type: 'text' },
  },
};
