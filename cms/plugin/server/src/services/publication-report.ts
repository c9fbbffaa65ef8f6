import type { Core } from '@strapi/strapi';
import { addresses as paths, DisclosureError } from 'disclosure-contract';
import type { ChangeRow, ItemRow, ReceiptRow, SiteNodeRow, StoredChangeKind } from '../content-types/rows.ts';
import { administratorName } from '../domain/administrator-name.ts';
import { inspectionIn, summaryOf } from '../domain/inspection-of-node.ts';
import { tellingFor } from '../domain/travel.ts';
import { CHANGE } from '../plugin-id.ts';
import { configOf, table } from '../strapi-access.ts';
import type { Addresses } from './addresses.ts';
import type { Changes } from './changes.ts';
import type { Drafts } from './drafts.ts';
import type { Feed } from './feed.ts';
import { toInstant, toInstantOrNull } from './instant.ts';
import type { Incidents, RecentIncidents } from './incidents.ts';
import type { Nudger } from './nudger.ts';
import type { ReceiptsService } from './receipts.ts';
import type { SiteNodes } from './site-nodes.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly addresses: Addresses;
  readonly changes: Changes;
  readonly feed: Feed;
  readonly nodes: SiteNodes;
  readonly receipts: ReceiptsService;
  readonly incidents: Incidents;
  readonly nudger: Nudger;
}

const NO_INCIDENTS: RecentIncidents = { count: 0, newest: [] };

export type Arrival = 'waiting' | 'done' | 'problem';

/** What editors and administrators are shown of the way from publication to the public. */
export const createReports = (parts: Parts) => {
  const { strapi, drafts, addresses, changes, feed, nodes, receipts, incidents, nudger } = parts;

  async function namesOf(actors: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(actors.filter((actor) => actor !== null))];
    if (ids.length === 0) return new Map();
    const users = await table(strapi, 'admin::user').findMany({ where: { id: { $in: ids } } });
    return new Map(users.map((user) => [String(user.id), administratorName(user)]));
  }

  async function listChanges(limit: number, before?: number) {
    const rows = await table(strapi, CHANGE).findMany({
      where: before === undefined ? {} : { seq: { $lt: before } },
      select: ['seq', 'at', 'kind', 'subject', 'title', 'audience', 'actor', 'isLatest'],
      orderBy: { seq: 'desc' },
      limit,
    });
    const names = await namesOf(rows.map((row) => row.actor));
    const types = await drafts.typesOf(rows.filter(({ kind }) => isOfItem(kind)).map(({ subject }) => subject));
    return rows.map((row) => ({
      seq: row.seq,
      at: toInstant(row.at),
      kind: row.kind,
      subject: row.subject,
      /** What the item is that a change is of; null for other changes, and for items that are gone. */
      type: types.get(row.subject) ?? null,
      title: row.title,
      audience: row.audience,
      isLatest: row.isLatest,
      actor: row.actor === null ? null : (names.get(row.actor) ?? `#${row.actor}`),
    }));
  }

  function describeNode(node: SiteNodeRow, last: number, recent: RecentIncidents = NO_INCIDENTS) {
    return {
      id: node.documentId,
      name: node.name,
      audience: node.audience,
      nudgeUrl: node.nudgeUrl,
      position: node.position,
      lag: Math.max(0, last - node.position),
      lastSeenAt: toInstantOrNull(node.lastSeenAt),
      problem: node.problem,
      nudge: nudger.stateOf(node.documentId),
      incidents: recent,
      inspection: summaryOf(inspectionIn(node.inspection)),
    };
  }

  function describeReceipt(node: SiteNodeRow, change: ChangeRow, receipt: ReceiptRow | undefined) {
    return {
      nodeId: node.documentId,
      nodeName: node.name,
      audience: node.audience,
      state: arrivalOf(node, change, receipt),
      pages: receipt?.pages ?? null,
      durationMs: receipt?.durationMs ?? null,
      visibleAt: toInstantOrNull(receipt?.visibleAt),
      problem: receipt?.problem ?? null,
    };
  }

  /** The item that stands where a withdrawn one stood, as far as it is known. */
  async function successorOf(draft: ItemRow) {
    if (draft.replacedBy === null) return null;
    const successor = await drafts.rowOf(draft.replacedBy, 'draft');
    return { documentId: draft.replacedBy, title: successor?.title ?? null };
  }

  /** A receipt of each node that the change is for, whether it has come in or not. */
  async function receiptsOf(change: ChangeRow) {
    const reports = new Map((await receipts.ofChange(change.seq)).map((report) => [report.node, report]));
    const told = (await nodes.all()).filter((node) => tellingFor(change, node.audience) !== 'nothing');
    return told.map((node) => describeReceipt(node, change, reports.get(node.documentId)));
  }

  return {
    describeNode,

    listChanges,

    async status() {
      const last = await changes.last();
      const { siteUrl } = configOf(strapi);
      const recent = await incidents.recent(new Date().toISOString());
      return {
        feedId: await feed.idOfFeed(),
        last,
        siteUrl: siteUrl === '' ? null : siteUrl,
        nodes: (await nodes.all()).map((node) => describeNode(node, last, recent.get(node.documentId))),
      };
    },

    async publicationOf(documentId: string) {
      const draft = await drafts.rowOf(documentId, 'draft');
      if (draft === null) throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
      const isLive = (await drafts.rowOf(documentId, 'published')) !== null;
      const change = await changes.latestOf(documentId);
      const book = await addresses.bookOf(documentId);
      const { siteUrl } = configOf(strapi);
      const reach = change?.audience ?? null;
      return {
        state: isLive ? 'live' : change === null ? 'never' : 'withdrawn',
        reach,
        indexNo: draft.indexNo,
        slug: book?.slug ?? null,
        formerSlugs: book?.formerSlugs ?? [],
        // Only what reaches the public has a page there: for anything else the address answers 404.
        url:
          reach !== 'public' || book === null || siteUrl === ''
            ? null
            : `${siteUrl}${paths.item(book.slug, draft.type)}`,
        firstPublishedAt: toInstantOrNull(draft.firstPublishedAt),
        publishedAt: isLive && change !== null ? toInstant(change.at) : null,
        withdrawnAt: toInstantOrNull(draft.withdrawnAt),
        reason: draft.withdrawalReason,
        replacedBy: await successorOf(draft),
        change: change === null ? null : { seq: change.seq, at: toInstant(change.at), kind: change.kind },
        receipts: change === null ? [] : await receiptsOf(change),
      };
    },
  };
};

function isOfItem(kind: StoredChangeKind): boolean {
  return kind === 'item_published' || kind === 'item_withdrawn';
}

function arrivalOf(node: SiteNodeRow, change: ChangeRow, receipt: ReceiptRow | undefined): Arrival {
  if (receipt !== undefined) return receipt.problem === null ? 'done' : 'problem';
  return node.position >= change.seq ? 'done' : 'waiting';
}

export type Reports = ReturnType<typeof createReports>;
