import type { Core } from '@strapi/strapi';
import type { ReviewDecisionRow, ReviewRow } from '../content-types/rows.ts';
import { REVIEW, REVIEW_DECISION } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

type Later = 'changedFields' | 'endedAt' | 'problem' | 'reviewAgainOn' | 'remindedOn' | 'notice';
export type NewReview = Omit<ReviewRow, 'id' | 'documentId' | 'round' | Later>;
export type NewDecision = Omit<ReviewDecisionRow, 'id' | 'documentId'>;
type Progress = Partial<Pick<ReviewRow, 'state' | 'step' | 'stepSince' | 'publishAt' | Later>>;

/** The rows of reviews and decisions: nothing here decides anything. */
export const createReviewBook = ({ strapi }: { strapi: Core.Strapi }) => {
  const reviews = table(strapi, REVIEW);
  const decisions = table(strapi, REVIEW_DECISION);

  return {
    async find(documentId: string): Promise<ReviewRow | null> {
      return reviews.findOne({ where: { documentId } });
    },

    /** What is on its way to be published or taken down, or approved for it: there is one at most. */
    async underWay(item: string): Promise<ReviewRow | null> {
      const where = { item, state: { $in: ['open', 'approved'] }, kind: { $ne: 'ratification' } };
      return reviews.findOne({ where, orderBy: { id: 'desc' } });
    },

    /** Whether it was taken down in an emergency on which nobody has decided yet. */
    async isUnratified(item: string): Promise<boolean> {
      const where = { item, state: 'open' as const, kind: 'ratification' as const };
      return (await reviews.findOne({ where, select: ['id'] })) !== null;
    },

    /** All reviews of an item, the newest first. */
    async ofItem(item: string): Promise<ReviewRow[]> {
      return reviews.findMany({ where: { item }, orderBy: { id: 'desc' } });
    },

    async open(): Promise<ReviewRow[]> {
      return reviews.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } });
    },

    /** The newest reviews that a person submitted. */
    async submittedBy(person: string, limit: number): Promise<ReviewRow[]> {
      return reviews.findMany({ where: { submittedBy: person }, orderBy: { id: 'desc' }, limit });
    },

    async due(at: string): Promise<ReviewRow[]> {
      return reviews.findMany({
        where: { state: 'approved', publishAt: { $lte: at }, problem: { $null: true } },
        orderBy: { publishAt: 'asc' },
      });
    },

    /** The decision not to publish an item that stands. */
    async withheld(item: string): Promise<ReviewRow | null> {
      return reviews.findOne({ where: { item, reviewAgainOn: { $notNull: true } } });
    },

    /** Decisions not to publish that are to be looked at again until a day, that day included; the first to come first. */
    async againBy(day: string): Promise<ReviewRow[]> {
      return reviews.findMany({ where: { reviewAgainOn: { $lte: day } }, orderBy: { reviewAgainOn: 'asc' } });
    },

    /** Those of them for which no letter has gone out. */
    async unremindedBy(day: string): Promise<ReviewRow[]> {
      return reviews.findMany({ where: { reviewAgainOn: { $lte: day }, remindedOn: { $null: true } } });
    },

    /** False when somebody else was first. */
    async remind(documentId: string, today: string): Promise<boolean> {
      const where = { documentId, remindedOn: { $null: true } };
      return (await reviews.updateMany({ where, data: { remindedOn: today } })).count > 0;
    },

    async withNotice(item: string): Promise<ReviewRow[]> {
      return reviews.findMany({ where: { item, notice: { $notNull: true } } });
    },

    async undated(): Promise<ReviewRow[]> {
      return reviews.findMany({
        where: { state: 'withheld', kind: 'publication', reviewAgainOn: { $null: true } },
        orderBy: { id: 'asc' },
      });
    },

    async begin(review: NewReview): Promise<ReviewRow> {
      const round = (await reviews.count({ where: { item: review.item } })) + 1;
      return reviews.create({ data: { ...review, round } });
    },

    async move(documentId: string, progress: Progress): Promise<void> {
      await reviews.updateMany({ where: { documentId }, data: progress });
    },

    async decide(decision: NewDecision): Promise<void> {
      await decisions.createMany({ data: [decision] });
    },

    /** Decisions of these reviews, in the order in which they were made. */
    async decisionsOf(documentIds: readonly string[]): Promise<ReviewDecisionRow[]> {
      if (documentIds.length === 0) return [];
      return decisions.findMany({ where: { review: { $in: documentIds } }, orderBy: { id: 'asc' } });
    },
  };
};

/** Everyone who decided, those they stood in for included. */
export function decidersIn(decisions: readonly ReviewDecisionRow[]): string[] {
  return [
    ...new Set(decisions.flatMap(({ person, onBehalfOf }) => (onBehalfOf === null ? [person] : [person, onBehalfOf]))),
  ];
}

export type ReviewBook = ReturnType<typeof createReviewBook>;
