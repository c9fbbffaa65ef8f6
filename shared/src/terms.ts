import type { Category } from './category.ts';
import type { Item } from './item.ts';
import type { DeadlineRule } from './vocabulary.ts';

/** By when and by whose review an item becomes public. */
export interface Terms {
  /** Null when neither the item nor its primary category is known to say. */
  readonly deadlineRule: DeadlineRule | null;
  readonly reviewProcedure: string | null;
}

/** What holds for an item: what it says itself, and of what it leaves open, what its primary category says. */
export function termsOf(
  item: Pick<Item, 'deadlineRule' | 'reviewProcedure'>,
  primary: Pick<Category, 'deadlineRule' | 'reviewProcedure'> | null,
): Terms {
  return {
    deadlineRule: item.deadlineRule ?? primary?.deadlineRule ?? null,
    reviewProcedure: item.reviewProcedure ?? primary?.reviewProcedure ?? null,
  };
}
