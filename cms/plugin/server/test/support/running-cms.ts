import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

const root = resolve(import.meta.dirname, '../../../../..');
const cms = join(root, 'cms');
// Strapi is CommonJS; its own require keeps it a single copy.
const require = createRequire(join(cms, 'package.json'));

export interface RunningCms {
  readonly strapi: Core.Strapi;
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** The real CMS with an empty database: SQLite, or a fresh database on the server of TEST_DATABASE_URL. */
export async function startCms(): Promise<RunningCms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-cms-'));
  const database = await freshDatabase();
  Object.assign(process.env, {
    ...secrets(),
    ...database.environment,
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    SITE_URL: 'https://site.test',
    STRAPI_DISABLE_EE: 'true',
    STRAPI_TELEMETRY_DISABLED: 'true',
  });
  if (!existsSync(join(cms, 'dist/config/server.js'))) {
    execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', join(cms, 'tsconfig.json')]);
  }
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = createStrapi({ appDir: cms, distDir: join(cms, 'dist'), autoReload: false, serveAdminPanel: false });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  const { httpServer } = strapi.server;
  // A test may take longer than a connection is kept open; the next call would find it closed.
  httpServer.keepAliveTimeout = 0;
  await new Promise<void>((done) => httpServer.listen(0, '127.0.0.1', done));
  const { port } = httpServer.address() as AddressInfo;
  return {
    strapi,
    dataDir,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await untilIdle(strapi);
      await strapi.destroy();
      await database.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What these tests use of the driver, which brings no types. */
interface PostgresClient {
  connect(): Promise<void>;
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}

/** Strapi reads rows for its events after a commit, without waiting for them; ended in between, it rejects unheard. */
async function untilIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: { numUsed(): number; numPendingAcquires(): number } };
  for (let quiet = 0; quiet < 5;) {
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
    await sleep(10);
  }
}

function secrets(): Record<string, string> {
  const names = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'];
  return Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('hex')]));
}

async function freshDatabase(): Promise<{ environment: Record<string, string>; remove: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return { environment: { DATABASE_CLIENT: 'sqlite' }, remove: async () => {} };

  const { Client } = require('pg') as { Client: new (options: { connectionString: string }) => PostgresClient };
  const name = `gongkai_${randomBytes(6).toString('hex')}`;
  const onServer = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    environment: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.href },
    remove: () => onServer(`drop database ${name} with (force)`),
  };
}
