import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { addresses, itemTypeOf, type Item } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { startNginx, type Nginx } from '../support/nginx.ts';
import { administrator } from './support/admin-api.ts';
import { startFurtherNode, type FurtherNode } from './support/more-nodes.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
let node: FurtherNode;
let nginx: Nginx;
let items: Item[];

beforeAll(async () => {
  node = await startFurtherNode(demo, administrator(demo), { name: '反向代理后的站点', audience: 'public' });
  nginx = await startNginx((port) => configuration(port, node));
  items = itemsIn(await publishedChanges(demo));
});

afterAll(async () => {
  try {
    await nginx.stop();
  } finally {
    await node.remove();
  }
});

/** The file that operators copy, with the four values that they set. */
function configuration(listen: number, { port, dataDir }: FurtherNode): string {
  const values: Record<string, string> = {
    SITE_PORT: String(port),
    LISTEN: String(listen),
    SERVER_NAME: '127.0.0.1',
    DATA_DIR: dataDir,
  };
  const file = readFileSync(join(root, 'docs/operations/nginx.conf'), 'utf8');
  return file.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? name);
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string[]>>;
  readonly body: Buffer;
}

/** Asks with the address exactly as written: `fetch` would tidy it up first. */
function ask(target: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(nginx.url);
    const asked = request({ hostname, port, path: target, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headersDistinct as Record<string, string[]>,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

const SECURITY_HEADERS = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
];

/** nginx marks its own answers with an ETag of time and size; the node's is a hash of the page. */
const NGINX_ETAG = /^(?:W\/)?"[0-9a-f]{8}-[0-9a-f]+"$/;

function firstWith(what: (item: Item) => boolean): Item {
  const item = items.find(what);
  if (!item) throw new Error('The demo has no item like this');
  return item;
}

describe('a stored page', () => {
  test.each([
    { name: 'the home page', address: '/' },
    { name: 'the catalogue', address: addresses.catalogue() },
    { name: 'the feed', address: addresses.rss() },
    { name: 'the sitemap', address: addresses.sitemap() },
  ])('comes from nginx: $name', async ({ address }) => {
    const { status, headers } = await ask(address);
    expect(status).toBe(200);
    expect(headers['etag']?.[0]).toMatch(NGINX_ETAG);
  });

  test('is the page that the node serves, byte by byte', async () => {
    const address = addresses.item(firstWith(() => true).slug);
    const { body } = await ask(address);
    expect(body.equals(Buffer.from(await (await fetch(node.url + address)).arrayBuffer()))).toBe(true);
  });

  test('comes whatever query is added to its address', async () => {
    const plain = await ask('/');
    const { status, body } = await ask('/?utm_source=weixin&from=%E5%BE%AE%E4%BF%A1');
    expect(status).toBe(200);
    expect(body.equals(plain.body)).toBe(true);
  });

  test('is asked for anew every time', async () => {
    const { headers } = await ask('/');
    expect(headers['cache-control']).toEqual(['no-cache']);
  });
});

describe('the security headers', () => {
  test.each([
    { name: 'a stored page', address: () => '/' },
    { name: 'a search', address: () => addresses.search('公租房') },
    { name: 'a page that is not there', address: () => '/items/mei-you/' },
    { name: 'an attachment', address: () => attachmentAddress() },
    { name: 'a style sheet', address: () => styleSheetAddress() },
  ])('of $name are there once each', async ({ address }) => {
    const { headers } = await ask(await address());
    const counts = SECURITY_HEADERS.map((name) => [name, headers[name]?.length ?? 0]);
    expect(counts).toEqual(SECURITY_HEADERS.map((name) => [name, 1]));
  });
});

test('styles and scripts may be kept for ever', async () => {
  const { headers } = await ask(await styleSheetAddress());
  expect(headers['cache-control']).toEqual(['public, max-age=31536000, immutable']);
});

function attachmentAddress(): string {
  const item = firstWith(({ attachments }) => attachments.some(({ role }) => role === 'attachment'));
  return addresses.attachment(item.slug, item.attachments[0]?.fileName ?? '');
}

async function styleSheetAddress(): Promise<string> {
  const { body } = await ask('/');
  return /<link rel="stylesheet" href="([^"]+)"/.exec(body.toString())?.[1] ?? '';
}

test('a search is answered by the node', async () => {
  const { status, body } = await ask(addresses.search('公租房'));
  expect(status).toBe(200);
  expect(body.toString()).toContain('<mark>公租房</mark>');
});

test('suggestions are answered to whoever types, and not to whoever asks without end', async () => {
  const address = `${addresses.suggestions()}?q=${encodeURIComponent('住房')}`;
  const statuses = await Promise.all(Array.from({ length: 150 }, async () => (await ask(address)).status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(20);
});

test('an attachment has its own bytes, type and name', async () => {
  const item = firstWith(({ attachments }) => attachments.some(({ fileName }) => fileName.endsWith('.xlsx')));
  const file = item.attachments.find(({ fileName }) => fileName.endsWith('.xlsx'));
  const { status, headers, body } = await ask(addresses.attachment(item.slug, file?.fileName ?? ''));
  expect(status).toBe(200);
  expect(headers['content-type']).toEqual([file?.mime]);
  expect(headers['content-disposition']?.[0]).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent(file?.fileName ?? '')}`,
  );
  expect(body.length).toBe(file?.size);
});

test('a withdrawn item answers 410 with its reason as soon as the node has taken it down', async () => {
  const editor = editorWith(signInsOf(demo));
  const documentId = await editor.write(draftOf('关于经代理撤下的通知', placesOf(await publishedChanges(demo))));
  await editor.publish(documentId);
  const { slug = '' } = itemsIn(await publishedChanges(demo)).find((item) => item.documentId === documentId) ?? {};
  await untilStatus(nginx.url + addresses.item(slug), 200);
  await editor.withdraw(documentId, 'term_over');
  await untilStatus(nginx.url + addresses.item(slug), 410);
  const { body } = await ask(addresses.item(slug));
  expect(body.toString()).toContain('公示期届满');
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
  expect([403, 405]).toContain((await ask('/', method)).status);
  expect([403, 405]).toContain((await ask(addresses.search('公租房'), method)).status);
});

test.each([
  '/../../../etc/passwd',
  '/items/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/items/x/files/../../../../content.db',
  '/items/x/files/..%2f..%2f..%2fcontent.db',
  '/items/x/files/%00',
  '/%',
  '/%zz',
  '/%ff%fe',
  '/items/%E4%B8%AD%E6%96/',
  '//example.com/',
  '/\\..\\..\\',
  '/search?q=%E4%B8',
  '/search?q=%00',
  `/search?q=${'%E5%85%AC'.repeat(200)}`,
  `/${'a'.repeat(6000)}`,
  '/index.html/../',
  '/.git/config',
  '/current.index',
])('%s is no reason for a failure, and shows nothing of the machine', async (target) => {
  const { status, body } = await ask(target);
  expect(status).toBeLessThan(500);
  expect(body.toString()).not.toContain('root:');
  expect(body.toString('latin1')).not.toContain('SQLite format');
});

test('readers on IPv6 get the same page', async () => {
  const { port } = new URL(nginx.url);
  const [byFour, bySix] = [await fetch(`${nginx.url}/`), await fetch(`http://[::1]:${port}/`)];
  expect(bySix.status).toBe(200);
  expect(await bySix.text()).toBe(await byFour.text());
});

test('stored pages are served while the node is stopped', async () => {
  await node.stop();
  const addressesOfAll = [
    '/',
    addresses.catalogue(),
    addresses.organs(),
    ...items.map((item) => addresses.item(item.slug, itemTypeOf(item))),
  ];
  // One after the other: nginx holds no more connections at once than it is told to.
  const statuses: number[] = [];
  for (const address of addressesOfAll) statuses.push((await ask(address)).status);
  expect(addressesOfAll.filter((_, at) => statuses[at] !== 200)).toEqual([]);
  expect((await ask(addresses.search('公租房'))).status).toBe(502);
});
