import type { Core } from '@strapi/strapi';
import { dayInChina, type ConfidentialityRecord, type NoticeWording, type Withholding } from 'disclosure-contract';
import type { ReviewRow } from '../content-types/rows.ts';
import { paragraphsOf } from '../domain/paragraphs.ts';
import { during } from '../gate/work-context.ts';
import { ITEM } from '../plugin-id.ts';
import { documents } from '../strapi-access.ts';
import type { Drafts } from './drafts.ts';
import { toInstant } from './instant.ts';
import type { ReviewBook } from './review-book.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly book: ReviewBook;
  readonly drafts: Drafts;
}

/**
 * 不予公开说明: items that tell the public of a decision not to publish. Each is an item of its own, written as a draft and
 * passed through its chain like any other. Of the item that is not published it has the organs, and nothing else.
 */
export const createWithholdingNotices = ({ strapi, book, drafts }: Parts) => {
  async function write(act: () => Promise<{ documentId: string } | null>): Promise<string | null> {
    return (await during('withholding-notice', act))?.documentId ?? null;
  }

  return {
    /** Writes the draft, in whose words it was asked for; gives its documentId. Inside the caller's transaction. */
    async draft(review: ReviewRow, record: ConfidentialityRecord, wording: NoticeWording): Promise<string | null> {
      const withheld = await drafts.load(review.item);
      if (record.ground === null) return null;
      const withholding: Withholding = {
        mode: record.conclusion === 'on_request' ? 'on_request' : 'withheld',
        ground: record.ground,
        basis: record.basis,
        decidedOn: dayInChina(toInstant(review.endedAt ?? new Date())),
        reviewAgainOn: wording.showsReviewDate ? record.reviewAgainOn : null,
      };
      const data = {
        title: wording.title,
        body: paragraphsOf(wording.explanation),
        publisher: withheld?.publisher?.documentId ?? null,
        responsible: withheld?.responsible?.documentId ?? null,
        subject: 'other',
        genre: 'other',
        withholding,
      };
      const notice = await write(() => documents(strapi, ITEM).create({ data }));
      await book.move(review.documentId, { notice });
      return notice;
    },

    /** Says the new day in a notice that says one. What is public of it stays until the draft is approved and published. */
    async say(reviewAgainOn: string, { notice }: ReviewRow): Promise<void> {
      const withholding = notice === null ? null : ((await drafts.rowOf(notice, 'draft'))?.withholding ?? null);
      if (notice === null || withholding === null || withholding.reviewAgainOn === null) return;
      const data = { withholding: { ...withholding, reviewAgainOn } };
      await write(() => documents(strapi, ITEM).update({ documentId: notice, data }));
    },
  };
};

export type WithholdingNotices = ReturnType<typeof createWithholdingNotices>;
