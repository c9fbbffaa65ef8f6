import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { WITHHOLDING_GROUNDS, type ReviewFacts, type ReviewKind } from './review.ts';
import { codesOf, DISCLOSURE_MODES } from './vocabulary.ts';

const { on_request, withheld } = DISCLOSURE_MODES;

/** How information that is not published can be had: on application, or not at all. */
export const WITHHOLDING_MODES = { on_request, withheld } as const;

/**
 * 不予公开说明: that an item of this kind speaks of information that is not published (政府信息公开条例 Art. 14–18). The
 * system takes it from the decision; of the information itself there is nothing in it.
 */
export const withholdingSchema = z.object({
  mode: codesOf(WITHHOLDING_MODES),
  ground: codesOf(WITHHOLDING_GROUNDS),
  /** Provisions that the decision rests on. */
  basis: z.string(),
  decidedOn: isoDateSchema,
  /** When the decision is looked at again; null where the notice does not say. */
  reviewAgainOn: isoDateSchema.nullable(),
});
export type Withholding = z.infer<typeof withholdingSchema>;

/** What whoever decides not to publish wants the public to read of it: in words of its own, which give nothing away. */
export const noticeWordingSchema = z.strictObject({
  title: z.string().trim().max(255),
  explanation: z.string().trim().max(2000),
  /** Whether the notice says when the decision is looked at again. */
  showsReviewDate: z.boolean(),
});
export type NoticeWording = z.infer<typeof noticeWordingSchema>;

export type NoticeProblem = 'notice_title_missing' | 'notice_explanation_missing';

export function noticeProblems({ title, explanation }: NoticeWording): NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  if (title.trim() === '') problems.push('notice_title_missing');
  if (explanation.trim() === '') problems.push('notice_explanation_missing');
  return problems;
}

/** What comes of looking again at a decision not to publish: it stands, or the item may be submitted again. */
export const secondLookSchema = z.strictObject({
  outcome: z.enum(['keep', 'reopen']),
  reason: z.string().trim().max(1000),
  /** When it is looked at the next time. */
  reviewAgainOn: isoDateSchema.nullable().default(null),
  /** Only where there is no notice yet. */
  notice: noticeWordingSchema.nullable().default(null),
});
export type SecondLook = z.infer<typeof secondLookSchema>;

export type SecondLookProblem = 'reason_missing' | 'review_date_missing' | 'review_date_past' | NoticeProblem;

/** What is missing before a second look counts. */
export function secondLookProblems(look: SecondLook, today: string): SecondLookProblem[] {
  const problems: SecondLookProblem[] = look.reason.trim() === '' ? ['reason_missing'] : [];
  if (look.outcome === 'reopen') return problems;
  if (look.reviewAgainOn === null) problems.push('review_date_missing');
  else if (look.reviewAgainOn <= today) problems.push('review_date_past');
  return [...problems, ...(look.notice === null ? [] : noticeProblems(look.notice))];
}

/**
 * The review that ended with a decision not to publish, as one in which it is that step's turn once more: whoever answers
 * for the step looks at the decision again, and nobody at what they wrote. Closed where no such decision stands.
 */
export function asLookedAtAgain<Facts extends Pick<ReviewFacts, 'state'> & { readonly kind: ReviewKind }>(
  review: Facts,
): Facts {
  const stands = review.kind === 'publication' && review.state === 'withheld';
  return { ...review, state: stands ? 'open' : 'done' };
}
