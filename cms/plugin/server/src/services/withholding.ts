import type { Core } from '@strapi/strapi';
import { asLookedAtAgain, dayInChina, type ConfidentialityRecord } from 'disclosure-contract';
import type { ReviewRow } from '../content-types/rows.ts';
import { readSecondLook } from '../domain/decision.ts';
import { reachOf } from '../domain/travel.ts';
import type { Approvals } from './approvals.ts';
import type { Audit } from './audit.ts';
import type { Drafts } from './drafts.ts';
import type { Notices } from './notices.ts';
import type { People, Person } from './people.ts';
import { publishing } from './publication-lock.ts';
import type { ReviewBook } from './review-book.ts';
import { deciderOf, refusalOf, standingOf, type Reviews, type Standing } from './reviews.ts';
import type { WithholdingNotices } from './withholding-notices.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly book: ReviewBook;
  readonly drafts: Drafts;
  readonly people: People;
  readonly approvals: Approvals;
  readonly reviews: Reviews;
  readonly withholdingNotices: WithholdingNotices;
  readonly notices: Notices;
  readonly audit: Audit;
}

/** 重新审查: decisions not to publish, which are looked at again on the day that was set (政府信息公开条例 Art. 18). */
export const createWithholding = (parts: Parts) => {
  const { strapi, book, drafts, people, approvals, reviews, withholdingNotices, notices, audit } = parts;

  async function recordOf(review: ReviewRow): Promise<ConfidentialityRecord | null> {
    const decisions = await book.decisionsOf([review.documentId]);
    return decisions.findLast(({ confidentiality }) => confidentiality !== null)?.confidentiality ?? null;
  }

  async function standingAgain(review: ReviewRow, person: Person, represented: readonly Person[]): Promise<Standing> {
    const others = (await book.decisionsOf([review.documentId])).filter(({ step }) => step !== review.step);
    return standingOf(person, represented, asLookedAtAgain(review), others);
  }

  return {
    standingAgain,

    /**
     * Takes down what comes of a second look: the decision stands until another day, or the item may be submitted again.
     *
     * @throws DisclosureError `review_closed`, `not_your_step`, `own_work`, `decided_before`
     */
    async lookAgain(reviewId: string, person: Person, written: unknown): Promise<ReviewRow> {
      return publishing(strapi, async () => {
        const review = await reviews.get(reviewId);
        const represented = await reviews.representedBy(person);
        const { as, refusal } = await standingAgain(review, person, represented);
        const record = await recordOf(review);
        const step = review.steps[review.step];
        if (as === null || step === undefined || record === null) throw refusalOf(refusal ?? 'review_closed', reviewId);

        const at = new Date().toISOString();
        const { outcome, reason, reviewAgainOn, notice } = readSecondLook(written, dayInChina(at));
        const isKept = outcome === 'keep';
        const confidentiality = isKept ? { ...record, reason, reviewAgainOn } : null;
        const decider = deciderOf(person, as);
        await book.decide({
          review: reviewId,
          step: review.step,
          stepName: step.name,
          stepKind: step.kind,
          verdict: !isKept ? 'reopen' : record.conclusion === 'on_request' ? 'on_request' : 'withhold',
          opinion: isKept ? '' : reason,
          comments: [],
          confidentiality,
          contentHash: review.contentHash,
          ...decider,
          at,
        });
        await book.move(reviewId, { state: isKept ? 'withheld' : 'reopened', reviewAgainOn, remindedOn: null });
        if (reviewAgainOn !== null) await withholdingNotices.say(reviewAgainOn, review);
        if (confidentiality !== null && notice !== null && review.notice === null) {
          await withholdingNotices.draft(review, confidentiality, notice);
        }
        await audit.record({
          event: isKept ? 'withholding_kept' : 'withholding_reopened',
          subject: `item:${review.item}`,
          detail: { review: reviewId, reviewAgainOn, person: person.id, onBehalfOf: decider.onBehalfOf ?? undefined },
        });
        if (!isKept) await notices.of(reviewId);
        return reviews.get(reviewId);
      });
    },

    /** Sends letters for the decisions whose day has come, once for each day. */
    async remind(): Promise<void> {
      const today = dayInChina(new Date().toISOString());
      for (const { documentId } of await book.unremindedBy(today)) {
        await publishing(strapi, async () => {
          if (await book.remind(documentId, today)) await notices.lookAgain(documentId);
        });
      }
    },

    /**
     * The information is public after all: what says that it is not comes down, once its chain agrees, and what was to say
     * so does not. Inside the transaction of the publication.
     */
    async whenPublic(item: string): Promise<void> {
      for (const review of await book.withNotice(item)) {
        const { notice, submittedBy, submittedByName } = review;
        const published = notice === null ? null : await drafts.rowOf(notice, 'published');
        if (notice === null || (await book.underWay(notice))?.kind === 'withdrawal') continue;
        await approvals.endAll(notice);
        if (published === null || reachOf(published) === 'none') continue;
        const submitter = { id: submittedBy, name: submittedByName ?? '', roles: [], sections: [] };
        const request = { documentId: notice, reason: 'replaced', replacedBy: item, note: '所说明的信息已经公开。' };
        await reviews.submitWithdrawal(request, (await people.current()) ?? submitter);
      }
    },

    /** The item is gone: nothing is left to look at. */
    async forget(item: string): Promise<void> {
      const review = await book.withheld(item);
      if (review !== null) await book.move(review.documentId, { reviewAgainOn: null });
    },

    /** Notes the day of decisions that were made before reviews had a column for it. */
    async noteFormerDays(): Promise<void> {
      for (const review of await book.undated()) {
        const [newest] = (await book.ofItem(review.item)).filter(({ kind }) => kind === 'publication');
        if (newest?.id !== review.id || (await drafts.rowOf(review.item, 'draft')) === null) continue;
        const reviewAgainOn = (await recordOf(review))?.reviewAgainOn ?? null;
        if (reviewAgainOn !== null) await book.move(review.documentId, { reviewAgainOn });
      }
    },
  };
};

export type WithholdingService = ReturnType<typeof createWithholding>;
