import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { z } from 'zod';
import { readInput } from '../domain/read-input.ts';
import { CATEGORY, ORGAN } from '../plugin-id.ts';
import { documents, table } from '../strapi-access.ts';

type Uid = typeof CATEGORY | typeof ORGAN;

/** Entries name their parent and organs by code; everything else is stored as it is and checked by the gate. */
const entrySchema = z.looseObject({ code: z.string(), parent: z.string().nullable().default(null) });
type Entry = z.output<typeof entrySchema>;

export interface CatalogueResult {
  readonly created: number;
  readonly updated: number;
}

/** Loads organs and the catalogue from lists, by code, as often as you like. Nothing is deleted. */
export const createCatalogue = ({ strapi }: { strapi: Core.Strapi }) => {
  async function documentIdOf(uid: Uid, code: string): Promise<string | null> {
    return (await table(strapi, uid).findOne({ where: { code }, select: ['id', 'documentId'] }))?.documentId ?? null;
  }

  async function getDocumentId(uid: Uid, code: string): Promise<string> {
    const documentId = await documentIdOf(uid, code);
    if (documentId !== null) return documentId;
    throw new DisclosureError('import_unreadable', `找不到代码为“${code}”的条目，请把它放进名单。`, { code });
  }

  async function save(uid: Uid, written: readonly unknown[]): Promise<CatalogueResult> {
    const result = { created: 0, updated: 0 };
    for (const entry of parentsFirst(written.map((each) => readInput(entrySchema, each)))) {
      const { parent, responsible, ...fields } = entry;
      const data = {
        ...fields,
        parent: parent === null ? null : await getDocumentId(uid, parent),
        ...(typeof responsible === 'string' ? { responsible: await getDocumentId(ORGAN, responsible) } : {}),
      };
      const documentId = await documentIdOf(uid, entry.code);
      if (documentId === null) {
        await documents(strapi, uid).create({ data });
        result.created += 1;
      } else {
        await documents(strapi, uid).update({ documentId, data });
        result.updated += 1;
      }
    }
    return result;
  }

  return {
    saveOrgans: (list: readonly unknown[]) => save(ORGAN, list),
    saveCategories: (list: readonly unknown[]) => save(CATEGORY, list),
  };
};

/** Parents before their children; what names a parent outside the list is taken as it stands. */
function parentsFirst(entries: readonly Entry[]): Entry[] {
  const waiting = new Map(entries.map((entry) => [entry.code, entry]));
  const sorted: Entry[] = [];
  const place = (entry: Entry): void => {
    if (!waiting.delete(entry.code)) return;
    const parent = entry.parent === null ? undefined : waiting.get(entry.parent);
    if (parent !== undefined) place(parent);
    sorted.push(entry);
  };
  for (const entry of entries) place(entry);
  return sorted;
}

export type Catalogue = ReturnType<typeof createCatalogue>;
