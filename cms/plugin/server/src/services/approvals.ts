import type { Core } from '@strapi/strapi';
import { changedFields, DisclosureError, type Approval } from 'disclosure-contract';
import type { ReviewRow } from '../content-types/rows.ts';
import { fieldOfHash } from '../domain/item-records.ts';
import type { Problem } from '../domain/problem.ts';
import { refuse } from '../errors.ts';
import { currentBatch, isDuring } from '../gate/work-context.ts';
import { currentAuditActor } from '../strapi-access.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import { toInstant } from './instant.ts';
import type { Notices } from './notices.ts';
import { publishing } from './publication-lock.ts';
import { decidersIn, type ReviewBook } from './review-book.ts';
import type { Version, Versions } from './versions.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly book: ReviewBook;
  readonly versions: Versions;
  readonly changes: Changes;
  readonly notices: Notices;
  readonly audit: Audit;
}

/** Whether what is about to be public is what was approved: by content, down to the bytes of each file. */
export const createApprovals = ({ strapi, book, versions, changes, notices, audit }: Parts) => {
  async function refuseDecider(review: ReviewRow): Promise<void> {
    const actor = currentAuditActor(strapi);
    if (actor === null || !decidersIn(await book.decisionsOf([review.documentId])).includes(actor.id)) return;
    const message = '您审批过这一事项，不能再由您发布。请由信息员或政务公开办发布。';
    throw new DisclosureError('publisher_decided', message, { documentId: review.item });
  }

  function refuseEarly(review: ReviewRow, at: string): void {
    if (review.publishAt === null || toInstant(review.publishAt) <= at || isDuring('planned-publication')) return;
    const message = '这一事项已设定定时发布。要现在发布，请先取消定时。';
    throw new DisclosureError('publication_planned', message, { documentId: review.item });
  }

  /** The live version is this very content: publishing it once more makes nothing public that is not. */
  async function approvalOfLive({ draft, contentHash }: Version): Promise<Approval | null> {
    const live = await changes.latestOf(draft.documentId);
    if (live?.kind !== 'item_published' || live.approval === null || live.contentHash !== contentHash) return null;
    return { id: live.approval, contentHash };
  }

  async function end(review: ReviewRow, fields: readonly string[]): Promise<void> {
    await book.move(review.documentId, { state: 'void', changedFields: fields, endedAt: new Date().toISOString() });
    await audit.record({
      event: 'review_voided',
      subject: `item:${review.item}`,
      detail: { review: review.documentId, fields },
    });
    await notices.of(review.documentId);
  }

  return {
    /** Whoever decided does not publish, at once or for a time: `publisher_decided`. */
    refuseDecider,

    /**
     * What approved this version.
     *
     * @throws DisclosureError `approval_missing`, `approval_pending`, `approval_void`, `publisher_decided`,
     * `publication_planned`
     */
    async require(version: Version, at: string): Promise<Approval> {
      const { draft, contentHash } = version;
      const batch = currentBatch();
      if (batch !== null) return { id: `batch:${batch}`, contentHash };

      const { documentId } = draft;
      const review = await book.underWay(documentId);
      if (review?.kind === 'publication' && review.state === 'approved') {
        if (review.contentHash !== contentHash) refuseChanged(fieldsChanged(review, version));
        refuseEarly(review, at);
        await refuseDecider(review);
        return { id: `review:${review.documentId}`, contentHash };
      }
      const live = await approvalOfLive(version);
      if (live !== null) return live;
      if (review?.state === 'open') {
        const message = '这一事项还在审核中，审核通过后才能发布。';
        throw new DisclosureError('approval_pending', message, { documentId });
      }
      const message = '这一事项还没有经过审核。请先送审，审核通过后再发布。';
      throw new DisclosureError('approval_missing', message, { documentId });
    },

    /** Notes that an approval has done what it was given for. */
    async used({ id }: Approval, at: string): Promise<void> {
      const [kind, documentId = ''] = id.split(':');
      if (kind === 'review') await book.move(documentId, { state: 'done', endedAt: at, problem: null });
    },

    /** Ends what is under way for an item that was taken down at once: something was wrong with it. */
    async endAll(item: string): Promise<void> {
      const review = await book.underWay(item);
      if (review !== null) await end(review, []);
    },

    /** Ends the review of an item whose content is no longer what was submitted. */
    async recheck(item: string): Promise<void> {
      if ((await book.underWay(item)) === null) return;
      const collected = await versions.collect(item);
      await publishing(strapi, async () => {
        const review = await book.underWay(item);
        if (review === null) return;
        if (review.kind !== 'publication') {
          const live = await changes.latestOf(item);
          if (review.kind === 'withdrawal' && live?.seq !== review.withdrawal?.seq) await end(review, []);
          return;
        }
        const version = await versions.read(item, collected);
        const fields = version === null ? ['title'] : fieldsChanged(review, version);
        if (fields.length > 0) await end(review, fields);
      });
    },
  };
};

/** What of a version is no longer as it was submitted, by the fields of its form. */
function fieldsChanged(review: ReviewRow, version: Version): string[] {
  return [...new Set(changedFields(review.fieldHashes, version.fieldHashes).map(fieldOfHash))];
}

function refuseChanged(fields: readonly string[]): never {
  const problems: Problem[] = fields.map((path) => ({
    path,
    code: 'approval_void',
    message: '送审之后这里改过，原来的审批不再有效。请重新送审。',
  }));
  refuse('approval_void', `内容在送审之后改过（${fields.length} 处），原来的审批不再有效。请重新送审。`, problems);
}

export type Approvals = ReturnType<typeof createApprovals>;
