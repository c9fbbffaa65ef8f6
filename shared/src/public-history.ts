import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import type { Item } from './item.ts';
import { publicStepKindSchema, withdrawalReasonSchema } from './vocabulary.ts';

/** One step of the history of public changes (公开历史): what readers could see happen, and nothing of what it said. */
export const publicStepSchema = z.object({
  kind: publicStepKindSchema,
  at: isoInstantSchema,
  /** Of a withdrawal. */
  reason: withdrawalReasonSchema.nullable().default(null),
  /** What its editors said was corrected (更正说明), of a revision. */
  note: z.string().nullable().default(null),
});
export type PublicStep = z.infer<typeof publicStepSchema>;

/**
 * The history of an item, oldest first. A version from before histories were kept knows when it was first published and
 * when it became public itself.
 */
export function publicHistoryOf(
  item: Pick<Item, 'history' | 'firstPublishedAt' | 'publishedAt' | 'revisionNote'>,
): readonly PublicStep[] {
  if (item.history.length > 0) return item.history;
  const { firstPublishedAt, publishedAt, revisionNote: note } = item;
  const first: PublicStep = { kind: 'published', at: firstPublishedAt, reason: null, note: null };
  return publishedAt === firstPublishedAt ? [first] : [first, { kind: 'revised', at: publishedAt, reason: null, note }];
}
