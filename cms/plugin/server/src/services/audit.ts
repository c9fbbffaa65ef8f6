import type { Core } from '@strapi/strapi';
import {
  BEFORE_THE_FIRST,
  detailText,
  hashOf,
  verifyChain,
  type AuditEntry,
  type ChainVerdict,
} from '../domain/audit-chain.ts';
import type { Actor, AuditEvent } from '../domain/audit-events.ts';
import { compareVersions, type StoredVersion, type VersionsVerdict } from '../domain/audit-versions.ts';
import { AUDIT_ENTRY, CHANGE } from '../plugin-id.ts';
import { currentAuditActor, table } from '../strapi-access.ts';
import type { Ledger } from './ledger.ts';
import { publishing } from './publication-lock.ts';

/** Entries that a verification holds in memory at a time. */
const BATCH = 1000;
/** Versions, each with all its text. */
const VERSIONS_AT_ONCE = 100;

/** What a column for a line of text holds. */
const LONGEST_TEXT = 255;

export type AuditVerdict =
  | (Extract<ChainVerdict, { kind: 'intact' }> & Omit<Extract<VersionsVerdict, { kind: 'agreed' }>, 'kind'>)
  | Extract<ChainVerdict, { kind: 'broken' }>
  | Extract<VersionsVerdict, { kind: 'version_differs' }>
  | { readonly kind: 'hash_unknown'; readonly hash: string };

/** The audit log: what happened, in an order that nobody can change unseen. */
export const createAudit = ({ strapi, ledger }: { strapi: Core.Strapi; ledger: Ledger }) => {
  const rows = table(strapi, AUDIT_ENTRY);

  /** Also where the newest entries were cut off: the log goes on, and the gap stays to be seen. */
  async function hashBefore(seq: number): Promise<string> {
    const former = await rows.findOne({ where: { seq: { $lt: seq } }, select: ['hash'], orderBy: { seq: 'desc' } });
    return former?.hash ?? BEFORE_THE_FIRST;
  }

  async function hasHash(hash: string): Promise<boolean> {
    return (await rows.findOne({ where: { hash }, select: ['id'] })) !== null;
  }

  function after(entry: AuditEntry | null): Promise<AuditEntry[]> {
    const { seq, id } = entry ?? { seq: 0, id: 0 };
    return rows.findMany({
      // By row as well: two entries with one number are both seen.
      where: { $or: [{ seq: { $gt: seq } }, { seq, id: { $gt: id } }] },
      orderBy: [{ seq: 'asc' }, { id: 'asc' }],
      limit: BATCH,
    });
  }

  function versionsAfter(seq: number): Promise<StoredVersion[]> {
    return table(strapi, CHANGE).findMany({
      where: { seq: { $gt: seq } },
      select: ['seq', 'kind', 'subject', 'payload'],
      orderBy: { seq: 'asc' },
      limit: VERSIONS_AT_ONCE,
    });
  }

  return {
    /**
     * Appends an entry. It belongs to the caller's transaction, so that what was done and its entry are committed together
     * or not at all; without one, to a transaction of its own.
     */
    async record(
      { event, subject, detail }: AuditEvent,
      actor: Actor | null = currentAuditActor(strapi),
    ): Promise<void> {
      await publishing(strapi, async () => {
        const seq = await ledger.nextAuditSeq();
        const content = {
          at: new Date().toISOString(),
          actorId: actor?.id ?? null,
          actorName: typeof actor?.name === 'string' ? [...actor.name].slice(0, LONGEST_TEXT).join('') : null,
          event,
          subject,
          detail: detailText(detail),
          previousHash: await hashBefore(seq),
        };
        await rows.createMany({ data: [{ seq, ...content, hash: hashOf(content) }] });
      });
    },

    /**
     * Whether the whole log is as it was written, still holds the hashes that were noted elsewhere, and says the same of what
     * was published as the feed.
     */
    async verify(noted: readonly string[] = []): Promise<AuditVerdict> {
      const verdict = await verifyChain({
        count: ledger.auditCount,
        after,
        hasHash,
        hasUnnumbered: async () =>
          (await rows.findOne({ where: { $or: [{ seq: { $null: true } }, { seq: { $lt: 1 } }] } })) !== null,
      });
      if (verdict.kind === 'broken') return verdict;
      for (const hash of noted) if (!(await hasHash(hash))) return { kind: 'hash_unknown', hash };
      const versions = await compareVersions({ entriesAfter: after, versionsAfter });
      return versions.kind === 'agreed' ? { ...versions, ...verdict } : versions;
    },
  };
};

export type Audit = ReturnType<typeof createAudit>;
