import { CATEGORY_DEFAULTS } from '../../domain/category-defaults.ts';
import { layoutOf, SHOWN } from '../layout.ts';
import { CODES } from '../vocabularies.ts';

/** 公开目录: one node of the catalogue tree. */
export const categoryType = {
  kind: 'collectionType',
  collectionName: 'disclosure_categories',
  info: { singularName: 'category', pluralName: 'categories', displayName: '公开目录' },
  options: { draftAndPublish: false },
  pluginOptions: SHOWN,
  indexes: [
    { name: 'disclosure_categories_code_idx', columns: ['code'], type: 'unique' },
    { name: 'disclosure_categories_order_idx', columns: ['order'] },
  ],
  config: layoutOf({
    mainField: 'name',
    list: ['name', 'code', 'parent', 'order', 'deadlineRule'],
    edit: [
      { name: 6, code: 6 },
      { parent: 6, order: 6 },
      { description: 12 },
      { legalBasis: 6, deadlineRule: 6 },
      { contentElements: 12 },
      { basis: 12 },
      { responsible: 6, mode: 6 },
      { channels: 12 },
      { targetAudiences: 6, targetGroup: 6 },
      { levels: 6, stage: 6 },
      { purpose: 6 },
      { reviewProcedure: 8, reviewChain: 4 },
      { enquiryPhone: 6, supervisionPhone: 6 },
    ],
    relationLabels: { parent: 'name', responsible: 'name', reviewChain: 'name' },
  }),
  attributes: {
    name: { type: 'string', required: true, maxLength: 100 },
    code: { type: 'string', required: true, maxLength: 80 },
    /** Without an inverse: through one, saving an entry would move others that nobody saved. */
    parent: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.category' },
    order: { type: 'integer', default: 0 },
    description: { type: 'text', maxLength: 2000 },
    legalBasis: { type: 'enumeration', enum: CODES.legalBases },
    deadlineRule: { type: 'enumeration', enum: CODES.deadlineRules, default: 'working_days_20', required: true },
    /** `{ value, required }`, as `channels` are. */
    contentElements: { type: 'customField', customField: 'plugin::disclosure.marked' },
    basis: { type: 'text', maxLength: 2000 },
    responsible: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.organ' },
    channels: { type: 'customField', customField: 'plugin::disclosure.marked', options: { vocabulary: 'CHANNELS' } },
    targetAudiences: {
      type: 'customField',
      customField: 'plugin::disclosure.codes',
      options: { vocabulary: 'TARGET_AUDIENCES' },
      default: CATEGORY_DEFAULTS.targetAudiences,
      required: true,
    },
    targetGroup: { type: 'string', maxLength: 200 },
    mode: { type: 'enumeration', enum: CODES.disclosureModes, default: 'proactive', required: true },
    levels: {
      type: 'customField',
      customField: 'plugin::disclosure.codes',
      options: { vocabulary: 'LEVELS' },
      default: CATEGORY_DEFAULTS.levels,
      required: true,
    },
    stage: { type: 'enumeration', enum: CODES.stages },
    purpose: { type: 'enumeration', enum: CODES.categoryPurposes },
    reviewProcedure: { type: 'text', maxLength: 500 },
    /** Empty: that of the category above, or the default. */
    reviewChain: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.review-chain' },
    enquiryPhone: { type: 'string', maxLength: 60 },
    supervisionPhone: { type: 'string', maxLength: 60 },
  },
};
