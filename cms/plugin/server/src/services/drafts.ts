import type { Core } from '@strapi/strapi';
import type { ItemWithRelations, OrganRow, TypedItemRow } from '../content-types/rows.ts';
import type { PublishableDraft } from '../domain/completeness.ts';
import { itemTypeSchema, textOfHtml, type ItemType } from 'disclosure-contract';
import { RECORD_RELATIONS, recordIn } from '../domain/item-records.ts';
import { ALL_ITEM_UIDS, CATEGORY, ITEM, ITEM_UIDS, ORGAN, type ItemUid } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

const WITH_RELATIONS = {
  categories: { select: ['id', 'documentId', 'code', 'name', 'purpose'] },
  publisher: { select: ['id', 'documentId', 'name', 'creditCode'] },
  responsible: { select: ['id', 'documentId', 'name'] },
  interprets: { select: ['id', 'documentId', 'title'] },
  replaces: { select: ['id', 'documentId', 'title'] },
  attachments: true,
};

/** Items that have no record come first: most have none. */
const ITEM_TYPES = itemTypeSchema.options;

/** How far up a credit code is looked for; a chain is never this long, and a damaged one must not hang a publication. */
const HIGHEST = 10;

export const createDrafts = ({ strapi }: { strapi: Core.Strapi }) => {
  async function prefixOf(organ: OrganRow | null): Promise<string | null> {
    let at = organ;
    for (let step = 0; at !== null && step < HIGHEST; step += 1) {
      if (at.creditCode !== null && at.creditCode !== '') return at.creditCode;
      const row = await table(strapi, ORGAN).findOne({
        where: { id: at.id },
        select: ['id'],
        populate: { parent: true },
      });
      at = row?.parent ?? null;
    }
    return null;
  }

  async function parentsAmong(ids: readonly number[]): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const children = await table(strapi, CATEGORY).findMany({
      where: { parent: { id: { $in: ids } } },
      select: ['id'],
      populate: { parent: { select: ['id'] } },
    });
    return new Set(children.flatMap((child) => (child.parent ? [child.parent.id] : [])));
  }

  return {
    /** The content type of an item; that of plain items for what is none, where it will not be found. */
    async uidOf(documentId: string): Promise<ItemUid> {
      for (const uid of ALL_ITEM_UIDS) {
        if ((await table(strapi, uid).findOne({ where: { documentId }, select: ['id'] })) !== null) return uid;
      }
      return ITEM;
    },

    /** The draft row of an item with everything that publication needs. */
    async load(documentId: string): Promise<ItemWithRelations | null> {
      for (const type of ITEM_TYPES) {
        const row = await table(strapi, ITEM_UIDS[type]).findOne<ItemWithRelations>({
          where: { documentId, publishedAt: null },
          populate: { ...WITH_RELATIONS, ...RECORD_RELATIONS[type] },
        });
        if (row !== null) return { ...row, type, record: recordIn(type, { ...row }) };
      }
      return null;
    },

    async rowOf(documentId: string, state: 'draft' | 'published'): Promise<TypedItemRow | null> {
      const publishedAt = state === 'draft' ? null : { $ne: null };
      for (const type of ITEM_TYPES) {
        const row = await table(strapi, ITEM_UIDS[type]).findOne({ where: { documentId, publishedAt } });
        if (row !== null) return { ...row, type };
      }
      return null;
    },

    /** What each of these items is; what is no item has none. */
    async typesOf(ids: readonly string[]): Promise<ReadonlyMap<string, ItemType>> {
      if (ids.length === 0) return new Map();
      const where = { documentId: { $in: ids }, publishedAt: null };
      const found = ITEM_TYPES.map(async (type) => {
        const rows = await table(strapi, ITEM_UIDS[type]).findMany({ where, select: ['documentId'] });
        return rows.map(({ documentId }) => [documentId, type] as const);
      });
      return new Map((await Promise.all(found)).flat());
    },

    /** The drafts that these documentIds are of, by name; in no order. */
    async titlesOf(ids: readonly string[]): Promise<{ documentId: string; title: string | null }[]> {
      const where = { documentId: { $in: ids }, publishedAt: null };
      const found = ALL_ITEM_UIDS.map((uid) => {
        return table(strapi, uid).findMany({ where, select: ['documentId', 'title'] });
      });
      return (await Promise.all(found)).flat();
    },

    /** What the completeness check asks of a draft. */
    async describe(draft: ItemWithRelations): Promise<PublishableDraft> {
      const parents = await parentsAmong(draft.categories.map((category) => category.id));
      return {
        title: draft.title?.trim() ?? '',
        categories: draft.categories.map(({ id, name, purpose }) => ({ name, isLeaf: !parents.has(id), purpose })),
        publisher: draft.publisher,
        indexPrefix: await prefixOf(draft.publisher),
        hasResponsible: draft.responsible !== null,
        subject: draft.subject,
        genre: draft.genre,
        bodyText: draft.type === 'item' ? textOfHtml(draft.body ?? '') : null,
        attachmentCount: draft.attachments?.length ?? 0,
        abstract: draft.abstract?.trim() ?? null,
        writtenOn: draft.writtenOn,
        effectiveOn: draft.effectiveOn,
        repealedOn: draft.repealedOn,
      };
    },
  };
};

export type Drafts = ReturnType<typeof createDrafts>;
