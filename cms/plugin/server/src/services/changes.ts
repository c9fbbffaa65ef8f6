import type { Core } from '@strapi/strapi';
import {
  itemSchema,
  tombstoneSchema,
  type Approval,
  type Category,
  type Item,
  type Organ,
  type Tombstone,
} from 'disclosure-contract';
import type { ChangeRow, Reach } from '../content-types/rows.ts';
import type { FormerVersion, Since } from '../domain/public-history.ts';
import { sha256 } from '../domain/sha256.ts';
import { isNarrower, REACHES, widest } from '../domain/travel.ts';
import { CHANGE, CHANGE_FILE } from '../plugin-id.ts';
import { currentActor, table } from '../strapi-access.ts';
import { toInstant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Nudger } from './nudger.ts';

/** Versions for fewer readers that are looked at after the last one for all of them. */
const MOST_LATER = 50;

interface Gone {
  readonly documentId: string;
}

export type NewChange = { readonly title: string; readonly audience: Reach } & (
  | { readonly kind: 'item_published'; readonly payload: Item }
  | { readonly kind: 'item_withdrawn'; readonly payload: Tombstone }
  | { readonly kind: 'category_saved'; readonly payload: Category }
  | { readonly kind: 'organ_saved'; readonly payload: Organ }
  | { readonly kind: 'category_removed' | 'organ_removed'; readonly payload: Gone }
);

/** A version that went into the feed: its number there, and the SHA-256 of its payload as it is stored. */
export interface RecordedVersion {
  readonly feedSeq: number;
  readonly payloadSha256: string;
}

/** Writes the feed. Only inside a publication: see publication-lock.ts. */
export const createChanges = ({ strapi, ledger, nudger }: { strapi: Core.Strapi; ledger: Ledger; nudger: Nudger }) => {
  const rows = table(strapi, CHANGE);
  const files = table(strapi, CHANGE_FILE);

  async function latestOf(subject: string): Promise<ChangeRow | null> {
    return rows.findOne({ where: { subject, isLatest: true } });
  }

  async function recordFiles(
    seq: number,
    { documentId: subject, attachments }: Item,
    originals: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (attachments.length === 0) return;
    await files.createMany({
      data: attachments.map(({ sha256, fileName, mime, size }) => ({
        changeSeq: seq,
        subject,
        sha256,
        originalSha256: originals.get(sha256) ?? null,
        fileName,
        mime,
        size,
      })),
    });
  }

  return {
    latestOf,

    /**
     * The newest version of an item that everyone whom the next one reaches could read, and what became of it; null where
     * there was none. Two reads, however long the item has been changed.
     */
    async formerVersion(subject: string, reach: Reach): Promise<FormerVersion | null> {
      const audience = { $in: REACHES.filter((each) => !isNarrower(each, reach)) };
      const [row] = await rows.findMany({
        where: { subject, kind: 'item_published', audience },
        orderBy: { seq: 'desc' },
        limit: 1,
      });
      if (row === undefined) return null;
      const later = await rows.findMany({
        where: { subject, seq: { $gt: row.seq } },
        select: ['seq', 'at', 'kind', 'audience', 'payload'],
        orderBy: { seq: 'asc' },
        limit: MOST_LATER,
      });
      return {
        item: itemSchema.parse(JSON.parse(row.payload)),
        contentHash: row.contentHash,
        since: later.map((each) => sinceOf(each, reach)),
      };
    },

    async last(): Promise<number> {
      const newest = await rows.findOne({ where: {}, select: ['seq'], orderBy: { seq: 'desc' } });
      return newest?.seq ?? 0;
    },

    /**
     * Writes one version down. Null when it says nothing that the latest version did not say. `originals` has the hash of
     * the uploaded file for the hash of each published copy that differs from it.
     */
    async record(
      change: NewChange,
      at: string,
      approval: Approval | null = null,
      originals: ReadonlyMap<string, string> = new Map(),
    ): Promise<RecordedVersion | null> {
      const subject = change.payload.documentId;
      const former = await latestOf(subject);
      const payload = JSON.stringify(change.payload);
      if (former !== null && former.kind === change.kind && former.payload === payload) return null;

      const seq = await ledger.nextSeq();
      if (former !== null) await rows.updateMany({ where: { subject, isLatest: true }, data: { isLatest: false } });
      const version = {
        seq,
        at,
        kind: change.kind,
        subject,
        title: change.title.slice(0, 255),
        audience: change.audience,
        sentTo: former === null ? 'none' : widest(former.sentTo, former.audience),
        payload,
        payloadSize: payload.length,
        isLatest: true,
        actor: currentActor(strapi),
        approval: approval?.id ?? null,
        contentHash: approval?.contentHash ?? null,
      };
      await rows.createMany({ data: [version] });
      if (change.kind === 'item_published') await recordFiles(seq, change.payload, originals);
      await strapi.db.transaction(({ onCommit }) => {
        onCommit(() => nudger.notify(seq));
      });
      return { feedSeq: seq, payloadSha256: sha256(payload) };
    },
  };
};

/** Of a withdrawal that not all of the readers were told of, nothing is said to any. */
function sinceOf({ at, kind, audience, payload }: ChangeRow, reach: Reach): Since {
  const isTold = kind === 'item_withdrawn' && !isNarrower(audience, reach);
  return { at: toInstant(at), withdrawal: isTold ? tombstoneSchema.parse(JSON.parse(payload)).reason : null };
}

export type Changes = ReturnType<typeof createChanges>;
