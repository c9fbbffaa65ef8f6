import { adminApi } from '@strapi/strapi/admin';
import type { Finding } from 'disclosure-contract/checks';
import type { InspectionReport } from 'disclosure-contract/inspection';
import type {
  Approval,
  Audience,
  ChangeKind,
  Item,
  ItemType,
  PreviewEffect,
  Tampering,
  Tombstone,
  WithdrawalReason,
} from 'disclosure-contract';
import type { ComparedField, FieldDifference } from 'disclosure-contract/difference';
import type { Related } from './choices/relation-value';
import type { TreeRow } from './choices/tree';
import { uidOf, type TypeName } from './labels/types';
import { ITEM_LIST_TAGS, ITEM_UIDS, itemTags } from './item-types';

export interface SiteNode {
  readonly id: number | string;
  readonly name: string;
  readonly audience: Audience;
  readonly nudgeUrl: string | null;
  readonly position: number;
  /** Changes that the node has not applied. */
  readonly lag: number;
  readonly lastSeenAt: string | null;
  readonly problem: string | null;
  readonly incidents: RecentIncidents;
  /** Null before it inspected its site. */
  readonly inspection: NodeInspection | null;
}

/** What a node found when it last inspected its site, in short. */
export interface NodeInspection extends Pick<InspectionReport, 'day' | 'at' | 'counts'> {
  /** What breaches next, of what is still well. */
  readonly nextDueOn: string | null;
}

/** Public files of a node that somebody tampered with in the last days. */
export interface RecentIncidents {
  readonly count: number;
  readonly newest: readonly {
    readonly path: string;
    readonly kind: Tampering;
    readonly at: string;
    readonly isRepaired: boolean;
  }[];
}

interface VersionHead {
  readonly seq: number;
  readonly at: string;
  readonly kind: ChangeKind;
  readonly title: string;
}

/** What an address showed at an instant. */
export interface AddressAnswer {
  readonly slug: string;
  readonly at: string;
  readonly state: 'live' | 'moved' | 'withdrawn' | 'never';
  readonly version:
    | (VersionHead & {
        readonly until: string | null;
        readonly audience: Audience | 'none';
        readonly payloadSha256: string;
        readonly approval: Approval | null;
        readonly actor: string | null;
      })
    | null;
  readonly shown: { readonly item: Item } | { readonly tombstone: Tombstone } | Record<never, never>;
  readonly names: Readonly<Record<string, string>>;
  readonly versions: readonly VersionHead[];
}

export interface PlatformStatus {
  readonly last: number;
  readonly feedId: string;
  readonly siteUrl: string | null;
  readonly nodes: readonly SiteNode[];
}

export interface FeedEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: ChangeKind;
  readonly subject: string;
  /** What the item is that a change is of; null for other changes. */
  readonly type: ItemType | null;
  readonly title: string;
  readonly actor: string | null;
}

export interface ItemReceipt {
  readonly nodeId: number | string;
  readonly nodeName: string;
  readonly audience: Audience;
  readonly state: 'waiting' | 'done' | 'problem';
  readonly pages: number | null;
  readonly durationMs: number | null;
  readonly visibleAt: string | null;
  readonly problem: string | null;
}

export interface Publication {
  readonly state: 'never' | 'live' | 'withdrawn';
  /** Whom the latest version travels to at most. */
  readonly reach: Audience | 'none' | null;
  readonly indexNo: string | null;
  readonly slug: string | null;
  readonly url: string | null;
  readonly firstPublishedAt: string | null;
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly reason: WithdrawalReason | null;
  readonly replacedBy: { readonly documentId: string; readonly title: string | null } | null;
  readonly change: { readonly seq: number; readonly at: string; readonly kind: ChangeKind } | null;
  readonly receipts: readonly ItemReceipt[];
}

export interface Preview {
  /** Private address, a path of the CMS; good until `expiresAt`. */
  readonly url: string;
  readonly expiresAt: string;
  readonly effect: PreviewEffect;
  /** Null where nothing of the item is public. */
  readonly withdrawalEffect: PreviewEffect | null;
  /** Name of the node that rendered it. */
  readonly node: string;
}

export interface FileReport {
  readonly name: string;
  readonly scan: 'clean' | 'infected' | 'not_scanned' | 'unreachable';
}

/** What the server finds in a draft as it is stored. */
export interface CheckReport {
  readonly inText: readonly Finding[];
  /** In files, and beside other items. */
  readonly findings: readonly Finding[];
  readonly files: readonly FileReport[];
}

export interface NewNode {
  readonly name: string;
  readonly audience: Audience;
  readonly nudgeUrl: string | null;
}

export interface CreatedNode extends SiteNode {
  /** Shown once: the CMS keeps only a hash of it. */
  readonly token: string;
}

export interface Withdrawal {
  readonly documentId: string;
  readonly reason: WithdrawalReason;
  readonly replacedBy: string | null;
}

export interface ItemChoice {
  readonly documentId: string;
  readonly title: string | null;
  readonly indexNo: string | null;
}

export interface HistoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly fields: readonly string[] | null;
}

export interface VersionDifference {
  readonly fields: readonly FieldDifference[];
  readonly names: Readonly<Record<string, string>>;
}

interface DifferenceQuery {
  readonly documentId: string;
  readonly id: string;
  /** `previous`, `draft`, `live`, or a version's id. */
  readonly against: string;
}

interface Restoration {
  readonly documentId: string;
  readonly id: string;
  /** Null for all that differ. */
  readonly fields: readonly ComparedField[] | null;
  readonly base: string | null;
}

interface Unsaved {
  readonly documentId: string;
  readonly base: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface RelatedQuery {
  readonly type: TypeName;
  readonly documentId: string;
  readonly field: string;
  readonly status: 'draft' | 'published';
}

/** More categories or organs than any department has. */
const MOST_ROWS = 2000;

/** `Document` is the content manager's own tag: what it publishes or saves makes the panel look again, and vice versa. */
const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document', 'DisclosurePlatform'] });
const data = <T>({ data: content }: { data: T }) => content;

const disclosureApi = api.injectEndpoints({
  endpoints: (build) => ({
    platformStatus: build.query<PlatformStatus, void>({
      query: () => '/disclosure/status',
      transformResponse: data<PlatformStatus>,
      providesTags: ['DisclosurePlatform'],
    }),
    feedEntries: build.query<readonly FeedEntry[], { before?: number; limit: number }>({
      query: (params) => ({ url: '/disclosure/changes', config: { params } }),
      transformResponse: data<FeedEntry[]>,
      providesTags: ['DisclosurePlatform'],
    }),
    addressHistory: build.query<AddressAnswer, { slug: string; at: string | null }>({
      query: ({ slug, at }) => ({
        url: `/disclosure/addresses/${slug}`,
        config: { params: at === null ? {} : { at } },
      }),
      transformResponse: data<AddressAnswer>,
      providesTags: ['DisclosurePlatform'],
    }),
    createNode: build.mutation<CreatedNode, NewNode>({
      query: (node) => ({ url: '/disclosure/nodes', method: 'POST', data: node }),
      transformResponse: data<CreatedNode>,
      invalidatesTags: ['DisclosurePlatform'],
    }),
    updateNode: build.mutation<SiteNode, NewNode & Pick<SiteNode, 'id'>>({
      query: ({ id, ...node }) => ({ url: `/disclosure/nodes/${id}`, method: 'PUT', data: node }),
      transformResponse: data<SiteNode>,
      invalidatesTags: ['DisclosurePlatform'],
    }),
    deleteNode: build.mutation<unknown, SiteNode['id']>({
      query: (id) => ({ url: `/disclosure/nodes/${id}`, method: 'DELETE' }),
      invalidatesTags: ['DisclosurePlatform'],
    }),
    /** `at` says which inspection is meant: the newest one. */
    inspectionOfNode: build.query<InspectionReport | null, { id: SiteNode['id']; at: string }>({
      query: ({ id }) => `/disclosure/nodes/${id}/inspection`,
      transformResponse: data<InspectionReport | null>,
    }),
    inspectNode: build.mutation<unknown, SiteNode['id']>({
      query: (id) => ({ url: `/disclosure/nodes/${id}/inspect`, method: 'POST' }),
      invalidatesTags: ['DisclosurePlatform'],
    }),
    nudgeNode: build.mutation<unknown, SiteNode['id']>({
      query: (id) => ({ url: `/disclosure/nodes/${id}/nudge`, method: 'POST' }),
      invalidatesTags: ['DisclosurePlatform'],
    }),
    publication: build.query<Publication, string>({
      query: (documentId) => `/disclosure/items/${documentId}/publication`,
      transformResponse: data<Publication>,
      providesTags: (_publication, _error, documentId) => itemTags(documentId),
    }),
    itemFindings: build.query<CheckReport, string>({
      query: (documentId) => `/disclosure/items/${documentId}/findings`,
      transformResponse: data<CheckReport>,
      providesTags: (_report, _error, documentId) => itemTags(documentId),
    }),
    nudgeNodeOfItem: build.mutation<unknown, { documentId: string; nodeId: ItemReceipt['nodeId'] }>({
      query: ({ documentId, nodeId }) => ({
        url: `/disclosure/items/${documentId}/nodes/${nodeId}/nudge`,
        method: 'POST',
      }),
    }),
    makePreview: build.mutation<Preview, string>({
      query: (documentId) => ({ url: `/disclosure/items/${documentId}/preview`, method: 'POST' }),
      transformResponse: data<Preview>,
    }),
    withdrawItem: build.mutation<unknown, Withdrawal>({
      query: ({ documentId, reason, replacedBy }) => ({
        url: `/disclosure/items/${documentId}/withdraw`,
        method: 'POST',
        data: replacedBy === null ? { reason } : { reason, replacedBy },
      }),
      invalidatesTags: (_result, error, { documentId }) =>
        error ? [] : [...itemTags(documentId), ...ITEM_LIST_TAGS, 'DisclosurePlatform'],
    }),
    versions: build.query<
      { entries: readonly HistoryEntry[]; hasMore: boolean },
      { documentId: string; limit: number }
    >({
      query: ({ documentId, limit }) => ({
        url: `/disclosure/items/${documentId}/versions`,
        config: { params: { limit } },
      }),
      transformResponse: data<{ entries: readonly HistoryEntry[]; hasMore: boolean }>,
      providesTags: (_versions, _error, { documentId }) => itemTags(documentId),
    }),
    difference: build.query<VersionDifference, DifferenceQuery>({
      query: ({ documentId, id, against }) => ({
        url: `/disclosure/items/${documentId}/versions/${id}/difference`,
        config: { params: { against } },
      }),
      transformResponse: data<VersionDifference>,
    }),
    keepUnsaved: build.mutation<{ readonly id: string }, Unsaved>({
      query: ({ documentId, ...kept }) => ({
        url: `/disclosure/items/${documentId}/versions`,
        method: 'POST',
        data: kept,
      }),
      transformResponse: data<{ readonly id: string }>,
    }),
    restoreVersion: build.mutation<{ readonly missing: readonly { readonly name: string }[] }, Restoration>({
      query: ({ documentId, id, ...chosen }) => ({
        url: `/disclosure/items/${documentId}/versions/${id}/restore`,
        method: 'POST',
        data: chosen,
      }),
      transformResponse: data<{ readonly missing: readonly { readonly name: string }[] }>,
      invalidatesTags: (_result, error, { documentId }) => (error ? [] : [...itemTags(documentId), ...ITEM_LIST_TAGS]),
    }),
    /** Makes all that shows an item read it again. */
    readAgain: build.mutation<null, string>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_result, _error, documentId) => itemTags(documentId),
    }),
    notePresence: build.mutation<{ readonly others: readonly string[] }, string>({
      query: (documentId) => ({ url: `/disclosure/items/${documentId}/presence`, method: 'POST' }),
      transformResponse: data<{ readonly others: readonly string[] }>,
    }),
    leave: build.mutation<unknown, string>({
      query: (documentId) => ({ url: `/disclosure/items/${documentId}/presence`, method: 'DELETE' }),
    }),
    treeRows: build.query<readonly TreeRow[], 'category' | 'organ'>({
      query: (type) => ({
        url: `/content-manager/collection-types/${uidOf(type)}`,
        config: { params: { page: 1, pageSize: MOST_ROWS, sort: 'order:ASC' } },
      }),
      transformResponse: ({ results }: { results: TreeRow[] }) => results,
      providesTags: (_rows, _error, type) => [{ type: 'Document', id: `${uidOf(type)}_LIST` }],
    }),
    related: build.query<readonly Related[], RelatedQuery>({
      query: ({ type, documentId, field, status }) => ({
        url: `/content-manager/relations/${uidOf(type)}/${documentId}/${field}`,
        config: { params: { status, page: 1, pageSize: 100 } },
      }),
      // The content manager gives the last one first.
      transformResponse: ({ results }: { results: Related[] }) => [...results].reverse(),
      providesTags: (_related, _error, { type, documentId }) => [
        { type: 'Document', id: `${uidOf(type)}_${documentId}` },
      ],
    }),
    itemChoices: build.query<readonly ItemChoice[], { type: ItemType; search: string }>({
      query: ({ type, search }) => ({
        url: `/content-manager/collection-types/${ITEM_UIDS[type]}`,
        config: {
          params: {
            status: 'published',
            page: 1,
            pageSize: 10,
            sort: 'updatedAt:DESC',
            ...(search === '' ? {} : { _q: search }),
          },
        },
      }),
      transformResponse: ({ results }: { results: ItemChoice[] }) => results,
    }),
  }),
});

export const {
  usePlatformStatusQuery,
  useFeedEntriesQuery,
  useLazyFeedEntriesQuery,
  useLazyAddressHistoryQuery,
  useCreateNodeMutation,
  useUpdateNodeMutation,
  useDeleteNodeMutation,
  useNudgeNodeMutation,
  useInspectionOfNodeQuery,
  useInspectNodeMutation,
  usePublicationQuery,
  useItemFindingsQuery,
  useNudgeNodeOfItemMutation,
  useMakePreviewMutation,
  useWithdrawItemMutation,
  useItemChoicesQuery,
  useTreeRowsQuery,
  useRelatedQuery,
  useVersionsQuery,
  useDifferenceQuery,
  useKeepUnsavedMutation,
  useRestoreVersionMutation,
  useReadAgainMutation,
  useNotePresenceMutation,
  useLeaveMutation,
} = disclosureApi;
