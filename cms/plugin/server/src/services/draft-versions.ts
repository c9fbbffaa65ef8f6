import type { Core } from '@strapi/strapi';
import { DisclosureError, minuteInChina } from 'disclosure-contract';
import type { DraftVersionRow } from '../content-types/rows.ts';
import { administratorName, type Administrator } from '../domain/administrator-name.ts';
import type { AuditEventCode } from '../domain/audit-events.ts';
import {
  editedFields,
  namesOf,
  snapshotOf,
  type DraftSnapshot,
  type DraftVersionKind,
} from '../domain/draft-snapshot.ts';
import { isDuring } from '../gate/work-context.ts';
import { DRAFT_VERSION } from '../plugin-id.ts';
import { configOf, currentAuditActor, table } from '../strapi-access.ts';
import type { Drafts } from './drafts.ts';
import { toInstant } from './instant.ts';

const KINDS: Partial<Record<AuditEventCode, DraftVersionKind>> = {
  item_created: 'created',
  item_copied: 'copied',
  item_updated: 'saved',
  item_restored: 'restored',
  item_draft_discarded: 'discarded',
};

/** What was never stored is no state of the draft. */
const STORED = { $ne: 'unsaved' } as const;
const NEWEST_FIRST = [{ at: 'desc' }, { id: 'desc' }] as const;

/** Drafts as they were saved, one row for each save. Written by the gate, in the transaction of the save itself. */
export const createDraftVersions = ({ strapi, drafts }: { strapi: Core.Strapi; drafts: Drafts }) => {
  const rows = table(strapi, DRAFT_VERSION);

  function latestOf(subject: string): Promise<DraftVersionRow | null> {
    return rows.findOne({ where: { subject, kind: STORED }, orderBy: NEWEST_FIRST });
  }

  /** The draft as it was at an instant, as far back as versions are kept. */
  function versionAt(subject: string, at: string): Promise<DraftVersionRow | null> {
    return rows.findOne({ where: { subject, kind: STORED, at: { $lte: at } }, orderBy: NEWEST_FIRST });
  }

  async function lastEditorOf(documentId: string): Promise<string | null> {
    const uid = await drafts.uidOf(documentId);
    const row = await table(strapi, uid).findOne<{ updatedBy: Administrator | null; createdBy: Administrator | null }>({
      where: { documentId, publishedAt: null },
      select: ['id'],
      populate: { updatedBy: true, createdBy: true },
    });
    const user = row?.updatedBy ?? row?.createdBy ?? null;
    return user === null ? null : administratorName(user);
  }

  async function add(version: Omit<DraftVersionRow, 'id' | 'documentId'>): Promise<void> {
    await rows.createMany({ data: [{ ...version }] });
  }

  /** A draft from before versions were kept, so that its first change does not lose what it was. */
  async function keepFormer(documentId: string): Promise<void> {
    const draft = await drafts.load(documentId);
    if (draft === null || (await latestOf(documentId)) !== null) return;
    await add({
      subject: documentId,
      at: toInstant(draft.updatedAt),
      kind: 'former',
      actorName: await lastEditorOf(documentId),
      snapshot: JSON.stringify(snapshotOf(draft)),
      names: JSON.stringify(namesOf(draft)),
      fields: null,
    });
  }

  async function refuseStale(documentId: string, base: string): Promise<void> {
    const draft = await drafts.load(documentId);
    if (draft === null || toInstant(draft.updatedAt) === base) return;
    const seen = await versionAt(documentId, base);
    // Publishing and withdrawing touch the row and nothing that stands in the form.
    if (seen !== null && editedFields(parseSnapshot(seen), snapshotOf(draft)).length === 0) return;
    const latest = await latestOf(documentId);
    const savedAt = toInstant(latest?.at ?? draft.updatedAt);
    const savedBy = latest?.actorName ?? (await lastEditorOf(documentId));
    const message = `${savedBy ?? '另一个程序'} 在 ${minuteInChina(savedAt)} 保存过这一事项，您的修改没有保存。请比较两边的内容，再决定保留哪些。`;
    throw new DisclosureError('edit_conflict', message, {
      documentId,
      savedBy,
      savedAt,
      base,
      current: toInstant(draft.updatedAt),
    });
  }

  return {
    versionAt,

    /** Before a draft is written over. `base` is the instant of the state that a form was opened with, if it was a form. */
    async beforeUpdate(documentId: string, base: string | null): Promise<void> {
      await keepFormer(documentId);
      if (base !== null) await refuseStale(documentId, base);
    },

    /** After a draft was written. A save that changed nothing leaves nothing. */
    async afterWrite(documentId: string, event: AuditEventCode): Promise<void> {
      const kind = KINDS[event];
      if (event === 'item_deleted') await rows.deleteMany({ where: { subject: documentId } });
      // Of what is imported, the first change keeps the version that was imported.
      if (kind === undefined || (kind === 'created' && isDuring('import'))) return;
      const draft = await drafts.load(documentId);
      if (draft === null) return;
      const latest = await latestOf(documentId);
      const snapshot = snapshotOf(draft);
      const fields = latest === null ? null : editedFields(parseSnapshot(latest), snapshot);
      if (fields?.length === 0) return;
      await add({
        subject: documentId,
        // What a draft goes back to bears the time of its publication.
        at: kind === 'discarded' ? new Date().toISOString() : toInstant(draft.updatedAt),
        kind,
        actorName: currentAuditActor(strapi)?.name ?? null,
        snapshot: JSON.stringify(snapshot),
        names: JSON.stringify(namesOf(draft)),
        fields: fields === null ? null : JSON.stringify(fields),
      });
    },

    /** What somebody typed and could not save. Gives the number of its version. */
    async keepUnsaved(documentId: string, snapshot: DraftSnapshot): Promise<number> {
      const latest = await latestOf(documentId);
      const row = await rows.create({
        data: {
          subject: documentId,
          at: new Date().toISOString(),
          kind: 'unsaved',
          actorName: currentAuditActor(strapi)?.name ?? null,
          snapshot: JSON.stringify(snapshot),
          names: latest?.names ?? '{}',
          fields: latest === null ? null : JSON.stringify(editedFields(parseSnapshot(latest), snapshot)),
        },
      });
      return row.id;
    },

    /** Leaves the newest versions of an item. What was published stands in the feed and stays. */
    async thin(documentId: string): Promise<void> {
      const [oldest] = await rows.findMany({
        where: { subject: documentId },
        select: ['id'],
        orderBy: { id: 'desc' },
        offset: configOf(strapi).draftVersionsKept - 1,
        limit: 1,
      });
      if (oldest !== undefined) await rows.deleteMany({ where: { subject: documentId, id: { $lt: oldest.id } } });
    },
  };
};

export function parseSnapshot({ snapshot }: Pick<DraftVersionRow, 'snapshot'>): DraftSnapshot {
  return JSON.parse(snapshot) as DraftSnapshot;
}

export type DraftVersions = ReturnType<typeof createDraftVersions>;
