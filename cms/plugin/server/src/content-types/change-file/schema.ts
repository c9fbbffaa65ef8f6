import { HIDDEN } from '../layout.ts';

/** Which published version refers to which bytes. */
export const changeFileType = {
  kind: 'collectionType',
  collectionName: 'disclosure_change_files',
  info: { singularName: 'change-file', pluralName: 'change-files', displayName: 'Change file' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_change_files_sha_idx', columns: ['sha_256'] },
    { name: 'disclosure_change_files_original_idx', columns: ['original_sha_256'] },
    { name: 'disclosure_change_files_seq_idx', columns: ['change_seq'] },
  ],
  attributes: {
    changeSeq: { type: 'integer', required: true },
    subject: { type: 'string', required: true },
    sha256: { type: 'string', required: true },
    /** Of the file that was uploaded, where the published copy is not the same: its metadata was removed. */
    originalSha256: { type: 'string' },
    fileName: { type: 'string', required: true },
    mime: { type: 'string', required: true },
    size: { type: 'integer', required: true },
  },
};
