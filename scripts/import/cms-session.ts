import { keptCms } from '../seed/kept-cms.ts';
import type { Strapi } from '../seed/strapi.ts';
import type { Catalogue } from './catalogue.ts';
import type { ImportRequest } from './import-request.ts';
import type { ImportTarget, Outcome } from './import-run.ts';

export interface CmsSession extends ImportTarget {
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;

/** What an import calls of Strapi, beyond what the seed does. */
interface Reading {
  plugin(name: 'disclosure'): {
    service(name: 'importer'): { importDocument(request: ImportRequest): Promise<{ outcome: string }> };
  };
  documents(uid: string): { findMany(search: Readonly<Record<string, unknown>>): Promise<Row[]> };
}

const ITEM = 'plugin::disclosure.item';
const CATEGORY = 'plugin::disclosure.category';
const ORGAN = 'plugin::disclosure.organ';

/** Starts the CMS inside this process, without its server: the same checks and numbers as in the admin panel. */
export async function openCms(env: NodeJS.ProcessEnv): Promise<CmsSession> {
  const strapi = (await keptCms(env)) as Reading & Strapi;
  return {
    catalogue: await readCatalogue(strapi),
    async findHash(importKey) {
      const [item] = await strapi
        .documents(ITEM)
        .findMany({ filters: { importKey }, fields: ['importHash'], status: 'draft' });
      return item ? String(item['importHash'] ?? '') : null;
    },
    async importDocument(request) {
      const { outcome } = await strapi.plugin('disclosure').service('importer').importDocument(request);
      return readOutcome(outcome);
    },
    close: () => strapi.destroy(),
  };
}

async function readCatalogue(strapi: Reading): Promise<Catalogue> {
  const populate = { parent: { fields: ['code'] }, responsible: { fields: ['code'] } };
  const categories = await strapi.documents(CATEGORY).findMany({ populate, limit: 10_000, sort: 'order' });
  const organs = await strapi.documents(ORGAN).findMany({ limit: 10_000, sort: 'order' });
  const parents = new Set(categories.map((row) => codeOf(row['parent'])));
  return {
    leaves: categories
      .filter((row) => !parents.has(text(row['code'])))
      .map((row) => ({ code: text(row['code']), name: text(row['name']), responsible: codeOf(row['responsible']) })),
    organs: organs.map((row) => ({
      code: text(row['code']),
      name: text(row['name']),
      kind: text(row['kind']),
      otherNames: [text(row['shortName']), ...aliasesOf(row['aliases'])].filter((name) => name !== ''),
    })),
  };
}

function readOutcome(outcome: string): Outcome {
  if (outcome === 'imported' || outcome === 'updated' || outcome === 'unchanged') return outcome;
  throw new TypeError(`Cannot report an import: the plugin answered "${outcome}", not imported, updated or unchanged`);
}

function aliasesOf(aliases: unknown): string[] {
  return Array.isArray(aliases) ? aliases.map((alias: { name?: unknown }) => text(alias.name)) : [];
}

function codeOf(relation: unknown): string | null {
  const code = (relation as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
