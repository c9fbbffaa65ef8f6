import { layoutOf, SHOWN } from '../layout.ts';
import { CODES } from '../vocabularies.ts';

/** 网站纠错: what somebody reported to be wrong on the site. What they wrote stays as it came; state and note are ours. */
export const correctionType = {
  kind: 'collectionType',
  collectionName: 'disclosure_corrections',
  info: { singularName: 'correction', pluralName: 'corrections', displayName: '网站纠错' },
  options: { draftAndPublish: false },
  pluginOptions: SHOWN,
  config: layoutOf({
    mainField: 'receiptNumber',
    newestFirstBy: 'reportedAt',
    list: ['receiptNumber', 'kind', 'text', 'state', 'reportedAt'],
    edit: [
      { receiptNumber: 6, reportedAt: 6 },
      { kind: 6, contact: 6 },
      { page: 12 },
      { text: 12 },
      { state: 6 },
      { handlingNote: 12 },
    ],
    readOnly: ['receiptNumber', 'reportedAt', 'kind', 'contact', 'page', 'text'],
  }),
  indexes: [{ name: 'disclosure_corrections_receipt_idx', columns: ['receipt_number'], type: 'unique' }],
  attributes: {
    receiptNumber: { type: 'string', required: true },
    reportedAt: { type: 'datetime', required: true },
    kind: { type: 'enumeration', enum: CODES.correctionKinds, required: true },
    page: { type: 'text' },
    text: { type: 'text', required: true },
    /** How to reach whoever reported it. Personal data: in no log and in no audit entry. */
    contact: { type: 'string' },
    state: { type: 'enumeration', enum: CODES.correctionStates, default: 'received', required: true },
    /** 处理情况. */
    handlingNote: { type: 'text', maxLength: 2000 },
  },
};
