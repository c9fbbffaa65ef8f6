import type { Core } from '@strapi/strapi';
import {
  afterVerdict,
  capacityFor,
  dayInChina,
  DisclosureError,
  type ConfidentialityRecord,
  type DecisionRefusal,
  type NoticeWording,
  type ReviewStep,
} from 'disclosure-contract';
import type { PlannedWithdrawal, ReviewDecisionRow, ReviewRow } from '../content-types/rows.ts';
import { readDecision } from '../domain/decision.ts';
import { sha256 } from '../domain/sha256.ts';
import type { Approvals } from './approvals.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import type { Drafts } from './drafts.ts';
import type { Notices } from './notices.ts';
import type { People, Person } from './people.ts';
import { publishing } from './publication-lock.ts';
import { refuseIncomplete } from './publication.ts';
import { decidersIn, type ReviewBook } from './review-book.ts';
import type { ReviewChains } from './review-chains.ts';
import type { Versions } from './versions.ts';
import type { WithdrawalService } from './withdrawal.ts';
import type { WithholdingNotices } from './withholding-notices.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly book: ReviewBook;
  readonly chains: ReviewChains;
  readonly people: People;
  readonly approvals: Approvals;
  readonly versions: Versions;
  readonly drafts: Drafts;
  readonly changes: Changes;
  readonly withdrawal: WithdrawalService;
  readonly withholdingNotices: WithholdingNotices;
  readonly notices: Notices;
  readonly audit: Audit;
}

export interface Submission {
  readonly documentId: string;
  readonly note?: string;
  /** Not before; null: as soon as somebody publishes it. */
  readonly publishAt?: string | null;
}

export interface WithdrawalSubmission {
  readonly documentId: string;
  readonly reason: unknown;
  readonly replacedBy?: string | null;
  readonly note?: string;
}

/** Who may do what with a review, for one person. */
export interface Standing {
  /** Whom the person would decide for, themselves or another; null when they may not. */
  readonly as: Person | null;
  readonly refusal: DecisionRefusal | null;
}

const REFUSED: Readonly<Record<DecisionRefusal, string>> = {
  review_closed: '这次审核已经结束，请刷新页面。',
  not_your_step: '现在这一步不由您审核。',
  own_work: '您参与撰写了这一版，不能审核自己写的内容。请由别人审核，或由代理人审核。',
  decided_before: '您在这次审核中已经审过一步，不能再审另一步。',
};

export function refusalOf(refusal: DecisionRefusal, reviewId: string): DisclosureError {
  return new DisclosureError(refusal, REFUSED[refusal], { reviewId });
}

/** 审核: submitting a version or a withdrawal, deciding step by step, taking it back. */
export const createReviews = (parts: Parts) => {
  const { strapi, book, chains, people, approvals, versions, drafts, changes, withdrawal, withholdingNotices } = parts;
  const { notices, audit } = parts;

  async function refuseWhileUnderWay(documentId: string): Promise<void> {
    const review = await book.underWay(documentId);
    if (review === null) return;
    const message =
      review.state === 'open'
        ? '这一事项正在审核中。要修改后重新送审，请先撤回这次送审。'
        : '这一事项已审核通过，可以直接发布。要修改后重新送审，请先撤回。';
    throw new DisclosureError('review_under_way', message, { documentId });
  }

  /** Whoever decides would else have two reviews of one item before them, and take one for the other. */
  async function refuseUnratified(documentId: string): Promise<void> {
    if (!(await book.isUnratified(documentId))) return;
    const message = '这一事项是紧急撤下的，追认还没有结果。请等追认完成后再送审。';
    throw new DisclosureError('ratification_open', message, { documentId });
  }

  async function refuseWithheld(documentId: string): Promise<void> {
    if ((await book.withheld(documentId)) === null) return;
    const message = '这一事项已审查决定不公开，不能再次送审。情况有变化的，请保密审查员重新审查，同意后再送审。';
    throw new DisclosureError('item_withheld', message, { documentId });
  }

  async function get(reviewId: string): Promise<ReviewRow> {
    const review = await book.find(reviewId);
    if (review !== null) return review;
    throw new DisclosureError('review_unknown', '找不到这次审核，请刷新页面。', { reviewId });
  }

  function representedBy(person: Person): Promise<Person[]> {
    return people.representedBy(person.id, new Date().toISOString());
  }

  async function begun(review: ReviewRow): Promise<void> {
    const { documentId, item, kind, contentHash, submittedBy } = review;
    await audit.record({
      event: 'review_submitted',
      subject: `item:${item}`,
      detail: { review: documentId, kind, contentHash, person: submittedBy },
    });
    await notices.of(documentId);
  }

  /** What the last agreement brings about by itself: a withdrawal is done, a publication waits for whoever publishes. */
  async function whenApproved(review: ReviewRow, at: string): Promise<void> {
    if (review.kind === 'publication') return;
    const { documentId, contentHash, item } = review;
    if (review.kind === 'withdrawal' && review.withdrawal !== null) {
      const approval = { id: `review:${documentId}`, contentHash };
      await withdrawal.carryOut({ documentId: item, ...review.withdrawal }, approval);
    }
    await book.move(documentId, { state: 'done', endedAt: at });
  }

  /** The draft of the notice that was asked for with a decision not to publish. */
  async function noticeOf(
    reviewId: string,
    record: ConfidentialityRecord | null,
    wording: NoticeWording | null,
  ): Promise<string | null> {
    const review = await get(reviewId);
    if (record === null || wording === null || review.kind !== 'publication') return null;
    return withholdingNotices.draft(review, record, wording);
  }

  /** Asks for a public item to be taken down; or, when it was taken down at once, for that to be ratified. */
  async function submitWithdrawal(request: WithdrawalSubmission, person: Person, isDone = false): Promise<ReviewRow> {
    const { documentId, note = '' } = request;
    return publishing(strapi, async () => {
      if (!isDone) await refuseWhileUnderWay(documentId);
      const draft = await drafts.load(documentId);
      const live = await changes.latestOf(documentId);
      const planned: PlannedWithdrawal = isDone
        ? {
            reason: request.reason as PlannedWithdrawal['reason'],
            replacedBy: request.replacedBy ?? null,
            seq: live?.seq ?? 0,
          }
        : await withdrawal.plan(request);
      if (draft === null) throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
      const at = new Date().toISOString();
      const review = await book.begin({
        item: documentId,
        type: draft.type,
        kind: isDone ? 'ratification' : 'withdrawal',
        state: 'open',
        title: live?.title ?? draft.title ?? '',
        steps: await chains.stepsFor(draft),
        step: 0,
        stepSince: at,
        sections: await chains.sectionsOf(draft.responsible),
        authors: [person.id],
        submittedBy: person.id,
        submittedByName: person.name,
        submittedAt: at,
        note,
        contentHash: sha256(JSON.stringify([documentId, planned.reason, planned.replacedBy, planned.seq])),
        fieldHashes: {},
        publishAt: null,
        withdrawal: planned,
      });
      await begun(review);
      return review;
    });
  }

  return {
    representedBy,
    submitWithdrawal,

    /** Sends the draft of an item on its way. */
    async submit({ documentId, note = '', publishAt = null }: Submission, person: Person): Promise<ReviewRow> {
      const collected = await versions.collect(documentId);
      return publishing(strapi, async () => {
        const version = await versions.read(documentId, collected);
        if (version === null) throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
        await refuseWhileUnderWay(documentId);
        await refuseUnratified(documentId);
        await refuseWithheld(documentId);
        const at = new Date().toISOString();
        refuseIncomplete(await versions.problemsOf(version, at));
        if (publishAt !== null && publishAt <= at) {
          throw new DisclosureError('plan_in_past', '定时发布的时间已经过了，请改成以后的时间。', { publishAt });
        }
        const { draft, contentHash, fieldHashes } = version;
        const review = await book.begin({
          item: documentId,
          type: draft.type,
          kind: 'publication',
          state: 'open',
          title: draft.title ?? '',
          steps: await chains.stepsFor(draft),
          step: 0,
          stepSince: at,
          sections: await chains.sectionsOf(draft.responsible),
          authors: [...new Set([...(draft.contributors ?? []), person.id])],
          submittedBy: person.id,
          submittedByName: person.name,
          submittedAt: at,
          note,
          contentHash,
          fieldHashes,
          publishAt,
          withdrawal: null,
        });
        await begun(review);
        return review;
      });
    },

    /** Takes down at once, and asks for it to be ratified. */
    async withdrawAtOnce(request: WithdrawalSubmission, person: Person | null): Promise<void> {
      const { documentId } = request;
      await publishing(strapi, async () => {
        await withdrawal.withdraw(request);
        await approvals.endAll(documentId);
        if (person !== null) await submitWithdrawal(request, person, true);
      });
    },

    /**
     * Takes down what a person says at the step whose turn it is.
     *
     * @throws DisclosureError `review_closed`, `not_your_step`, `own_work`, `decided_before`, `content_changed`
     */
    async decide(reviewId: string, person: Person, written: unknown): Promise<ReviewRow> {
      await approvals.recheck((await get(reviewId)).item);
      return publishing(strapi, async () => {
        const review = await get(reviewId);
        const decisions = await book.decisionsOf([reviewId]);
        const { as, refusal } = standingOf(person, await representedBy(person), review, decisions);
        const step: ReviewStep | undefined = review.steps[review.step];
        if (as === null || step === undefined) throw refusalOf(refusal ?? 'review_closed', reviewId);
        const at = new Date().toISOString();
        const place = { kind: review.kind, step, today: dayInChina(at) };
        const { verdict, notice: wording, ...said } = readDecision(written, place);
        if (said.contentHash !== review.contentHash) {
          const message = '您打开之后内容换过，请刷新页面，看过现在的内容再审。';
          throw new DisclosureError('content_changed', message, { reviewId });
        }
        const decider = deciderOf(person, as);
        await book.decide({
          review: reviewId,
          step: review.step,
          stepName: step.name,
          stepKind: step.kind,
          verdict,
          ...said,
          ...decider,
          at,
        });
        const next = afterVerdict(review, verdict);
        const isEnded = next.state === 'returned' || next.state === 'withheld';
        const reviewAgainOn = review.kind === 'publication' ? (said.confidentiality?.reviewAgainOn ?? null) : null;
        await book.move(reviewId, { ...next, stepSince: at, ...(isEnded ? { endedAt: at, reviewAgainOn } : {}) });
        const notice = await noticeOf(reviewId, said.confidentiality, wording);
        await audit.record({
          event: 'review_decided',
          subject: `item:${review.item}`,
          detail: {
            review: reviewId,
            step: step.name,
            verdict,
            contentHash: review.contentHash,
            person: person.id,
            onBehalfOf: decider.onBehalfOf ?? undefined,
            notice: notice ?? undefined,
          },
        });
        if (next.state === 'approved') await whenApproved(review, at);
        await notices.of(reviewId);
        return get(reviewId);
      });
    },

    /** Whoever submitted takes it back, also when it was approved and is not published. */
    async cancel(reviewId: string, person: Person): Promise<void> {
      await publishing(strapi, async () => {
        const review = await get(reviewId);
        if (review.submittedBy !== person.id) {
          throw new DisclosureError('not_your_step', '只有送审的人可以撤回。', { reviewId });
        }
        if ((review.state !== 'open' && review.state !== 'approved') || review.kind === 'ratification') {
          throw new DisclosureError('review_closed', REFUSED.review_closed, { reviewId });
        }
        await book.move(reviewId, { state: 'cancelled', endedAt: new Date().toISOString() });
        await audit.record({
          event: 'review_cancelled',
          subject: `item:${review.item}`,
          detail: { review: reviewId, person: person.id },
        });
      });
    },

    /** Sets, moves or takes away the time of a planned publication. */
    async plan(reviewId: string, person: Person, publishAt: string | null): Promise<void> {
      await publishing(strapi, async () => {
        const review = await get(reviewId);
        if (review.kind !== 'publication' || (review.state !== 'open' && review.state !== 'approved')) {
          throw new DisclosureError('review_closed', REFUSED.review_closed, { reviewId });
        }
        if (publishAt !== null && publishAt <= new Date().toISOString()) {
          throw new DisclosureError('plan_in_past', '定时发布的时间已经过了，请改成以后的时间。', { publishAt });
        }
        // A time that is a moment away publishes as the button does.
        if (publishAt !== null) await approvals.refuseDecider(review);
        await book.move(reviewId, { publishAt, problem: null });
        await audit.record({
          event: 'publication_planned',
          subject: `item:${review.item}`,
          detail: { review: reviewId, publishAt, person: person.id },
        });
      });
    },

    get,
  };
};

/** Who decided, and for whom if it was a stand-in, as decisions keep it. */
export function deciderOf(person: Person, as: Person) {
  const represented = as.id === person.id ? null : as;
  return {
    person: person.id,
    personName: person.name,
    onBehalfOf: represented?.id ?? null,
    onBehalfOfName: represented?.name ?? null,
  };
}

/** Whether a person may decide a review now, and for whom: `represented` are those whom they stand in for. */
export function standingOf(
  person: Person,
  represented: readonly Person[],
  review: ReviewRow,
  decisions: readonly ReviewDecisionRow[],
): Standing {
  const { as, refusal } = capacityFor(person, represented, { ...review, decided: decidersIn(decisions) });
  if (as === null) return { as, refusal };
  return { as: [person, ...represented].find(({ id }) => id === as.id) ?? null, refusal };
}

export type Reviews = ReturnType<typeof createReviews>;
