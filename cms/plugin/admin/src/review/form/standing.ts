import type { ReviewReport } from '../review-api.ts';

/** What stands between a draft and its publication. */
export type Standing =
  /** Where it was decided not to publish, and that stands, nothing can be submitted. */
  | { readonly kind: 'not_submitted'; readonly isWithheld: boolean }
  | { readonly kind: 'under_review'; readonly review: ReviewReport }
  | { readonly kind: 'being_withdrawn'; readonly review: ReviewReport }
  | { readonly kind: 'planned'; readonly review: ReviewReport }
  | { readonly kind: 'approved'; readonly review: ReviewReport };

/** Where the reviews of an item, the newest first, leave it at an instant. */
export function standingOf(reviews: readonly ReviewReport[], now: number): Standing {
  const review = reviews.find(
    ({ kind, state }) => kind !== 'ratification' && (state === 'open' || state === 'approved'),
  );
  if (review === undefined) {
    return { kind: 'not_submitted', isWithheld: reviews.some(({ reviewAgainOn }) => reviewAgainOn !== null) };
  }
  if (review.kind === 'withdrawal') return { kind: 'being_withdrawn', review };
  if (review.state === 'open') return { kind: 'under_review', review };
  const isPlanned = review.publishAt !== null && Date.parse(review.publishAt) > now;
  return { kind: isPlanned ? 'planned' : 'approved', review };
}

/** Whether saving other content would end a review that is running, or an approval. */
export function endsBySaving({ kind }: Standing): boolean {
  return kind === 'under_review' || kind === 'planned' || kind === 'approved';
}
