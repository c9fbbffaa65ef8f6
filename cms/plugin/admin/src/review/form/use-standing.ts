import { isItemUid } from '../../item-types';
import { useItemReviewsQuery, type ReviewReport } from '../review-api';
import { standingOf, type Standing } from './standing';

const NONE: readonly ReviewReport[] = [];

/** The reviews of a document in the form; null while they are read, and for documents that have none. */
export function useReviews(model: string, documentId: string | undefined): readonly ReviewReport[] | null {
  const isNew = documentId === undefined || documentId === 'create';
  const isItem = isItemUid(model);
  const { data } = useItemReviewsQuery(documentId ?? '', {
    skip: !isItem || isNew,
    refetchOnMountOrArgChange: true,
  });
  if (!isItem) return null;
  return isNew ? NONE : (data ?? null);
}

export function useStanding(model: string, documentId: string | undefined): Standing | null {
  const reviews = useReviews(model, documentId);
  return reviews === null ? null : standingOf(reviews, Date.now());
}
