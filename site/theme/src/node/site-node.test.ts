import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses } from 'disclosure-contract';
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
import { samplePower } from '../../../../tests/support/sample-records.ts';
import { viewAt } from '../../../../tests/support/sample-pages.ts';
import type { Log } from './log.ts';
import type { Rendered } from './publisher.ts';
import { SiteNode } from './site-node.ts';
import type { DisclosureLocals } from './views.ts';

const TOKEN = 'sample-node-token';

/** Stands for Astro: a page is what it is made from, as JSON. Fails and waits where it is told to. */
class SampleRenderer {
  readonly failing = new Set<string>();
  readonly rendered: string[] = [];
  /** Runs before a page is made. */
  before: (path: string) => Promise<void> | void = () => undefined;
  template = 'A';

  readonly render = async (path: string, { content }: DisclosureLocals): Promise<Rendered> => {
    await this.before(path);
    if (this.failing.has(path)) throw new Error('a template failed');
    this.rendered.push(path);
    const view = viewAt(content, path);
    if (!view) return { kind: 'no_page', status: 404 };
    const body = Buffer.from(JSON.stringify({ template: this.template, ...view }));
    return { kind: 'page', body, contentType: 'text/html', tags: view.tags };
  };
}

class SampleLog implements Log {
  readonly lines: string[] = [];
  info = (message: string) => void this.lines.push(`info ${message}`);
  warn = (message: string) => void this.lines.push(`warn ${message}`);
  error = (message: string, cause?: unknown) => void this.lines.push(`error ${message} ${String(cause)}`);
}

let folder: string;
let feed: SampleFeed;
let served: ServedFeed;
let renderer: SampleRenderer;
let log: SampleLog;
let running: SiteNode[];

beforeEach(async () => {
  folder = sampleFolder('site-node');
  feed = new SampleFeed();
  served = await serveFeed(feed, TOKEN);
  renderer = new SampleRenderer();
  log = new SampleLog();
  running = [];
});

afterEach(async () => {
  for (const node of running) await node.stop();
  await served.close();
  rmSync(folder, { recursive: true });
});

function newNode(buildId = 'build-1'): SiteNode {
  const settings = {
    folder,
    port: 0,
    host: '127.0.0.1',
    siteUrl: 'http://localhost',
    cmsUrl: served.url,
    token: TOKEN,
    nudgeSecret: null,
    rendersPreviews: false,
    freshnessLimits: new Map(),
    pollIntervalMs: 50,
  };
  const node = new SiteNode({ settings, buildId, render: renderer.render, threadModule: null, log });
  running.push(node);
  return node;
}

function start(buildId?: string): SiteNode {
  const node = newNode(buildId);
  node.start();
  return node;
}

async function stop(node: SiteNode): Promise<void> {
  running = running.filter((each) => each !== node);
  await node.stop();
}

const soon = { timeout: 20_000, interval: 5 };
vi.setConfig({ testTimeout: 40_000 });

/** Until all that the feed has is in the pages: the node asks for more, round after round, and has nothing else to do. */
async function settled(node: SiteNode): Promise<void> {
  let rounds = feed.askedAfter.length + 3;
  await vi.waitFor(() => {
    const { state, position } = node.health();
    if (state !== 'ready' || position !== feed.last) rounds = feed.askedAfter.length + 3;
    expect({ state, position }).toEqual({ state: 'ready', position: feed.last });
    expect(feed.askedAfter.length).toBeGreaterThanOrEqual(rounds);
  }, soon);
}

const pageAt = (node: SiteNode, path: string) => node.pages.current.read(path)?.body.toString() ?? null;
const itemPage = (node: SiteNode, n: number) => pageAt(node, addresses.item(`zhu-fang-${n}`));

/** Every page that stands there is what would be made now. */
async function expectPagesCurrent(node: SiteNode): Promise<void> {
  for (const { path } of node.pages.current.after('', 10_000)) {
    const fresh = await renderer.render(path, node.locals);
    expect(fresh.kind, path).toBe('page');
    if (/^\/catalogue\/[^/]+\/\d{4}\/\d+\/$/.test(path)) continue;
    expect(pageAt(node, path), path).toBe(fresh.kind === 'page' ? fresh.body.toString() : null);
  }
}

describe('a new node', () => {
  test('makes every page from the snapshot', async () => {
    feed.fill(30);
    feed.changesPerPage = 7;
    const node = start();
    await settled(node);
    expect(itemPage(node, 30)).toContain('第30号通知');
    await expectPagesCurrent(node);
  });

  test('of an empty feed has its standing pages', async () => {
    const node = start();
    await settled(node);
    expect(pageAt(node, '/')).toContain('"total":0');
  });

  test('comes up when the CMS does', async () => {
    feed.fill(3).isDown = true;
    const node = start();
    await vi.waitFor(() => expect(log.lines.join()).toContain('Cannot bring the site up to date'), soon);
    expect(node.health().state).toBe('syncing');
    feed.isDown = false;
    node.nudge();
    await settled(node);
  });

  test('does not lack its pages because one file cannot be fetched', async () => {
    feed.fill(3);
    const attachment = feed.addFile('附件.pdf', '内容');
    const bytes = feed.files.get(attachment.sha256) as Buffer;
    feed.files.delete(attachment.sha256);
    feed.publish(sampleItem(4, { attachments: [attachment] }));
    const node = start();
    await vi.waitFor(() => expect(itemPage(node, 4)).not.toBeNull(), soon);
    feed.files.set(attachment.sha256, bytes);
    const file = () => join(node.pages.current.folder, 'items/zhu-fang-4/files/附件.pdf');
    await vi.waitFor(() => expect(existsSync(file())).toBe(true), soon);
  });

  test('does not lack its pages because one of them fails', async () => {
    feed.fill(5);
    renderer.failing.add('/items/zhu-fang-3/');
    const node = start();
    await settled(node);
    expect(itemPage(node, 3)).toBeNull();
    renderer.failing.clear();
    await vi.waitFor(() => expect(itemPage(node, 3)).not.toBeNull(), soon);
  });
});

describe('a running node', () => {
  let node: SiteNode;

  beforeEach(async () => {
    feed.fill(30);
    node = start();
    await settled(node);
    renderer.rendered.length = 0;
    feed.reports.length = 0;
  });

  test('shows a publication wherever it belongs, and touches nothing else', async () => {
    feed.publish(sampleItem(31, { originalDate: '2026-11-01' }));
    node.nudge();
    await settled(node);
    expect(itemPage(node, 31)).toContain('第31号通知');
    expect(renderer.rendered).not.toContain('/items/zhu-fang-1/');
    await expectPagesCurrent(node);
  });

  test('finds what it was not told of', async () => {
    feed.publish(sampleItem(31));
    await settled(node);
    expect(itemPage(node, 31)).not.toBeNull();
  });

  test('removes a withdrawn page and its files before it makes any page', async () => {
    feed.publish(sampleItem(5, { attachments: [feed.addFile('附件.pdf', '内容')] }));
    node.nudge();
    await settled(node);
    const file = join(node.pages.current.folder, 'items/zhu-fang-5/files/附件.pdf');
    expect(readFileSync(file, 'utf8')).toBe('内容');
    const [sha256] = feed.files.keys();
    const kept = join(folder, 'attachments', sha256?.slice(0, 2) ?? '', sha256 ?? '');
    expect(existsSync(kept)).toBe(true);

    const whenRendering: unknown[] = [];
    renderer.before = () => void whenRendering.push([itemPage(node, 5), existsSync(file), existsSync(kept)]);
    feed.withdraw(sampleItem(5));
    node.nudge();
    await settled(node);
    expect(whenRendering.length).toBeGreaterThan(0);
    expect(new Set(whenRendering.map((each) => JSON.stringify(each)))).toEqual(new Set(['[null,false,false]']));
    expect(node.fileOf('/items/zhu-fang-5/', '附件.pdf')).toBeNull();
    await expectPagesCurrent(node);
  });

  test('has the files of an item as soon as it has the item, before its page is made', async () => {
    feed.publish(sampleItem(5, { attachments: [feed.addFile('附件.pdf', '内容')] }));
    const asked: Promise<string | null>[] = [];
    renderer.before = () => void asked.push(node.placeOfFile('/items/zhu-fang-5/', '附件.pdf'));
    node.nudge();
    await vi.waitFor(() => expect(node.fileOf('/items/zhu-fang-5/', '附件.pdf')).not.toBeNull(), soon);
    asked.push(node.placeOfFile('/items/zhu-fang-5/', '附件.pdf'));
    await settled(node);
    const places = await Promise.all(asked);
    expect(places).not.toContain(null);
    for (const place of places) expect(readFileSync(place ?? '', 'utf8')).toBe('内容');
  });

  test('gives no file away that was withdrawn while it was fetched', async () => {
    const attachment = feed.addFile('附件.pdf', '内容');
    feed.publish(sampleItem(5, { attachments: [attachment] }));
    node.nudge();
    await settled(node);
    rmSync(join(node.pages.current.folder, 'items/zhu-fang-5/files/附件.pdf'));
    rmSync(join(folder, 'attachments', attachment.sha256.slice(0, 2), attachment.sha256));
    const place = node.placeOfFile('/items/zhu-fang-5/', '附件.pdf');
    feed.withdraw(sampleItem(5));
    node.nudge();
    await settled(node);
    const given = await place;
    expect(given === null || !existsSync(given)).toBe(true);
    expect(await node.placeOfFile('/items/zhu-fang-5/', '附件.pdf')).toBeNull();
    expect(existsSync(join(folder, 'attachments', attachment.sha256.slice(0, 2), attachment.sha256))).toBe(false);
  });

  test('removes with a power the views of it that stand below its page', async () => {
    feed.publish(samplePower(1));
    node.nudge();
    await settled(node);
    const chart = addresses.powerChart('quan-li-1');
    node.pages.current.write(chart, Buffer.from('chart'), 'text/html', ['item:item-1001']);
    feed.withdraw(samplePower(1));
    node.nudge();
    await settled(node);
    expect(node.pages.current.read(addresses.item('quan-li-1', 'power'))).toBeNull();
    expect(node.pages.current.read(chart)).toBeNull();
    await expectPagesCurrent(node);
  });

  test('keeps the file of a withdrawn item that another item has as well', async () => {
    const attachment = feed.addFile('附件.pdf', '内容');
    feed.publish(sampleItem(5, { attachments: [attachment] }));
    feed.publish(sampleItem(6, { attachments: [attachment] }));
    feed.withdraw(sampleItem(5));
    await settled(node);
    expect(readFileSync(join(node.pages.current.folder, 'items/zhu-fang-6/files/附件.pdf'), 'utf8')).toBe('内容');
  });

  test('keeps the old page when the new one fails, says so, and mends it later', async () => {
    renderer.failing.add('/items/zhu-fang-5/');
    feed.publish(sampleItem(5, { title: '新的标题' }));
    await settled(node);
    expect(itemPage(node, 5)).toContain('第5号通知');
    await vi.waitFor(
      () => expect(feed.receipts.at(-1)).toMatchObject({ seq: feed.last, problem: 'render_failed' }),
      soon,
    );
    renderer.failing.clear();
    await vi.waitFor(() => expect(itemPage(node, 5)).toContain('新的标题'), soon);
    await vi.waitFor(() => expect(feed.receipts.at(-1)).toMatchObject({ seq: feed.last, problem: null }), soon);
  });

  test('gives one receipt for every change', async () => {
    const from = feed.last;
    feed.publish(sampleItem(31));
    feed.saveCategory(sampleCategory(2));
    feed.saveOrgan(sampleOrgan(1, { name: '更名机构' }));
    feed.add({ kind: 'item_removed', payload: { documentId: 'item-unknown' } });
    feed.withdraw(sampleItem(31));
    await settled(node);
    await vi.waitFor(
      () => expect(feed.receipts.map((receipt) => receipt.seq)).toEqual([1, 2, 3, 4, 5].map((n) => from + n)),
      soon,
    );
    expect(feed.receipts.every((receipt) => receipt.problem === null)).toBe(true);
    await expectPagesCurrent(node);
  });

  test('follows the feed and mends pages while its receipts are refused, and sends them later', async () => {
    feed.refusesReceipts = true;
    feed.publish(sampleItem(31));
    await vi.waitFor(() => expect(itemPage(node, 31)).not.toBeNull(), soon);
    rmSync(join(node.pages.current.folder, 'items/zhu-fang-7.html'));
    await vi.waitFor(
      () => expect(existsSync(join(node.pages.current.folder, 'items/zhu-fang-7.html'))).toBe(true),
      soon,
    );
    feed.refusesReceipts = false;
    await vi.waitFor(() => expect(feed.receipts.map((receipt) => receipt.seq)).toEqual([feed.last]), soon);
  });

  test('serves on while the CMS is away, and mends what is damaged meanwhile', async () => {
    feed.isDown = true;
    writeFileSync(join(node.pages.current.folder, 'items/zhu-fang-7.html'), 'defaced');
    await vi.waitFor(() => expect(itemPage(node, 7)).toContain('第7号通知'), soon);
    feed.isDown = false;
    feed.publish(sampleItem(31));
    await settled(node);
  });

  test('makes everything anew when a category with items is renamed, and follows the feed meanwhile', async () => {
    feed.saveCategory(sampleCategory(1, { name: '新栏目' }));
    let isPublished = false;
    renderer.before = (path) => {
      if (isPublished || !path.startsWith('/items/')) return;
      isPublished = true;
      feed.publish(sampleItem(31, { originalDate: '2026-11-02' }));
      feed.withdraw(sampleItem(2));
      feed.saveCategory(sampleCategory(1, { name: '更新的栏目' }));
      node.nudge();
    };
    node.nudge();
    await vi.waitFor(() => expect(isPublished).toBe(true), soon);
    await settled(node);
    await vi.waitFor(() => expect(pageAt(node, '/')).toContain('更新的栏目'), soon);
    await settled(node);
    expect(itemPage(node, 31)).toContain('更新的栏目');
    expect(itemPage(node, 2)).toBeNull();
    await expectPagesCurrent(node);
  });

  test('shows what a category says anew on all its items, and what waits behind that many before the last of them', async () => {
    for (let n = 31; n <= 600; n += 1) feed.publish(sampleItem(n, { title: `第${n}号` }));
    node.nudge();
    await settled(node);

    renderer.rendered.length = 0;
    feed.saveCategory(sampleCategory(1, { deadlineRule: 'immediate' }));
    node.nudge();
    await vi.waitFor(() => expect(renderer.rendered.length).toBeGreaterThan(10), soon);
    feed.publish(sampleItem(601, { title: '等着的事项' }));
    node.nudge();
    await vi.waitFor(() => expect(itemPage(node, 601)).toContain('等着的事项'), soon);
    const made = new Set(renderer.rendered.filter((path) => path.startsWith('/items/')));
    expect(made.size).toBeLessThan(600);

    await vi.waitFor(() => {
      const pages = Array.from({ length: 600 }, (_, at) => itemPage(node, at + 1));
      expect(pages.filter((page) => page === null || !page.includes('"immediate"'))).toEqual([]);
    }, soon);
    await settled(node);
    await expectPagesCurrent(node);
  });

  test('shows a publication although the rebuild before it fails', async () => {
    for (let n = 1; n <= 30; n += 1) renderer.failing.add(`/items/zhu-fang-${n}/`);
    for (let n = 100; n < 140; n += 1) feed.publish(sampleItem(n));
    await settled(node);
    for (let n = 100; n < 140; n += 1) renderer.failing.add(`/items/zhu-fang-${n}/`);
    feed.saveCategory(sampleCategory(1, { name: '新栏目' }));
    feed.publish(sampleItem(31));
    await vi.waitFor(() => expect(itemPage(node, 31)).toContain('第31号通知'), soon);
    expect(log.lines.join()).toContain('too many fail');
    renderer.failing.clear();
    await vi.waitFor(() => expect(itemPage(node, 1)).toContain('新栏目'), soon);
  });

  test('starts over when the feed is of another CMS: nothing of the former one stays', async () => {
    const former = feed.addFile('旧.pdf', '旧');
    feed.publish(sampleItem(5, { attachments: [former] }));
    await settled(node);
    feed.history.length = 0;
    feed.feedId = 'another-feed';
    feed.saveOrgan(sampleOrgan(1));
    feed.saveCategory(sampleCategory(1));
    for (let n = 50; n < 90; n += 1) feed.publish(sampleItem(n));
    await vi.waitFor(() => expect(itemPage(node, 50)).not.toBeNull(), soon);
    await settled(node);
    expect(itemPage(node, 5)).toBeNull();
    expect(existsSync(join(node.pages.current.folder, 'items/zhu-fang-5'))).toBe(false);
    expect(existsSync(join(folder, 'attachments', former.sha256.slice(0, 2), former.sha256))).toBe(false);
    await expectPagesCurrent(node);
  });

  test('starts over when the feed was set back', async () => {
    feed.history.length = 12;
    await settled(node);
    await vi.waitFor(() => expect(itemPage(node, 10)).not.toBeNull(), soon);
    await vi.waitFor(() => expect(itemPage(node, 11)).toBeNull(), soon);
    await settled(node);
    await expectPagesCurrent(node);
  });

  test('reports a feed that does not move instead of asking it without end', async () => {
    const asked = vi.spyOn(feed, 'changes').mockImplementation(async (after) => ({
      data: [],
      meta: { feedId: feed.feedId, through: after, last: after + 1 },
    }));
    await vi.waitFor(() => expect(log.lines.join()).toContain('it stays at'), soon);
    const before = asked.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked.mock.calls.length - before).toBeLessThan(10);
  });

  test('stops within a second in the middle of a rebuild, and makes it up at the next start', async () => {
    feed.saveCategory(sampleCategory(1, { name: '新栏目' }));
    for (let n = 100; n < 800; n += 1) feed.publish(sampleItem(n));
    renderer.before = () => new Promise((resolve) => setTimeout(resolve, 2));
    node.nudge();
    await vi.waitFor(() => expect(node.health().state).toBe('rebuilding'), soon);
    const startedAt = performance.now();
    await stop(node);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    renderer.before = () => undefined;
    node = start();
    await settled(node);
    expect(itemPage(node, 1)).toContain('新栏目');
    await expectPagesCurrent(node);
  });

  test('stops at once while the CMS keeps it waiting', async () => {
    let wasAsked = false;
    vi.spyOn(feed, 'changes').mockImplementation(() => {
      wasAsked = true;
      return new Promise(() => undefined);
    });
    node.nudge();
    await vi.waitFor(() => expect(wasAsked).toBe(true), soon);
    const startedAt = performance.now();
    await stop(node);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

/** A small disk in place of the folder; needs root. */
const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

describe.skipIf(!canMount)('on a full disk', () => {
  let isMounted = false;
  beforeEach(() => {
    isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status === 0;
  });
  afterEach(async () => {
    for (const node of running.splice(0)) await node.stop();
    if (isMounted) spawnSync('umount', [folder]);
  });

  const fillDisk = () => {
    for (let size = 1 << 20; size >= 512; size /= 2) {
      for (let n = 0; ; n += 1) {
        try {
          writeFileSync(join(folder, `ballast-${size}-${n}`), Buffer.alloc(size, 1));
        } catch {
          break;
        }
      }
    }
  };
  const emptyDisk = () => {
    for (const name of readdirSync(folder)) if (name.startsWith('ballast')) rmSync(join(folder, name));
  };

  test('every old page stays whole, and what could not be made is made when there is room', async ({ skip }) => {
    if (!isMounted) return skip();
    feed.fill(20);
    const node = start();
    await settled(node);
    const pages = node.pages.current.after('', 1000).map(({ path }) => path);
    fillDisk();
    feed.publish(sampleItem(5, { title: '新的标题', body: `<p>${'长'.repeat(60_000)}</p>` }));
    await vi.waitFor(() => expect(log.lines.some((line) => line.startsWith('error'))).toBe(true), soon);
    for (const path of pages) expect(() => JSON.parse(pageAt(node, path) ?? '') as unknown, path).not.toThrow();
    emptyDisk();
    await settled(node);
    await vi.waitFor(() => expect(itemPage(node, 5)).toContain('新的标题'), soon);
    await expectPagesCurrent(node);
  });

  test('a rebuild is given up and the pages stay', async ({ skip }) => {
    if (!isMounted) return skip();
    feed.fill(20);
    const node = start();
    await settled(node);
    feed.saveCategory(sampleCategory(1, { name: '新栏目' }));
    renderer.before = (path) => {
      if (path === '/items/zhu-fang-10/') fillDisk();
    };
    node.nudge();
    await vi.waitFor(() => expect(log.lines.some((line) => line.startsWith('error'))).toBe(true), soon);
    expect(itemPage(node, 1)).toContain('第1号通知');
    renderer.before = () => undefined;
    emptyDisk();
    await settled(node);
    await vi.waitFor(() => expect(itemPage(node, 1)).toContain('新栏目'), soon);
    await expectPagesCurrent(node);
  });
});

describe('after a restart', () => {
  test('of the same build, no page is made that nothing changed', async () => {
    feed.fill(10);
    const node = start();
    await settled(node);
    await stop(node);
    renderer.rendered.length = 0;
    const again = start();
    await settled(again);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(new Set(renderer.rendered)).toEqual(new Set(['/', '/statistics/']));
  });

  test('of another build, every page is made anew, and the way back is quick', async () => {
    feed.fill(10);
    await stop(await ready(start('build-1')));
    renderer.template = 'B';
    const second = await ready(start('build-2'));
    expect(itemPage(second, 1)).toContain('"template":"B"');
    feed.publish(sampleItem(2, { title: '新的标题' }));
    feed.withdraw(sampleItem(3));
    await settled(second);
    await stop(second);

    renderer.template = 'A';
    renderer.rendered.length = 0;
    const back = await ready(start('build-1'));
    expect(itemPage(back, 1)).toContain('"template":"A"');
    expect(itemPage(back, 2)).toContain('新的标题');
    expect(itemPage(back, 3)).toBeNull();
    expect(renderer.rendered).not.toContain('/items/zhu-fang-9/');
    await expectPagesCurrent(back);
  });

  test('with a change applied and its pages not made, they are made', async () => {
    feed.fill(10);
    const node = await ready(start());
    renderer.before = (path) => (path === '/items/zhu-fang-11/' ? new Promise<void>(() => undefined) : undefined);
    feed.publish(sampleItem(11));
    feed.withdraw(sampleItem(4));
    await vi.waitFor(() => expect(node.health().position).toBe(feed.last), soon);
    // As a killed process leaves the folder: copied, for the node that hangs still holds its own.
    const crashed = folder;
    folder = sampleFolder('site-node');
    spawnSync('cp', ['-a', `${crashed}/.`, folder]);
    renderer.before = () => undefined;
    const next = await ready(start());
    expect(itemPage(next, 11)).not.toBeNull();
    expect(itemPage(next, 4)).toBeNull();
    await expectPagesCurrent(next);
    await stop(next);
    running = [];
    rmSync(crashed, { recursive: true });
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    ['overwritten', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)])],
    ['no database', () => Buffer.from('nothing of the kind'.repeat(1000))],
  ])(
    'with a content store that is %s, it is filled again and what vanished meanwhile is gone',
    async (_what, damage) => {
      feed.fill(20);
      await stop(await ready(start()));
      const file = join(folder, 'content.db');
      writeFileSync(file, damage(readFileSync(file)));
      feed.withdraw(sampleItem(4));
      const node = await ready(start());
      expect(itemPage(node, 4)).toBeNull();
      expect(itemPage(node, 5)).not.toBeNull();
      expect(readdirSync(folder).filter((name) => name.includes('damaged'))).not.toEqual([]);
      await expectPagesCurrent(node);
    },
  );

  test('with a damaged index of pages, they are made anew', async () => {
    feed.fill(20);
    const first = await ready(start());
    const { name } = first.pages.current;
    await stop(first);
    writeFileSync(join(folder, 'pages', `${name}.index`), Buffer.alloc(20_000, 7));
    const node = start();
    await vi.waitFor(() => expect(itemPage(node, 5)).not.toBeNull(), soon);
    await settled(node);
    await expectPagesCurrent(node);
  });

  test('an interrupted start over is made up', async () => {
    feed.fill(20);
    await stop(await ready(start()));
    feed.history.length = 0;
    feed.feedId = 'another-feed';
    feed.fill(3);
    renderer.before = (path) => (path === '/items/zhu-fang-2/' ? new Promise<void>(() => undefined) : undefined);
    const node = start();
    await vi.waitFor(() => expect(node.health()).toMatchObject({ state: 'rebuilding', position: 5 }), soon);
    const crashed = folder;
    folder = sampleFolder('site-node');
    spawnSync('cp', ['-a', `${crashed}/.`, folder]);
    running = [];
    renderer.before = () => undefined;
    const next = start();
    await settled(next);
    await vi.waitFor(() => expect(itemPage(next, 10)).toBeNull(), soon);
    await expectPagesCurrent(next);
    rmSync(crashed, { recursive: true });
  });

  async function ready(node: SiteNode): Promise<SiteNode> {
    await settled(node);
    return node;
  }
});

describe('the turn of a day', () => {
  test('that came while the node was off is made up at its start', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T04:00:00.000Z') });
    try {
      feed.fill(1);
      feed.publish(sampleItem(2, { effectiveOn: '2026-11-21' }));
      const node = start();
      await settled(node);
      expect(itemPage(node, 2)).toContain('"validity":"not_yet"');
      await stop(node);
      vi.setSystemTime(new Date('2026-11-22T04:00:00.000Z'));
      const next = start();
      await vi.waitFor(() => expect(itemPage(next, 2)).toContain('"validity":"valid"'), soon);
    } finally {
      vi.useRealTimers();
    }
  });

  test('reaches a running node', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T15:59:58.000Z') });
    try {
      feed.fill(1);
      feed.publish(sampleItem(2, { repealedOn: '2026-12-01', originalDate: '2026-11-05' }));
      const node = start();
      await settled(node);
      expect(pageAt(node, '/')).toContain('"thisMonth":1');
      vi.setSystemTime(new Date('2026-11-30T16:00:00.000Z'));
      await vi.waitFor(() => expect(itemPage(node, 2)).toContain('"validity":"repealed"'), soon);
      await vi.waitFor(() => expect(pageAt(node, '/')).toContain('"thisMonth":0'), soon);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('a second node on the same folder is refused, and let in when the first one stopped', async () => {
  const first = newNode();
  expect(() => newNode()).toThrow(expect.objectContaining({ code: 'config_invalid' }));
  await stop(first);
  newNode();
});

test('a process that is killed lets go of its folder', () => {
  const script = `import { DatabaseSync } from 'node:sqlite';
    const claim = new DatabaseSync(process.argv[1] + '/claim.db');
    claim.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder]);
  expect(signal).toBe('SIGKILL');
  newNode();
});

test('a node inspects its site once a day and when it is asked, and reports what it found', async () => {
  const inspections = () => feed.reports.flatMap(({ inspection }) => inspection ?? []);
  feed.fill(1);
  let node = start();
  await settled(node);
  await vi.waitFor(() => expect(inspections()).toHaveLength(1), soon);
  expect(inspections()[0]).toMatchObject({
    counts: { veto: 1 },
    findings: expect.arrayContaining([expect.objectContaining({ rule: 'home_stale', place: '/' })]),
  });
  await stop(node);
  node = start();
  await settled(node);
  node.inspector.ask();
  node.nudge();
  await vi.waitFor(() => expect(inspections()).toHaveLength(2), soon);
});

test('a node without a token serves what it has and is ready', async () => {
  feed.fill(3);
  const node = start();
  await settled(node);
  await stop(node);
  const settings = {
    folder,
    port: 0,
    host: '',
    siteUrl: 'http://localhost',
    cmsUrl: '',
    token: null,
    nudgeSecret: null,
    rendersPreviews: false,
    freshnessLimits: new Map(),
    pollIntervalMs: 50,
  };
  const alone = new SiteNode({ settings, buildId: 'build-1', render: renderer.render, threadModule: null, log });
  running.push(alone);
  alone.start();
  expect(alone.health().state).toBe('ready');
  expect(itemPage(alone, 2)).not.toBeNull();
});
