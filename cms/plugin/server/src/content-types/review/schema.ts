import { HIDDEN } from '../layout.ts';

/** 审核单: one way of one version, or of one withdrawal, through its chain. Its steps are those of the chain when it began. */
export const reviewType = {
  kind: 'collectionType',
  collectionName: 'disclosure_reviews',
  info: { singularName: 'review', pluralName: 'reviews', displayName: 'Review' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'disclosure_reviews_item_idx', columns: ['item', 'state'] },
    { name: 'disclosure_reviews_state_idx', columns: ['state', 'publish_at'] },
    { name: 'disclosure_reviews_again_idx', columns: ['review_again_on'] },
  ],
  attributes: {
    /** documentId of the item. */
    item: { type: 'string', required: true },
    kind: { type: 'string', required: true },
    /** Counts the reviews of an item, from 1. */
    round: { type: 'integer', required: true },
    state: { type: 'string', required: true },
    /** As the item was called when it was submitted, for lists. */
    title: { type: 'string', required: true, maxLength: 255 },
    /** What the item is. Null in rows from before there were others than `item`. */
    type: { type: 'string' },
    steps: { type: 'json', required: true },
    /** Index in `steps` of the one whose turn it is. */
    step: { type: 'integer', required: true },
    /** Since when it is that step's turn. */
    stepSince: { type: 'datetime', required: true },
    /** documentIds of the responsible section and of the organs above it. */
    sections: { type: 'json', required: true },
    /** Account numbers of everyone who wrote in this version. */
    authors: { type: 'json', required: true },
    submittedBy: { type: 'string', required: true },
    submittedByName: { type: 'string' },
    submittedAt: { type: 'datetime', required: true },
    note: { type: 'text' },
    /** What is approved: see `contentHashOf()`. */
    contentHash: { type: 'string', required: true },
    fieldHashes: { type: 'json', required: true },
    /** Once approved, not before. */
    publishAt: { type: 'datetime' },
    /** Reason and successor of a withdrawal, and the position of the version that it takes down. */
    withdrawal: { type: 'json' },
    /** What a void review was void for. */
    changedFields: { type: 'json' },
    /** When a decision not to publish is looked at again; null where none stands. */
    reviewAgainOn: { type: 'date' },
    /** The day on which letters went out for that. */
    remindedOn: { type: 'date' },
    /** documentId of the item that tells the public of the decision. */
    notice: { type: 'string' },
    endedAt: { type: 'datetime' },
    /** Why what was planned could not be done: a code. */
    problem: { type: 'string' },
  },
};
