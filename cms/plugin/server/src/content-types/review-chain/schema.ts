import { layoutOf, SHOWN } from '../layout.ts';

/** 审核流程: the steps that a version goes through before it is public. */
export const reviewChainType = {
  kind: 'collectionType',
  collectionName: 'disclosure_review_chains',
  info: { singularName: 'review-chain', pluralName: 'review-chains', displayName: '审核流程' },
  options: { draftAndPublish: false },
  pluginOptions: SHOWN,
  config: layoutOf({
    mainField: 'name',
    list: ['name', 'isDefault', 'description'],
    edit: [{ name: 8, isDefault: 4 }, { description: 12 }, { steps: 12 }],
  }),
  attributes: {
    name: { type: 'string', required: true, maxLength: 100 },
    description: { type: 'text', maxLength: 500 },
    /** For categories that name no chain, and whose upper categories name none. There is exactly one. */
    isDefault: { type: 'boolean', default: false, required: true },
    steps: { type: 'customField', customField: 'plugin::disclosure.review-steps' },
  },
};
