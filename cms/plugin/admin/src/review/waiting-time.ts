import type { ReviewState } from 'disclosure-contract';
import type { ReviewEntry } from './review-api.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days from an instant until now. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}

export type Deadline =
  | { readonly kind: 'none' }
  | { readonly kind: 'left'; readonly days: number }
  | { readonly kind: 'over'; readonly days: number };

/** How many days are left until an instant, begun ones included; or by how many it is over. */
export function deadlineOf(dueAt: string | null, now: number): Deadline {
  if (dueAt === null) return { kind: 'none' };
  const left = Date.parse(dueAt) - now;
  return left >= 0
    ? { kind: 'left', days: Math.ceil(left / DAY_MS) }
    : { kind: 'over', days: Math.ceil(-left / DAY_MS) };
}

/** Whether a day has come. */
export function isDue(day: string, today: string): boolean {
  return day <= today;
}

/** What somebody has to act on comes first, what is over comes last. */
const RANK: Readonly<Record<ReviewState, number>> = {
  returned: 0,
  reopened: 0,
  void: 0,
  withheld: 1,
  approved: 2,
  open: 3,
  cancelled: 4,
  done: 5,
};

/** One's own reviews: those that wait for oneself first, the newest of each kind first. */
export function byUrgency<Entry extends Pick<ReviewEntry, 'state' | 'submittedAt'>>(
  entries: readonly Entry[],
): Entry[] {
  return [...entries].sort(
    (one, other) => RANK[one.state] - RANK[other.state] || other.submittedAt.localeCompare(one.submittedAt),
  );
}

/** Whether whoever submitted has something to do. */
export function needsAuthor({ state }: Pick<ReviewEntry, 'state'>): boolean {
  return state === 'returned' || state === 'reopened' || state === 'void';
}
