import { HIDDEN } from '../layout.ts';

/** A site node that may read the feed. Its token is known to it alone; here is only the hash. */
export const siteNodeType = {
  kind: 'collectionType',
  collectionName: 'disclosure_site_nodes',
  info: { singularName: 'site-node', pluralName: 'site-nodes', displayName: 'Site node' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_site_nodes_token_idx', columns: ['token_hash'], type: 'unique' }],
  attributes: {
    name: { type: 'string', required: true },
    audience: { type: 'enumeration', enum: ['public', 'staff'], required: true },
    tokenHash: { type: 'string', required: true, private: true },
    nudgeKey: { type: 'string', required: true, private: true },
    nudgeUrl: { type: 'string' },
    position: { type: 'integer', default: 0, required: true },
    lastSeenAt: { type: 'datetime' },
    problem: { type: 'string' },
    /** What the node found when it last inspected its site (`InspectionReport`). */
    inspection: { type: 'json' },
  },
};
