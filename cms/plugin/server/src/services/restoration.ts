import type { Core } from '@strapi/strapi';
import { dayInChina } from 'disclosure-contract';
import { COMPARED_FIELDS, type ComparedField, type ComparedItem } from 'disclosure-contract/difference';
import { draftFileOf, editedFields, snapshotOf, type DraftFile, type DraftSnapshot } from '../domain/draft-snapshot.ts';
import { versionOfForm } from '../domain/form-values.ts';
import { readItemInput } from '../domain/item-input.ts';
import { pickFields, readTypes } from '../domain/written-fields.ts';
import { during } from '../gate/work-context.ts';
import { CATEGORY, ITEM, ITEM_TYPE_OF_UID, ITEM_UIDS, ORGAN, POWER } from '../plugin-id.ts';
import { attributesOf, documents, table } from '../strapi-access.ts';
import { parseSnapshot, type DraftVersions } from './draft-versions.ts';
import type { Drafts } from './drafts.ts';
import { publishing } from './publication-lock.ts';
import type { VersionHistory } from './version-history.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly draftVersions: DraftVersions;
  readonly history: VersionHistory;
}

export interface Restoration {
  readonly documentId: string;
  readonly version: string;
  /** Only these fields; null for all that differ. */
  readonly fields: readonly ComparedField[] | null;
  /** The state of the draft that was looked at: what was saved since is not written over. */
  readonly base: string | null;
}

/** What could not be brought back, because it is gone: a related document or a file, by what it was called. */
export interface Missing {
  readonly field: ComparedField;
  readonly name: string;
}

const TARGETS = { organ: ORGAN, categories: CATEGORY, items: ITEM, item: POWER } as const;

/** Writing a former version into the draft, through the gate like any save. What is public stays as it is. */
export const createRestoration = ({ strapi, drafts, draftVersions, history }: Parts) => {
  async function filesAmong(wanted: readonly Partial<DraftFile>[]): Promise<ReadonlyMap<number, DraftFile>> {
    const ids = wanted.flatMap(({ id }) => (typeof id === 'number' ? [id] : []));
    if (ids.length === 0) return new Map();
    const rows = await table(strapi, 'plugin::upload.file').findMany({ where: { id: { $in: ids } } });
    return new Map(rows.map((row) => [row.id, draftFileOf(row)]));
  }

  async function relatedAmong(type: keyof typeof TARGETS, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await table(strapi, TARGETS[type]).findMany<{ documentId: string }>({
      where: { documentId: { $in: ids } },
      select: ['documentId'],
    });
    return new Set(rows.map(({ documentId }) => documentId));
  }

  /** What is written into a field, and what of it is gone. */
  async function valueFor(field: ComparedField, version: ComparedItem): Promise<{ value: unknown; gone: string[] }> {
    const as = COMPARED_FIELDS[field];
    const value = version[field] ?? null;
    if (as === 'attachments') {
      const files = (value ?? []) as Partial<DraftFile>[];
      const there = await filesAmong(files);
      const isThere = ({ id }: Partial<DraftFile>) => id !== undefined && there.has(id);
      return {
        value: files.filter(isThere).map(({ id }) => id),
        gone: files.filter((file) => !isThere(file)).map(({ name }) => name ?? '?'),
      };
    }
    if (as !== 'organ' && as !== 'categories' && as !== 'items' && as !== 'item') return { value, gone: [] };
    const ids = typeof value === 'string' ? [value] : ((value ?? []) as string[]);
    const there = await relatedAmong(as, ids);
    return {
      value: { set: ids.filter((id) => there.has(id)).map((documentId) => ({ documentId })) },
      gone: ids.filter((id) => !there.has(id)),
    };
  }

  async function write({ documentId, version: id, fields, base }: Restoration): Promise<Missing[]> {
    if (base !== null) await draftVersions.beforeUpdate(documentId, base);
    const version = await history.get(documentId, id);
    const draft = await drafts.load(documentId);
    const wanted = editedFields(draft === null ? {} : snapshotOf(draft), version).filter(
      // A version without an address is from before its publication: the address stays.
      (field) => (fields === null || fields.includes(field)) && (field !== 'slug' || (version.slug ?? '') !== ''),
    );
    const data: Record<string, unknown> = {};
    const gone: { field: ComparedField; id: string }[] = [];
    for (const field of wanted) {
      const found = await valueFor(field, version);
      data[field] = found.value;
      gone.push(...found.gone.map((each) => ({ field, id: each })));
    }
    if (wanted.length > 0 && draft !== null)
      await documents(strapi, ITEM_UIDS[draft.type]).update({ documentId, data });
    const names = await history.namesOf(
      documentId,
      gone.map((each) => each.id),
    );
    return gone.map(({ field, id: each }) => ({ field, name: names[each] ?? each }));
  }

  return {
    async restore(restoration: Restoration): Promise<readonly Missing[]> {
      return publishing(strapi, () => during('restoration', () => write(restoration)));
    },

    /** Keeps what a form would have saved, as a version that was never stored. Gives the id of that version. */
    async keepUnsaved(
      documentId: string,
      { base, data }: { base: string; data: Record<string, unknown> },
    ): Promise<string> {
      const uid = await drafts.uidOf(documentId);
      const attributes = attributesOf(strapi, uid);
      const { data: typed } = readTypes(pickFields(data, attributes), attributes);
      const { data: read } = readItemInput(typed, {
        type: ITEM_TYPE_OF_UID[uid],
        keepsOddDocumentNumbers: true,
        ownOrigin: strapi.config.get<string>('server.absoluteUrl', ''),
        today: dayInChina(new Date().toISOString()),
        stored: typed,
      });
      return publishing(strapi, async () => {
        const opened = await draftVersions.versionAt(documentId, base);
        const draft = await drafts.load(documentId);
        const from = opened !== null ? parseSnapshot(opened) : draft === null ? {} : snapshotOf(draft);
        const version = versionOfForm(from, read) as Record<string, unknown>;
        const sent = (version['attachments'] ?? []) as Partial<DraftFile>[];
        const files = await filesAmong(sent);
        const attachments = sent.map((file) => files.get(file.id ?? 0) ?? file);
        const snapshot = { ...version, attachments } as DraftSnapshot;
        return `draft-${await draftVersions.keepUnsaved(documentId, snapshot)}`;
      });
    },
  };
};

export type RestorationService = ReturnType<typeof createRestoration>;
