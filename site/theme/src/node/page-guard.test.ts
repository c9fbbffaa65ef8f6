import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  lstatSync,
} from 'node:fs';
import { join } from 'node:path';
import { addresses, type Incident } from 'disclosure-contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SampleFeed, sampleItem, serveFeed, type ServedFeed } from '../../../../tests/support/sample-feed.ts';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { viewAt } from '../../../../tests/support/sample-pages.ts';
import type { Log } from './log.ts';
import { fileOf } from './page-files.ts';
import type { Rendered } from './publisher.ts';
import { SiteNode } from './site-node.ts';
import type { DisclosureLocals } from './views.ts';

const TOKEN = 'sample-node-token';
const soon = { timeout: 30_000, interval: 10 };
vi.setConfig({ testTimeout: 60_000 });

class Lines implements Log {
  readonly lines: string[] = [];
  info = (message: string) => void this.lines.push(message);
  warn = (message: string) => void this.lines.push(message);
  error = (message: string, cause?: unknown) => void this.lines.push(`${message} ${String(cause)}`);
}

let folder: string;
let feed: SampleFeed;
let served: ServedFeed;
let node: SiteNode;
let log: Lines;

beforeEach(async () => {
  folder = sampleFolder('page-guard');
  feed = new SampleFeed();
  served = await serveFeed(feed, TOKEN);
  log = new Lines();
});

afterEach(async () => {
  await node.stop();
  await served.close();
  rmSync(folder, { recursive: true });
});

async function render(path: string, { content }: DisclosureLocals): Promise<Rendered> {
  const view = viewAt(content, path);
  if (!view) return { kind: 'no_page', status: 404 };
  return { kind: 'page', body: Buffer.from(JSON.stringify(view)), contentType: 'text/html', tags: view.tags };
}

async function start(buildId = 'build-1'): Promise<SiteNode> {
  const settings = {
    folder,
    port: 0,
    host: '127.0.0.1',
    siteUrl: 'http://localhost',
    cmsUrl: served.url,
    token: TOKEN,
    nudgeSecret: null,
    pollIntervalMs: 50,
    rendersPreviews: false,
    freshnessLimits: new Map(),
  };
  node = new SiteNode({ settings, buildId, render, threadModule: null, log });
  node.start();
  await settled();
  return node;
}

async function settled(): Promise<void> {
  const rounds = feed.askedAfter.length + 3;
  await vi.waitFor(() => {
    expect(node.health()).toMatchObject({ state: 'ready', position: feed.last });
    expect(feed.askedAfter.length).toBeGreaterThanOrEqual(rounds);
  }, soon);
}

const evidence = () => (existsSync(join(folder, 'quarantine')) ? readdirSync(join(folder, 'quarantine')) : []);
const fileAt = (path: string) => join(node.pages.current.folder, fileOf(path));
const page = addresses.item('zhu-fang-1');
const incidents = (): Incident[] => feed.reports.flatMap((report) => report.incidents);

/** Until the incident was reported, and the file is what it was. */
async function expectPutRight(path: string, kind: Incident['kind'], whole: Buffer | null): Promise<void> {
  await vi.waitFor(() => expect(incidents()).toMatchObject([{ path, kind, isRepaired: true }]), soon);
  expect(existsSync(fileAt(path))).toBe(whole !== null);
  if (whole !== null) expect(readFileSync(fileAt(path)).equals(whole)).toBe(true);
}

/** Until everything was looked at twice more; then nothing was reported. */
async function expectNoAlarm(): Promise<void> {
  const { guard } = node;
  const before = guard.rounds;
  await vi.waitFor(() => expect(guard.rounds).toBeGreaterThan(before + 1), soon);
  await settled();
  expect(incidents()).toEqual([]);
  expect(evidence()).toEqual([]);
}

describe('a page', () => {
  test.each<[string, Incident['kind'], (file: string) => void]>([
    ['added to', 'altered', (file) => appendFileSync(file, '<p>篡改</p>')],
    ['cut short', 'altered', (file) => truncateSync(file, 10)],
    ['removed', 'missing', (file) => rmSync(file)],
    [
      'replaced by a link',
      'altered',
      (file) => {
        rmSync(file);
        symlinkSync('/etc/hostname', file);
      },
    ],
    [
      'replaced by a folder',
      'altered',
      (file) => {
        rmSync(file);
        mkdirSync(file);
        writeFileSync(join(file, 'x'), 'x');
      },
    ],
    ['closed to its readers', 'altered', (file) => chmodSync(file, 0o600)],
    [
      'altered under its old size and time',
      'altered',
      (file) => {
        const { atime, mtime } = statSync(file);
        const bytes = readFileSync(file);
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        writeFileSync(file, bytes);
        utimesSync(file, atime, mtime);
      },
    ],
  ])('that was %s is put right and reported as %s', async (_done, kind, tamper) => {
    feed.fill(3);
    await start();
    const whole = readFileSync(fileAt(page));
    const { mode } = statSync(fileAt(page));
    tamper(fileAt(page));
    await expectPutRight(page, kind, whole);
    expect(statSync(fileAt(page)).mode).toBe(mode);
    expect(evidence()).toHaveLength(kind === 'missing' ? 0 : 1);
    expect(log.lines.join('\n')).not.toContain('篡改');
  });

  test('that was only touched, or is the same in another file, is no incident', async () => {
    feed.fill(3);
    await start();
    utimesSync(fileAt(page), new Date(0), new Date(0));
    const other = fileAt(addresses.item('zhu-fang-2'));
    writeFileSync(`${folder}/copy`, readFileSync(other));
    chmodSync(`${folder}/copy`, statSync(other).mode);
    renameSync(`${folder}/copy`, other);
    await expectNoAlarm();
  });
});

describe('a file that nobody has put there', () => {
  test.each(['/evil.php', '/items/evil.html', '/catalogue/evil/index.html', '/.hidden', '/items/evil.txt'])(
    '%s is taken away and kept as evidence',
    async (file) => {
      feed.fill(3);
      await start();
      const at = join(node.pages.current.folder, file);
      mkdirSync(join(at, '..'), { recursive: true });
      writeFileSync(at, 'evil');
      await vi.waitFor(() => expect(incidents()).toMatchObject([{ kind: 'added', isRepaired: true }]), soon);
      expect(existsSync(at)).toBe(false);
      expect(evidence()).toHaveLength(1);
    },
  );

  test('an empty folder is taken away without a word', async () => {
    feed.fill(3);
    await start();
    const at = join(node.pages.current.folder, 'empty/below');
    mkdirSync(at, { recursive: true });
    await vi.waitFor(() => expect(existsSync(join(at, '..'))).toBe(false), soon);
    await expectNoAlarm();
  });
});

describe('an attachment', () => {
  const attached = '/items/zhu-fang-9/files/附件.txt';

  beforeEach(async () => {
    feed.fill(3);
    feed.publish(sampleItem(9, { attachments: [feed.addFile('附件.txt', '附件的内容')] }));
    await start();
  });

  test.each<[string, Incident['kind'], (file: string) => void]>([
    ['altered in place, and with it the store', 'altered', (file) => writeFileSync(file, '篡改的内容')],
    [
      'altered in place under its old time',
      'altered',
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(file, '附件的内密');
        utimesSync(file, atime, mtime);
      },
    ],
    [
      'replaced',
      'altered',
      (file) => {
        rmSync(file);
        writeFileSync(file, '另一份附件');
      },
    ],
    ['removed', 'missing', (file) => rmSync(file)],
  ])('that was %s is fetched again and reported as %s', async (_done, kind, tamper) => {
    tamper(join(node.pages.current.folder, attached));
    await expectPutRight(attached, kind, Buffer.from('附件的内容'));
  });

  test('that cannot be fetched is away until it can', async () => {
    const file = join(node.pages.current.folder, attached);
    const sha256 = createHash('sha256').update('附件的内容').digest('hex');
    const bytes = feed.files.get(sha256) as Buffer;
    feed.files.delete(sha256);
    writeFileSync(file, '篡改的内容');
    await vi.waitFor(() => expect(incidents()).toMatchObject([{ path: attached, isRepaired: true }]), soon);
    expect(existsSync(file)).toBe(false);
    feed.files.set(sha256, bytes);
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe('附件的内容'), soon);
    expect(incidents()).toHaveLength(1);
  });

  test('has nothing beside it that is not the item’s', async () => {
    const stranger = join(node.pages.current.folder, '/items/zhu-fang-9/files/别的.pdf');
    writeFileSync(stranger, 'x');
    await vi.waitFor(() => expect(incidents()).toMatchObject([{ kind: 'added' }]), soon);
    expect(existsSync(stranger)).toBe(false);
  });
});

test('the link to what is served is put right', async () => {
  feed.fill(3);
  await start();
  const link = join(folder, 'pages/current');
  rmSync(link);
  symlinkSync('/tmp', link);
  await vi.waitFor(() => expect(incidents()).toMatchObject([{ path: 'current', kind: 'altered' }]), soon);
  expect(readlinkSync(link)).toBe(node.pages.current.name);
});

test('a folder of pages that was replaced by a link is put right, with its pages', async () => {
  feed.fill(3);
  await start();
  const whole = readFileSync(fileAt(page));
  renameSync(join(node.pages.current.folder, 'items'), join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(node.pages.current.folder, 'items'));
  await vi.waitFor(() => {
    expect(lstatSync(join(node.pages.current.folder, 'items')).isDirectory()).toBe(true);
    expect(readFileSync(fileAt(page)).equals(whole)).toBe(true);
  }, soon);
  expect(incidents().map(({ kind }) => kind)).toContain('altered');
});

describe('what the node does itself is no incident', () => {
  test('200 changes, renames and withdrawals among them', async () => {
    feed.fill(50);
    await start();
    for (let n = 1; n <= 200; n += 1) {
      const which = (n % 50) + 1;
      if (n % 10 === 0) feed.withdraw(sampleItem(which));
      else if (n % 7 === 0)
        feed.publish(sampleItem(which, { slug: `xin-${which}`, formerSlugs: [`zhu-fang-${which}`] }));
      else feed.publish(sampleItem(which, { title: `改${n}`, attachments: [feed.addFile(`附${n}.pdf`, `内容${n}`)] }));
      if (n % 5 === 0) node.nudge();
      if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await settled();
    await expectNoAlarm();
  });

  test('a rebuild, with changes in between', async () => {
    feed.fill(300);
    await start();
    await node.stop();
    const again = start('build-2');
    for (let n = 1; n <= 20; n += 1) {
      feed.publish(sampleItem(n, { title: `改${n}` }));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await again;
    await settled();
    await expectNoAlarm();
  });

  test('a page that was written and not yet entered when the process was killed', async () => {
    feed.fill(3);
    await start();
    await node.stop();
    // As an end between the two leaves it: the file is of the version after the one that the index knows.
    const file = join(folder, 'pages/current', fileOf(page));
    const index = join(folder, 'pages', `${readlinkSync(join(folder, 'pages/current'))}.index`);
    const bytes = readFileSync(file);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(index);
    database.exec(`UPDATE page SET hash = 'x', mtime_ms = 0 WHERE path = '${page}';
      DELETE FROM page WHERE path = '${addresses.item('zhu-fang-2')}'`);
    database.close();
    await start();
    await expectNoAlarm();
    expect(readFileSync(fileAt(page)).equals(bytes)).toBe(true);
    expect(existsSync(fileAt(addresses.item('zhu-fang-2')))).toBe(true);
  });
});

test('an incident waits for a CMS that is away, over a restart as well', async () => {
  feed.fill(3);
  await start();
  feed.refusesReceipts = true;
  appendFileSync(fileAt(page), 'x');
  await vi.waitFor(() => expect(log.lines.join()).toContain('was altered'), soon);
  await node.stop();
  feed.refusesReceipts = false;
  await start();
  await vi.waitFor(() => expect(incidents()).toMatchObject([{ path: page, kind: 'altered' }]), soon);
});

test('when thousands are taken away, all are made anew, and not each of them is reported', async () => {
  feed.fill(2600);
  await start();
  rmSync(join(node.pages.current.folder, 'items'), { recursive: true });
  await vi.waitFor(() => {
    for (const n of [1, 1300, 2600]) expect(existsSync(fileAt(addresses.item(`zhu-fang-${n}`)))).toBe(true);
    expect(node.health().state).toBe('ready');
  }, soon);
  expect(incidents().length).toBeLessThan(2600);
});
