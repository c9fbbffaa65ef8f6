import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../demo/settings.mjs';

/** As much of Strapi as the seed calls; its own types reach these services as `any`. */
export interface Strapi {
  readonly log: { level: string };
  load(): Promise<Strapi>;
  destroy(): Promise<void>;
  service(uid: 'admin::user'): { create(user: NewUser): Promise<{ id: number }> };
  service(uid: 'admin::role'): { findOne(where: { code: string }): Promise<{ id: number } | null> };
  plugin(name: 'disclosure'): {
    service(name: 'catalogue'): {
      saveOrgans(organs: readonly unknown[]): Promise<unknown>;
      saveCategories(categories: readonly unknown[]): Promise<unknown>;
    };
    service(name: 'importer'): {
      importDocument(
        item: unknown,
        batch: string | null,
      ): Promise<{ outcome: string; unknownInterprets: readonly string[] }>;
    };
    service(name: 'import-batches'): { approve(batch: NewBatch): Promise<string> };
    service(name: 'people'): { assign(userId: string, organs: readonly string[]): Promise<void> };
    service(name: 'site-nodes'): {
      create(node: NewNode, knownToken: string): Promise<unknown>;
      findByToken(token: string): Promise<{ documentId: string } | null>;
      update(documentId: string, changed: Partial<NewNode>): Promise<unknown>;
    };
  };
  db: {
    query(uid: 'admin::api-token'): { deleteMany(query: object): Promise<unknown> };
    query(uid: 'plugin::disclosure.organ'): {
      count(): Promise<number>;
      findMany(query: { where: object }): Promise<Organ[]>;
    };
  };
}

export interface NewUser {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly password: string;
  readonly isActive: boolean;
  readonly roles: readonly number[];
  /** Strapi's own spelling. */
  readonly preferedLanguage: string;
}

export interface NewNode {
  readonly name: string;
  readonly audience: 'public' | 'staff';
  readonly nudgeUrl: string;
}

/** Documents that were approved as a whole. */
export interface NewBatch {
  readonly name: string;
  /** Name and post of who approved it. */
  readonly approvedBy: string;
  /** What the approval rests on. */
  readonly basis: string;
  readonly entries: readonly { readonly importKey: string; readonly importHash: string }[];
}

interface Organ {
  readonly documentId: string;
  readonly name: string;
  readonly shortName: string | null;
}

/** The department's CMS in this process, without its HTTP server; quiet, it says nothing but errors. */
export async function loadedCms({ isQuiet = false } = {}): Promise<Strapi> {
  const appDir = join(root, 'cms');
  const require = createRequire(join(appDir, 'package.json'));
  const { createStrapi } = require('@strapi/strapi') as { createStrapi(options: object): Strapi };
  const distDir = existsSync(join(appDir, 'tsconfig.json')) ? join(appDir, 'dist') : appDir;
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  if (isQuiet) strapi.log.level = 'error';
  return strapi.load();
}
