import { HIDDEN } from '../layout.ts';

/** 代理: who decides in whose place, and when. */
export const standInType = {
  kind: 'collectionType',
  collectionName: 'disclosure_stand_ins',
  info: { singularName: 'stand-in', pluralName: 'stand-ins', displayName: 'Stand-in' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_stand_ins_person_idx', columns: ['stand_in'] }],
  attributes: {
    /** Account number of who is away. */
    person: { type: 'string', required: true },
    standIn: { type: 'string', required: true },
    /** First and last day. */
    from: { type: 'date', required: true },
    to: { type: 'date', required: true },
    reason: { type: 'string', maxLength: 200 },
  },
};
