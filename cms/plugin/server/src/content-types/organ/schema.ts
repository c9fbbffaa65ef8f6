import { rows } from '../item/item-type.ts';
import { layoutOf, SHOWN } from '../layout.ts';
import { CODES } from '../vocabularies.ts';

/** 机构: a department, one of its inner sections, or a subordinate unit. */
export const organType = {
  kind: 'collectionType',
  collectionName: 'disclosure_organs',
  info: { singularName: 'organ', pluralName: 'organs', displayName: '机构' },
  options: { draftAndPublish: false },
  pluginOptions: SHOWN,
  indexes: [{ name: 'disclosure_organs_code_idx', columns: ['code'], type: 'unique' }],
  config: layoutOf({
    mainField: 'name',
    list: ['name', 'kind', 'parent', 'phone', 'order'],
    edit: [
      { name: 6, shortName: 6 },
      { kind: 6, code: 6 },
      { parent: 6, order: 6 },
      { creditCode: 6, leader: 6 },
      { duties: 12 },
      { address: 12 },
      { phone: 6, officeHours: 6 },
      { aliases: 12 },
      { leaders: 12 },
      { venues: 12 },
      { applicationWays: 12 },
    ],
    relationLabels: { parent: 'name' },
  }),
  attributes: {
    name: { type: 'string', required: true, maxLength: 100 },
    shortName: { type: 'string', maxLength: 60 },
    code: { type: 'string', required: true, maxLength: 80 },
    kind: { type: 'enumeration', enum: CODES.organKinds, default: 'section', required: true },
    parent: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.organ' },
    order: { type: 'integer', default: 0 },
    creditCode: { type: 'string', maxLength: 18 },
    duties: { type: 'text', maxLength: 5000 },
    address: { type: 'string', maxLength: 255 },
    phone: { type: 'string', maxLength: 100 },
    officeHours: { type: 'string', maxLength: 200 },
    leader: { type: 'string', maxLength: 100 },
    /** Former and other names: `{ name, from, until }`. */
    aliases: { type: 'customField', customField: 'plugin::disclosure.former-names' },
    leaders: rows('LEADERS'),
    venues: rows('VENUES'),
    applicationWays: rows('APPLICATION_WAYS'),
  },
};
