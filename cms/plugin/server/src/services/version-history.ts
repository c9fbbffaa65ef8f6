import type { Core } from '@strapi/strapi';
import { DisclosureError, textOfHtml, type Item } from 'disclosure-contract';
import { differenceOf, type ComparedField, type ComparedItem } from 'disclosure-contract/difference';
import type { ChangeRow, DraftVersionRow } from '../content-types/rows.ts';
import { administratorName } from '../domain/administrator-name.ts';
import { editedFields, snapshotOf } from '../domain/draft-snapshot.ts';
import { columnsOf } from '../domain/item-records.ts';
import { after, parsePlace, placeOf, type VersionPlace } from '../domain/version-place.ts';
import { CATEGORY, CHANGE, DRAFT_VERSION, ORGAN } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import { parseSnapshot, type DraftVersions } from './draft-versions.ts';
import type { Drafts } from './drafts.ts';
import { toInstant } from './instant.ts';

export interface HistoryEntry {
  /** `draft-<n>` or `change-<seq>`. */
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  /** What was changed; null where that is not known or makes no sense. */
  readonly fields: readonly string[] | null;
}

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly draftVersions: DraftVersions;
}

const NEWEST_FIRST = [{ at: 'desc' }, { id: 'desc' }] as const;

/** 版本历史: the saved drafts of an item and what was published of it, as one list. */
export const createVersionHistory = ({ strapi, drafts, draftVersions }: Parts) => {
  const versions = table(strapi, DRAFT_VERSION);
  const changes = table(strapi, CHANGE);

  function unknown(id: string): DisclosureError {
    return new DisclosureError('version_unknown', '找不到这个版本：它可能已经按留存期限清理。请刷新页面。', { id });
  }

  async function draftRow(subject: string, id: number): Promise<DraftVersionRow> {
    const row = await versions.findOne({ where: { subject, id } });
    if (row === null) throw unknown(`draft-${id}`);
    return row;
  }

  async function changeRow(subject: string, seq: number): Promise<ChangeRow> {
    const row = await changes.findOne({ where: { subject, seq } });
    if (row === null) throw unknown(`change-${seq}`);
    return row;
  }

  /**
   * What was published, as the draft had it: there, files are those of the media library. The payload itself where that
   * version of the draft is not kept.
   */
  async function publishedVersion(subject: string, row: ChangeRow): Promise<ComparedItem> {
    const { record, ...whole } = JSON.parse(row.payload) as Item;
    const payload = { ...whole, ...columnsOf(record ?? null) };
    const saved = await draftVersions.versionAt(subject, toInstant(row.at));
    if (saved === null) return payload;
    const snapshot = parseSnapshot(saved);
    const isSame =
      snapshot.title === payload.title && textOfHtml(String(snapshot.body ?? '')) === textOfHtml(payload.body);
    return isSame ? { ...snapshot, slug: payload.slug } : payload;
  }

  async function live(subject: string): Promise<ComparedItem | null> {
    const row = await changes.findOne({ where: { subject, isLatest: true } });
    return row?.kind === 'item_published' ? publishedVersion(subject, row) : null;
  }

  async function current(subject: string): Promise<ComparedItem> {
    const draft = await drafts.load(subject);
    if (draft === null)
      throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId: subject });
    return snapshotOf(draft);
  }

  /** A version by its name: `draft`, `draft-<n>` or `change-<seq>`. */
  async function get(subject: string, id: string): Promise<ComparedItem> {
    if (id === 'draft') return current(subject);
    const place = parsePlace(id);
    if (place === null) throw unknown(id);
    if (place.source === 'draft') return parseSnapshot(await draftRow(subject, place.id));
    const row = await changeRow(subject, place.id);
    if (row.kind === 'item_published') return publishedVersion(subject, row);
    throw unknown(id);
  }

  async function previous(subject: string, id: string): Promise<ComparedItem | null> {
    const place = parsePlace(id);
    if (place === null) throw unknown(id);
    if (place.source === 'draft') {
      const row = await versions.findOne({
        where: { subject, kind: { $ne: 'unsaved' }, id: { $lt: place.id } },
        orderBy: { id: 'desc' },
      });
      return row === null ? null : parseSnapshot(row);
    }
    const row = await changes.findOne({
      where: { subject, kind: 'item_published', seq: { $lt: place.id } },
      orderBy: { seq: 'desc' },
    });
    return row === null ? null : publishedVersion(subject, row);
  }

  async function administrators(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const users = await table(strapi, 'admin::user').findMany({ where: { id: { $in: ids } } });
    return new Map(users.map((user) => [String(user.id), administratorName(user)]));
  }

  /** What related documents are called, or were when they were last seen. */
  async function namesOf(subject: string, ids: readonly string[]): Promise<Record<string, string>> {
    if (ids.length === 0) return {};
    const where = { documentId: { $in: ids } };
    const [remembered, categories, organs, items] = await Promise.all([
      versions.findMany({ where: { subject }, select: ['names'], orderBy: { id: 'asc' } }),
      table(strapi, CATEGORY).findMany({ where, select: ['documentId', 'name'] }),
      table(strapi, ORGAN).findMany({ where, select: ['documentId', 'name'] }),
      drafts.titlesOf(ids),
    ]);
    const known: Record<string, string> = Object.assign(
      {},
      ...remembered.map(({ names }) => JSON.parse(names) as object),
      Object.fromEntries([...categories, ...organs].map(({ documentId, name }) => [documentId, name])),
      Object.fromEntries(items.map(({ documentId, title }) => [documentId, title ?? documentId])),
    );
    return Object.fromEntries(ids.flatMap((id) => (known[id] === undefined ? [] : [[id, known[id]]])));
  }

  return {
    get,
    namesOf,

    /** Newest first; `before` is the id of the last entry of the page before. */
    async list(subject: string, { before, limit }: { before: string | null; limit: number }) {
      const place: VersionPlace | null = before === null ? null : parsePlace(before);
      const from = place === null ? null : after(place, await instantOf(subject, place));
      const [saved, published] = await Promise.all([
        versions.findMany({
          where: { subject, ...(from?.draft ?? {}) },
          select: ['id', 'at', 'kind', 'actorName', 'fields'],
          orderBy: NEWEST_FIRST,
          limit: limit + 1,
        }),
        changes.findMany({
          where: { subject, ...(from?.change ?? {}) },
          select: ['id', 'seq', 'at', 'kind', 'actor'],
          orderBy: [{ at: 'desc' }, { seq: 'desc' }],
          limit: limit + 1,
        }),
      ]);
      const names = await administrators(published.flatMap(({ actor }) => (actor === null ? [] : [actor])));
      const entries: HistoryEntry[] = [
        ...published.map(({ seq, at, kind, actor }) => ({
          id: placeOf('change', seq),
          kind: kind === 'item_published' ? 'published' : 'withdrawn',
          at: toInstant(at),
          actor: actor === null ? null : (names.get(actor) ?? `#${actor}`),
          fields: null,
        })),
        ...saved.map(({ id, at, kind, actorName, fields }) => ({
          id: placeOf('draft', id),
          kind,
          at: toInstant(at),
          actor: actorName,
          fields: fields === null ? null : (JSON.parse(fields) as string[]),
        })),
      ];
      // A publication stands above the save that it published: sorting keeps the order of equals.
      entries.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
      return { entries: entries.slice(0, limit), hasMore: entries.length > limit };
    },

    /** How a version came from another: `previous`, `draft`, `live`, or any by its id. */
    async difference(
      subject: string,
      { id, against, readable }: { id: string; against: string; readable: (field: ComparedField) => boolean },
    ) {
      const version = await get(subject, id);
      const former =
        against === 'previous'
          ? await previous(subject, id)
          : against === 'live'
            ? await live(subject)
            : await get(subject, against);
      const edited = former === null ? null : editedFields(former, version);
      const fields = differenceOf(former, version).filter(
        ({ field }) => readable(field) && (edited === null || edited.includes(field)),
      );
      const related = fields.flatMap((field) => {
        if (field.kind === 'list') return [...field.before, ...field.after];
        if (field.kind === 'value') return [field.before, field.after].filter((each) => each !== null);
        return [];
      });
      return { fields, names: await namesOf(subject, [...new Set(related)]) };
    },
  };

  async function instantOf(subject: string, { source, id }: VersionPlace): Promise<string> {
    return toInstant((source === 'draft' ? await draftRow(subject, id) : await changeRow(subject, id)).at);
  }
};

export type VersionHistory = ReturnType<typeof createVersionHistory>;
