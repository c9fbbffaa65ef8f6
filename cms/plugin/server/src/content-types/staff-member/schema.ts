import { HIDDEN } from '../layout.ts';

/** 工作人员: to which organs an account belongs. */
export const staffMemberType = {
  kind: 'collectionType',
  collectionName: 'disclosure_staff_members',
  info: { singularName: 'staff-member', pluralName: 'staff-members', displayName: 'Staff member' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_staff_members_user_idx', columns: ['user'], type: 'unique' }],
  attributes: {
    /** Account number. */
    user: { type: 'string', required: true },
    /** documentIds of organs. */
    sections: { type: 'json', required: true },
  },
};
