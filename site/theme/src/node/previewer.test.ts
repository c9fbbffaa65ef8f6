import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  addresses,
  LONGEST_PREVIEW_REQUEST,
  NUDGE_HEADERS,
  nudgeKeyText,
  nudgeSignedText,
  previewAnswerSchema,
  type Item,
} from 'disclosure-contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  SampleFeed,
  sampleCategory,
  sampleItem,
  sampleOrgan,
  serveFeed,
  type ServedFeed,
} from '../../../../tests/support/sample-feed.ts';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../../../../tests/support/sample-records.ts';
import { viewAt } from '../../../../tests/support/sample-pages.ts';
import { randomFrom } from '../../../../tests/support/random.ts';
import { siteServer } from './http-server.ts';
import type { Rendered } from './publisher.ts';
import { effectOf } from './preview-effect.ts';
import { SiteNode } from './site-node.ts';
import type { TouchedPages } from './touched-pages.ts';
import type { DisclosureLocals } from './views.ts';

vi.setConfig({ testTimeout: 60_000 });

const TOKEN = 'sample-node-token';
const SECRET_WORD = '未公开的秘密标题';
const expiresAt = '2026-11-28T04:30:00.000Z';

let folder: string;
let feed: SampleFeed;
let served: ServedFeed;
let node: SiteNode;
let closers: (() => Promise<void>)[];
let fails: boolean;
let made: number;
const logged: string[] = [];

/** Stands for Astro. No two pages that it makes are equal, so that what was made anew can be told. */
const render = async (path: string, { content, preview }: DisclosureLocals): Promise<Rendered> => {
  if (fails && preview) throw new Error(`a template failed at ${SECRET_WORD}`);
  const view = viewAt(content, path);
  if (!view) return { kind: 'no_page', status: 404 };
  const body = Buffer.from(JSON.stringify({ made: (made += 1), preview, ...view }));
  return { kind: 'page', body, contentType: 'text/html', tags: view.tags };
};

beforeEach(async () => {
  folder = sampleFolder('previewer');
  feed = new SampleFeed();
  served = await serveFeed(feed, TOKEN);
  closers = [() => served.close()];
  fails = false;
  made = 0;
  logged.length = 0;
});

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  rmSync(folder, { recursive: true });
});

/** Starts the node and its server, and gives the server's address once it shows what the feed has. */
async function start(rendersPreviews = true): Promise<string> {
  const settings = {
    folder: join(folder, 'site'),
    port: 0,
    host: '127.0.0.1',
    siteUrl: 'http://site.test',
    cmsUrl: served.url,
    token: TOKEN,
    nudgeSecret: null,
    rendersPreviews,
    freshnessLimits: new Map(),
    pollIntervalMs: 20,
  };
  const note = (message: string, cause?: unknown) => void logged.push(`${message} ${String(cause)}`);
  const log = { info: note, warn: note, error: note };
  const clientFolder = join(folder, 'client');
  mkdirSync(clientFolder, { recursive: true });
  node = new SiteNode({ settings, buildId: 'build-1', render, threadModule: null, log });
  const respond = async () => new Response(null, { status: 404 });
  const server = siteServer({ node, settings, clientFolder, respond, log });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  node.start();
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await node.stop();
  });
  await settled();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function settled(): Promise<void> {
  let rounds = feed.askedAfter.length + 2;
  await vi.waitFor(
    () => {
      const { state, position } = node.health();
      if (state !== 'ready' || position !== feed.last) rounds = feed.askedAfter.length + 2;
      expect({ state, position }).toEqual({ state: 'ready', position: feed.last });
      expect(feed.askedAfter.length).toBeGreaterThanOrEqual(rounds);
    },
    { timeout: 20_000, interval: 5 },
  );
}

interface Signing {
  readonly token?: string;
  readonly timestamp?: number;
}

function signedHeaders(body: string, { token = TOKEN, timestamp = Math.floor(Date.now() / 1000) }: Signing = {}) {
  const key = createHash('sha256').update(nudgeKeyText(token)).digest();
  const signature = createHmac('sha256', key)
    .update(nudgeSignedText(String(timestamp), body))
    .digest('hex');
  return { [NUDGE_HEADERS.timestamp]: String(timestamp), [NUDGE_HEADERS.signature]: `v1=${signature}` };
}

const requestOf = (item: Item, id: string = randomUUID()) => JSON.stringify({ id, item, expiresAt });

function post(url: string, body: string, headers: Record<string, string> = signedHeaders(body)): Promise<Response> {
  return fetch(url + addresses.preview(), { method: 'POST', body, headers });
}

const draft = (given: Partial<Item> = {}) => sampleItem(77, { slug: 'preview-of-draft', title: SECRET_WORD, ...given });

describe('a request for a preview', () => {
  test('is answered 404 by a node that was not told to render previews', async () => {
    const url = await start(false);
    expect((await post(url, requestOf(draft()))).status).toBe(404);
    expect((await fetch(url + addresses.preview())).status).toBe(404);
  });

  test('is refused with a wrong signature, without one, and with an old one', async () => {
    const url = await start();
    const body = requestOf(draft());
    const old = Math.floor(Date.now() / 1000) - 400;
    for (const headers of [
      {},
      signedHeaders(body, { token: 'another-node-token' }),
      signedHeaders(body, { timestamp: old }),
      signedHeaders(`${body} `),
    ]) {
      expect((await post(url, body, headers)).status).toBe(401);
    }
  });

  test('is answered once: its copy is refused', async () => {
    const url = await start();
    const body = requestOf(draft());
    expect((await post(url, body)).status).toBe(200);
    expect((await post(url, body)).status).toBe(409);
  });

  test('is refused when it is larger than allowed', async () => {
    const url = await start();
    const body = requestOf(draft({ body: 'x'.repeat(LONGEST_PREVIEW_REQUEST) }));
    expect((await post(url, body)).status).toBe(413);
  });

  test('of another version of the contract says so', async () => {
    const url = await start();
    const body = JSON.stringify({ id: randomUUID(), expiresAt, item: { documentId: 'item-1' } });
    const answer = await post(url, body);
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 400,
      body: { error: 'preview_mismatch' },
    });
  });

  test('whose page cannot be made answers a code, and neither the answer nor the log quotes the draft', async () => {
    const url = await start();
    fails = true;
    const answer = await post(url, requestOf(draft()));
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 500,
      body: { error: 'render_failed' },
    });
    expect(logged.join('\n')).toContain('Cannot render a preview: render_failed');
    expect(logged.join('\n')).not.toContain(SECRET_WORD);
  });
});

describe('a preview', () => {
  test('shows the draft among what the site has, and says until when', async () => {
    feed.fill(3);
    const url = await start();
    const answer = await post(url, requestOf(draft({ interprets: ['item-2'] })));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { html, siteUrl, effect, withdrawalEffect } = previewAnswerSchema.parse(await answer.json());
    expect(siteUrl).toBe('http://site.test');
    expect(JSON.parse(html)).toMatchObject({
      preview: { expiresAt, live: null },
      item: { title: SECRET_WORD },
      publisher: { name: '机构1' },
      trail: [{ name: '栏目1' }],
      interprets: [{ title: '关于住房保障工作的第2号通知' }],
    });
    expect(effect).toMatchObject({ feeds: 3, isNew: true });
    expect(effect.pages).toBeGreaterThan(effect.lists);
    expect(withdrawalEffect).toBeNull();
  });

  test('of a power, a guide or a risk point is of the page at its own address, with what it shows of others', async () => {
    feed.fill(3);
    feed.publish(samplePower(1));
    const url = await start();
    const previewed = async (item: Item) => {
      const response = await post(url, requestOf(item));
      expect(response.status).toBe(200);
      const { html } = previewAnswerSchema.parse(await response.json());
      const live = item.documentId === samplePower(1).documentId ? { title: samplePower(1).title } : null;
      expect(JSON.parse(html)).toMatchObject({ preview: { live } });
      return node.previewer.publication(item).answer;
    };
    expect(await previewed(samplePower(1, { related: ['item-2'] }))).toMatchObject({
      view: { record: { type: 'power', related: [{ slug: 'zhu-fang-2' }] } },
    });
    expect(await previewed(sampleGuide(1))).toMatchObject({ view: { record: { power: { slug: 'quan-li-1' } } } });
    expect(await previewed(sampleRiskPoint(1))).toMatchObject({ view: { record: { power: { slug: 'quan-li-1' } } } });
    expect(node.previewer.publication(sampleGuide(1)).touched.own).toEqual(
      new Set([addresses.item('zhi-nan-1', 'guide')]),
    );
    expect(node.locals.content.item('zhi-nan-1', 'guide').kind).toBe('unknown');
  });

  test('leaves nothing of the draft: not in the store, the pages, the search, the log or any file', async () => {
    feed.fill(3);
    const url = await start();
    const before = { position: node.health().position, pages: node.health().pages, version: node.contentVersion };
    for (const item of [draft(), sampleItem(2, { title: SECRET_WORD, body: `<p>${SECRET_WORD}</p>` })]) {
      expect((await post(url, requestOf(item))).status).toBe(200);
    }
    const { content } = node.locals;
    expect({ ...before }).toEqual({
      position: node.health().position,
      pages: node.health().pages,
      version: node.contentVersion,
    });
    expect(content.item('preview-of-draft').kind).toBe('unknown');
    expect(content.search({ text: SECRET_WORD, sort: 'relevance', page: 1 }).total).toBe(0);
    expect(content.home().total).toBe(3);
    expect(content.item('zhu-fang-2')).toMatchObject({ view: { item: { title: '关于住房保障工作的第2号通知' } } });
    expect(logged.join('\n')).not.toContain(SECRET_WORD);
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect(readFileSync(join(file.parentPath, file.name)).includes(SECRET_WORD), file.name).toBe(false);
    }
    // What comes next is found: the rehearsals have left nothing in its way.
    feed.publish(sampleItem(4, { title: '随后发布的通知' }));
    await settled();
    expect(content.search({ text: '随后发布', sort: 'relevance', page: 1 }).total).toBe(1);
  });
});

describe('the effect', () => {
  const pathsOf = ({ own, touched, gone }: TouchedPages) => [...own, ...touched, ...gone].sort();

  function pagesNow(): Map<string, string> {
    const { current } = node.pages;
    const paths = current.after('', 10_000).map(({ path }) => path);
    return new Map(paths.map((path) => [path, current.read(path)?.body.toString() ?? '']));
  }

  /** Paths whose page is another one, or there no more, or there only now. */
  function changedSince(before: ReadonlyMap<string, string>): string[] {
    const after = pagesNow();
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((path) => before.get(path) !== after.get(path))
      .sort();
  }

  test.each([1, 2, 3, 4, 5, 6])('names the very pages that the change then rewrites (run %i)', async (seed) => {
    const random = randomFrom(seed);
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
    const categories = ['category-1', 'category-2', 'category-3'];
    for (const organ of [1, 2]) feed.saveOrgan(sampleOrgan(organ));
    feed.saveCategory(sampleCategory(1));
    feed.saveCategory(sampleCategory(2, { parent: 'category-1' }));
    feed.saveCategory(sampleCategory(3));
    const wildItem = (n: number): Item =>
      sampleItem(n, {
        categories: random() < 0.3 ? ['category-2', 'category-3'] : [pick(categories)],
        publisher: pick(['organ-1', 'organ-2']),
        interprets: random() < 0.3 ? [`item-${1 + Math.floor(random() * 60)}`] : [],
        originalDate: random() < 0.5 ? `201${Math.floor(random() * 3)}-05-0${1 + Math.floor(random() * 9)}` : null,
      });
    const standing = new Map<string, Item>();
    for (let n = 1; n <= 60; n += 1) standing.set(`item-${n}`, wildItem(n));
    for (const item of standing.values()) feed.publish(item);
    await start();

    for (let step = 0; step < 12; step += 1) {
      const known = pick([...standing.values()]);
      const what = pick(['create', 'edit', 'move', 'readdress', 'withdraw'] as const);
      const before = pagesNow();
      let predicted: TouchedPages;
      if (what === 'withdraw') {
        predicted = node.previewer.withdrawal(known);
        feed.withdraw(known);
        standing.delete(known.documentId);
      } else {
        const item = {
          create: () => wildItem(100 + step),
          edit: () => ({ ...known, title: `改后的标题${step}` }),
          move: () => ({ ...known, categories: [pick(categories)] }),
          readdress: () => ({ ...known, slug: `xin-${step}`, formerSlugs: [...known.formerSlugs, known.slug] }),
        }[what]();
        predicted = node.previewer.publication(item).touched;
        feed.publish(item);
        standing.set(item.documentId, item);
      }
      await settled();
      expect(changedSince(before), `${what} in step ${step}`).toEqual(pathsOf(predicted));
      const { pages, feeds, sitemaps } = effectOf(predicted, false);
      expect(pages + feeds + sitemaps).toBe(pathsOf(predicted).length);
    }
  });

  test('counts what is to be read, lists, feeds and sitemaps apart', () => {
    const touched = new Set([
      '/',
      '/catalogue/',
      '/catalogue/a/',
      '/organs/',
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/sitemap-2026.xml',
    ]);
    expect(effectOf({ own: new Set(['/items/a/']), touched, gone: new Set(['/items/b/']) }, true)).toEqual({
      pages: 6,
      lists: 3,
      feeds: 3,
      sitemaps: 1,
      isNew: true,
    });
  });
});
