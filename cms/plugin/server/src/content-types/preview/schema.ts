import { HIDDEN } from '../layout.ts';

/** What a draft would look like in public, kept for half an hour. */
export const previewType = {
  kind: 'collectionType',
  collectionName: 'disclosure_previews',
  info: { singularName: 'preview', pluralName: 'previews', displayName: 'Preview' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_previews_token_idx', columns: ['token_hash'], type: 'unique' },
    { name: 'disclosure_previews_expires_idx', columns: ['expires_at'] },
  ],
  attributes: {
    /** SHA-256 of the token in the private address: whoever reads this table cannot open a preview. */
    tokenHash: { type: 'string', required: true },
    /** documentId of the item. */
    subject: { type: 'string', required: true },
    html: { type: 'text', required: true },
    /** Files of the draft that the page shows or links to. */
    files: { type: 'json', required: true },
    /** Addresses of the site's styles and pictures that the page uses. */
    assets: { type: 'json', required: true },
    /** documentId of the node that rendered it, and gives the styles. */
    node: { type: 'string', required: true },
    expiresAt: { type: 'datetime', required: true },
  },
};
