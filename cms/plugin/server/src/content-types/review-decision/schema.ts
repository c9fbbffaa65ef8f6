import { HIDDEN } from '../layout.ts';

/** 审核意见: what one person said at one step. Never written again. */
export const reviewDecisionType = {
  kind: 'collectionType',
  collectionName: 'disclosure_review_decisions',
  info: { singularName: 'review-decision', pluralName: 'review-decisions', displayName: 'Review decision' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'disclosure_review_decisions_review_idx', columns: ['review'] }],
  attributes: {
    /** documentId of the review. */
    review: { type: 'string', required: true },
    step: { type: 'integer', required: true },
    stepName: { type: 'string', required: true },
    stepKind: { type: 'string', required: true },
    verdict: { type: 'string', required: true },
    opinion: { type: 'text' },
    /** `{ field, text }` each. */
    comments: { type: 'json', required: true },
    /** The record of a confidentiality review. */
    confidentiality: { type: 'json' },
    person: { type: 'string', required: true },
    personName: { type: 'string' },
    /** Whom the person stood in for. */
    onBehalfOf: { type: 'string' },
    onBehalfOfName: { type: 'string' },
    at: { type: 'datetime', required: true },
    /** What the person had before them. */
    contentHash: { type: 'string', required: true },
  },
};
