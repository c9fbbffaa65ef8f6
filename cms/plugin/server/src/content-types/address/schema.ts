import { HIDDEN } from '../layout.ts';

/** Every address that an item ever had. Addresses are never given away again. */
export const addressType = {
  kind: 'collectionType',
  collectionName: 'disclosure_addresses',
  info: { singularName: 'address', pluralName: 'addresses', displayName: 'Address' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_addresses_slug_idx', columns: ['slug'], type: 'unique' },
    { name: 'disclosure_addresses_subject_idx', columns: ['subject'] },
  ],
  attributes: {
    slug: { type: 'string', required: true },
    subject: { type: 'string', required: true },
    /** The widest audience under which the item was published here: others are never told of this address. */
    reach: { type: 'string' },
    isCurrent: { type: 'boolean', required: true },
  },
};
