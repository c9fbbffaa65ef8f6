import { adminApi } from '@strapi/strapi/admin';
import type {
  Attachment,
  ConfidentialityRecord,
  DecisionRefusal,
  ItemType,
  NoticeWording,
  ReviewKind,
  ReviewState,
  SecondLook,
  StepKind,
  Verdict,
  WithdrawalReason,
} from 'disclosure-contract';
import { ITEM_LIST_TAGS, itemTags } from '../item-types';

export interface ReviewEntry {
  readonly id: string;
  readonly item: string;
  /** What the item is. */
  readonly type: ItemType;
  readonly title: string;
  readonly kind: ReviewKind;
  readonly round: number;
  readonly state: ReviewState;
  /** Index of the step whose turn it is. */
  readonly step: number;
  readonly stepName: string;
  readonly stepKind: StepKind;
  readonly steps: readonly string[];
  readonly submittedByName: string | null;
  readonly submittedAt: string;
  readonly stepSince: string;
  readonly dueAt: string | null;
  readonly publishAt: string | null;
  readonly problem: string | null;
  readonly onBehalfOfName: string | null;
}

export interface OwnReviewEntry extends ReviewEntry {
  readonly lastOpinion: string;
  readonly changedFields: readonly string[];
}

/** A decision not to publish that is to be looked at again. */
export interface WithheldEntry {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly reviewAgainOn: string;
  /** The step that answers for it. */
  readonly stepName: string;
  readonly mayLookAgain: boolean;
  readonly onBehalfOfName: string | null;
}

export interface ReviewComment {
  readonly field: string;
  readonly text: string;
}

export interface DecisionEntry {
  readonly stepName: string;
  readonly stepKind: StepKind;
  readonly verdict: Verdict;
  readonly opinion: string;
  readonly comments: readonly ReviewComment[];
  readonly confidentiality: ConfidentialityRecord | null;
  readonly personName: string | null;
  readonly onBehalfOfName: string | null;
  readonly at: string;
}

export interface ReviewReport extends ReviewEntry {
  readonly note: string;
  readonly contentHash: string;
  readonly withdrawal: { readonly reason: WithdrawalReason; readonly replacedBy: string | null } | null;
  readonly changedFields: readonly string[];
  readonly endedAt: string | null;
  readonly reviewAgainOn: string | null;
  readonly mayLookAgain: boolean;
  /** The item that tells the public of a decision not to publish. */
  readonly notice: string | null;
  readonly decisions: readonly DecisionEntry[];
  readonly mayDecide: boolean;
  readonly refusal: DecisionRefusal | null;
  readonly mayCancel: boolean;
  /** Whether whoever is signed in has decided a step: then somebody else publishes. */
  readonly hasDecided: boolean;
}

export interface Desk {
  readonly waiting: readonly ReviewEntry[];
  readonly again: readonly WithheldEntry[];
  readonly own: readonly OwnReviewEntry[];
}

export interface Named {
  readonly documentId: string;
  readonly name: string;
}

export interface DraftFile extends Attachment {
  readonly url: string | null;
}

/** What of a draft would become public, by field. */
export interface DraftContent extends Readonly<Record<string, unknown>> {
  readonly title?: string;
  readonly body: string;
  readonly categories: readonly Named[];
  readonly publisher: Named | null;
  readonly responsible: Named | null;
  readonly interprets: readonly Named[];
  readonly replaces: readonly Named[];
  readonly attachments: readonly DraftFile[];
}

export interface Draft {
  readonly contentHash: string;
  readonly content: DraftContent;
}

export interface WrittenDecision {
  readonly verdict?: 'agree' | 'return';
  readonly opinion: string;
  readonly comments: readonly ReviewComment[];
  readonly confidentiality: ConfidentialityRecord | null;
  readonly notice: NoticeWording | null;
  readonly contentHash: string;
}

interface Submission {
  readonly item: string;
  readonly note: string;
  readonly publishAt: string | null;
}

interface WithdrawalRequest {
  readonly item: string;
  readonly reason: WithdrawalReason;
  readonly replacedBy: string | null;
  readonly note: string;
}

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document', 'DisclosureDesk', 'DisclosurePlatform'] });
const data = <T>({ data: content }: { data: T }) => content;

/** A review has moved: the item, its lists and everyone's desk show it. */
function moved(error: unknown, item: string) {
  if (error) return ['DisclosureDesk' as const];
  return [...itemTags(item), ...ITEM_LIST_TAGS, 'DisclosureDesk' as const, 'DisclosurePlatform' as const];
}

const reviewApi = api.injectEndpoints({
  endpoints: (build) => ({
    reviewDesk: build.query<Desk, void>({
      query: () => '/disclosure/reviews',
      transformResponse: data<Desk>,
      providesTags: ['DisclosureDesk'],
    }),
    itemReviews: build.query<readonly ReviewReport[], string>({
      query: (item) => `/disclosure/items/${item}/reviews`,
      transformResponse: data<ReviewReport[]>,
      providesTags: (_reviews, _error, item) => itemTags(item),
    }),
    itemDraft: build.query<Draft, string>({
      query: (item) => `/disclosure/items/${item}/draft`,
      transformResponse: data<Draft>,
      providesTags: (_draft, _error, item) => itemTags(item),
    }),
    submitReview: build.mutation<unknown, Submission>({
      query: ({ item, ...submission }) => ({
        url: `/disclosure/items/${item}/reviews`,
        method: 'POST',
        data: submission,
      }),
      invalidatesTags: (_result, error, { item }) => moved(error, item),
    }),
    requestWithdrawal: build.mutation<unknown, WithdrawalRequest>({
      query: ({ item, replacedBy, ...request }) => ({
        url: `/disclosure/items/${item}/withdrawals`,
        method: 'POST',
        data: replacedBy === null ? request : { ...request, replacedBy },
      }),
      invalidatesTags: (_result, error, { item }) => moved(error, item),
    }),
    decideReview: build.mutation<unknown, { review: string; item: string; decision: WrittenDecision }>({
      query: ({ review, decision }) => ({
        url: `/disclosure/reviews/${review}/decisions`,
        method: 'POST',
        data: decision,
      }),
      // What is refused because the content is another one has to be read again as well.
      invalidatesTags: (_result, _error, { item }) => moved(null, item),
    }),
    lookAgain: build.mutation<unknown, { review: string; item: string; look: SecondLook }>({
      query: ({ review, look }) => ({
        url: `/disclosure/reviews/${review}/second-looks`,
        method: 'POST',
        data: look,
      }),
      invalidatesTags: (_result, _error, { item }) => moved(null, item),
    }),
    cancelReview: build.mutation<unknown, { review: string; item: string }>({
      query: ({ review }) => ({ url: `/disclosure/reviews/${review}/cancel`, method: 'POST' }),
      invalidatesTags: (_result, error, { item }) => moved(error, item),
    }),
    planPublication: build.mutation<unknown, { review: string; item: string; publishAt: string | null }>({
      query: ({ review, publishAt }) => ({
        url: `/disclosure/reviews/${review}/plan`,
        method: 'PUT',
        data: { publishAt },
      }),
      invalidatesTags: (_result, error, { item }) => moved(error, item),
    }),
    reviewRoles: build.query<readonly { readonly code: string; readonly name: string }[], void>({
      query: () => '/disclosure/review-roles',
      transformResponse: data<{ code: string; name: string }[]>,
    }),
  }),
});

export const {
  useReviewDeskQuery,
  useItemReviewsQuery,
  useItemDraftQuery,
  useSubmitReviewMutation,
  useRequestWithdrawalMutation,
  useDecideReviewMutation,
  useLookAgainMutation,
  useCancelReviewMutation,
  usePlanPublicationMutation,
  useReviewRolesQuery,
} = reviewApi;
