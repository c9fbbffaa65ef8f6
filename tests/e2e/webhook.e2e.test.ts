import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addresses } from 'disclosure-contract';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { department, until, type Program } from '../support/department.ts';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith, type Editor } from '../support/editor.ts';
import { administrator, type AdminApi } from './support/admin-api.ts';
import { copyOfCms } from './support/copied-cms.ts';
import { startFurtherNode, type FurtherNode } from './support/more-nodes.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const WITHIN_MS = 3000;

let dataDir: string;
let cms: Program;
/** The demo, with the CMS of this file. */
let own: typeof demo;
let admin: AdminApi;
let editor: Editor;
let node: FurtherNode;
let webhookId: number | null = null;

beforeAll(async () => {
  dataDir = copyOfCms(demo.dataDir);
  // In production Strapi refuses webhooks to addresses of private networks and of its own machine.
  ({ cms } = await department({ dataDir, secrets: demo.secrets, cmsEnv: { NODE_ENV: 'development' } }));
  await cms.start();
  own = { ...demo, cmsUrl: cms.url };
  admin = administrator(own);
  editor = editorWith(signInsOf(own));
  // The plugin's own way of waking the node leads nowhere, and it does not look by itself for ten minutes.
  node = await startFurtherNode(own, admin, {
    name: '只听网络钩子的站点',
    audience: 'public',
    nudgeUrl: 'http://127.0.0.1:9/nowhere',
    env: { POLL_INTERVAL_MS: '600000' },
  });
  await until('the node has reported its first inspection, and so looked once more', () => {
    const kept = JSON.parse(readFileSync(join(node.dataDir, 'site/inspection.json'), 'utf8')) as { report: unknown };
    return Promise.resolve(kept.report === null);
  });
});

afterEach(async () => {
  if (webhookId !== null) await admin.ask('DELETE', `/admin/webhooks/${webhookId}`);
  webhookId = null;
});

afterAll(async () => {
  try {
    await node.remove();
  } finally {
    await cms.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/** What an administrator enters under Settings → Webhooks. */
async function createWebhook(secret: string): Promise<void> {
  const { data } = await admin.ask<{ data: { id: number } }>('POST', '/admin/webhooks', {
    name: '通知网站',
    url: `http://127.0.0.1:${node.port}${addresses.nudge()}`,
    headers: { Authorization: `Bearer ${secret}` },
    events: ['entry.publish', 'entry.unpublish'],
  });
  webhookId = data.id;
}

async function publish(title: string): Promise<{ documentId: string; url: string }> {
  const documentId = await editor.write(draftOf(title, placesOf(await publishedChanges(own))));
  await editor.publish(documentId);
  const { slug = '' } = itemsIn(await publishedChanges(own)).find((item) => item.documentId === documentId) ?? {};
  return { documentId, url: node.url + addresses.item(slug) };
}

test('without a webhook the node of this file hears of nothing', async () => {
  const { url } = await publish('关于没有通知的通知');
  await sleep(WITHIN_MS);
  expect((await fetch(url)).status).toBe(404);
});

test('Strapi’s own webhook makes a publication public within 3 seconds', async () => {
  await createWebhook(demo.secrets.NUDGE_SECRET);
  const { url } = await publish('关于网络钩子的通知');
  await untilStatus(url, 200, WITHIN_MS);
});

test('Strapi’s own webhook takes a withdrawn item down within 3 seconds', async () => {
  await createWebhook(demo.secrets.NUDGE_SECRET);
  const { documentId, url } = await publish('关于钩子撤下的通知');
  await untilStatus(url, 200, WITHIN_MS);
  await editor.withdraw(documentId, 'inaccurate');
  await untilStatus(url, 410, WITHIN_MS);
});

test('a webhook with another secret wakes nobody', async () => {
  await createWebhook('not-the-secret-of-this-node');
  const { url } = await publish('关于错误密钥的通知');
  await sleep(WITHIN_MS);
  expect((await fetch(url)).status).toBe(404);
});
