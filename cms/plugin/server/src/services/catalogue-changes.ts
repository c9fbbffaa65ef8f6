import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { CategoryRow, OrganRow } from '../content-types/rows.ts';
import { categoryPayload, organPayload } from '../domain/payloads.ts';
import { refuse } from '../errors.ts';
import { ALL_ITEM_UIDS, CATEGORY, ORGAN } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Changes, RecordedVersion } from './changes.ts';

export type CatalogueUid = typeof CATEGORY | typeof ORGAN;

/** Deeper than any tree of departments or categories; where a walk stops that would never end. */
const DEEPEST = 20;

/** Titles in one message. */
const MOST_NAMED = 3;

/** Puts changes of categories and organs into the feed, and keeps their trees trees. */
export const createCatalogueChanges = ({ strapi, changes }: { strapi: Core.Strapi; changes: Changes }) => {
  const categories = table(strapi, CATEGORY);
  const organs = table(strapi, ORGAN);
  const tablesOfItems = ALL_ITEM_UIDS.map((uid) => table(strapi, uid));

  async function countItems(where: Readonly<Record<string, unknown>>): Promise<number> {
    const counts = await Promise.all(tablesOfItems.map((items) => items.count({ where })));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async function find(uid: CatalogueUid, documentId: string): Promise<CategoryRow | OrganRow | null> {
    if (uid === ORGAN) return organs.findOne({ where: { documentId }, populate: { parent: true } });
    return categories.findOne({ where: { documentId }, populate: { parent: true, responsible: true } });
  }

  async function assertTree(uid: CatalogueUid, row: CategoryRow | OrganRow): Promise<void> {
    let above: CategoryRow | OrganRow | null = row.parent ?? null;
    for (let depth = 0; above !== null; depth += 1) {
      if (above.documentId === row.documentId || depth > DEEPEST) {
        const message = `“${row.name}”不能放在自己或自己的下级之下，请另选上级。`;
        const code = uid === CATEGORY ? 'category_cycle' : 'organ_cycle';
        refuse(code, message, [{ path: 'parent', code, message }]);
      }
      above = (await find(uid, above.documentId))?.parent ?? null;
    }
  }

  /** Items belong to the last level of the tree: an entry that has some cannot get others below it. */
  async function assertHoldsNoItems(parent: CategoryRow): Promise<void> {
    const found = tablesOfItems.map((items) =>
      items.findMany({
        where: { categories: { documentId: parent.documentId } },
        select: ['id', 'documentId', 'title'],
        orderBy: { id: 'asc' },
      }),
    );
    const rows = (await Promise.all(found)).flat();
    const titles = new Map(rows.map((row) => [row.documentId, row.title ?? '']));
    if (titles.size === 0) return;
    const named = [...titles.values()].slice(0, MOST_NAMED).map((title) => `“${title}”`);
    const more = titles.size > MOST_NAMED ? `等 ${titles.size} 个事项` : '';
    const message = `栏目“${parent.name}”里已有${named.join('、')}${more}，不能再设下级栏目。请先把它们改到别的栏目，或另选上级。`;
    refuse('category_has_items', message, [{ path: 'parent', code: 'category_has_items', message }]);
  }

  return {
    find,

    /** Call it after the write, with the entry as it was: what is refused takes the write back with it. */
    async saved(
      uid: CatalogueUid,
      documentId: string,
      before: CategoryRow | OrganRow | null,
    ): Promise<RecordedVersion | null> {
      const row = await find(uid, documentId);
      if (row === null) return null;
      await assertTree(uid, row);
      const hasMoved = row.parent?.documentId !== before?.parent?.documentId;
      if (uid === CATEGORY && hasMoved && row.parent) await assertHoldsNoItems(row.parent as CategoryRow);
      const common = { title: row.name, audience: 'public' } as const;
      const change =
        uid === ORGAN
          ? ({ ...common, kind: 'organ_saved', payload: organPayload(row as OrganRow) } as const)
          : ({ ...common, kind: 'category_saved', payload: categoryPayload(row as CategoryRow) } as const);
      return changes.record(change, new Date().toISOString());
    },

    async removed(uid: CatalogueUid, row: CategoryRow | OrganRow): Promise<RecordedVersion | null> {
      const kind = uid === ORGAN ? 'organ_removed' : 'category_removed';
      const payload = { documentId: row.documentId };
      return changes.record({ kind, title: row.name, audience: 'public', payload }, new Date().toISOString());
    },

    async assertUnused(uid: CatalogueUid, documentId: string): Promise<void> {
      const self = { documentId };
      const children = await table(strapi, uid === ORGAN ? ORGAN : CATEGORY).count({ where: { parent: self } });
      const used =
        uid === ORGAN
          ? (await countItems({ $or: [{ publisher: self }, { responsible: self }] })) +
            (await categories.count({ where: { responsible: self } }))
          : await countItems({ categories: self });
      if (children === 0 && used === 0) return;
      const message =
        children > 0
          ? '它还有下级，不能删除。请先把下级移走或删除。'
          : '还有事项或栏目在使用它，不能删除。请先把它们改到别处。';
      throw new DisclosureError('catalogue_entry_in_use', message, { documentId, children, used });
    },
  };
};

export type CatalogueChanges = ReturnType<typeof createCatalogueChanges>;
