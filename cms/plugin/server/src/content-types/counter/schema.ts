import { HIDDEN } from '../layout.ts';

/** Gap-free counters: `feed`, `audit`, and `index:<prefix>:<period>` for index numbers. */
export const counterType = {
  kind: 'collectionType',
  collectionName: 'disclosure_counters',
  info: { singularName: 'counter', pluralName: 'counters', displayName: 'Counter' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_counters_name_idx', columns: ['name'], type: 'unique' }],
  attributes: {
    name: { type: 'string', required: true },
    value: { type: 'integer', required: true },
  },
};
