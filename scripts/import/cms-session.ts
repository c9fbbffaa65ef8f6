import { keptCms } from '../seed/kept-cms.ts';
import type { Strapi } from '../seed/strapi.ts';
import type { Catalogue } from './catalogue.ts';
import type { ImportRequest } from './import-request.ts';
import type { BatchEntry, ImportTarget, Outcome } from './import-run.ts';
import type { BatchApproval } from './command-line.ts';

export interface CmsSession extends ImportTarget {
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;

/** What an import calls of Strapi, beyond what the seed does. */
interface Reading {
  plugin(name: 'disclosure'): {
    service(name: 'importer'): {
      importDocument(request: ImportRequest, batch: string | null): Promise<{ outcome: string }>;
    };
    service(name: 'import-batches'): {
      approve(batch: BatchApproval & { readonly entries: readonly BatchEntry[] }): Promise<string>;
    };
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
    async find(importKey) {
      const search = { filters: { importKey }, fields: ['importHash', 'withdrawnAt'], limit: 1 };
      const [draft] = await strapi.documents(ITEM).findMany({ ...search, status: 'draft' });
      if (draft === undefined) return null;
      const [published] = await strapi.documents(ITEM).findMany({ ...search, status: 'published' });
      const isSettled = draft['withdrawnAt'] !== null || published !== undefined;
      return { hash: text(draft['importHash']), isSettled };
    },
    approve: (batch) => strapi.plugin('disclosure').service('import-batches').approve(batch),
    async importDocument(request, batch) {
      const { outcome } = await strapi.plugin('disclosure').service('importer').importDocument(request, batch);
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
