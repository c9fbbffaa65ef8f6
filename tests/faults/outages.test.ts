import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addresses } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { department, until } from '../support/department.ts';
import { draftOf, type Places } from '../support/drafts.ts';
import type { Editor } from '../support/editor.ts';
import { differences, publishedState } from '../support/equality.ts';
import { ExpectedLists, yearOf } from '../support/expected-lists.ts';
import { isFoundBy } from '../support/public-pages.ts';
import { openOffice, type Office } from './support/own-office.ts';

let dataDir: string;
let office: Office;
let editor: Editor;
let places: Places;

beforeAll(async () => {
  office = await openOffice();
  ({ dataDir, editor, places } = office);
});

afterAll(() => office.close());

async function publish(title: string): Promise<{ documentId: string; path: string }> {
  const documentId = await editor.write(draftOf(title, places));
  await editor.publish(documentId);
  const { slug } = await editor.read(documentId);
  return { documentId, path: `/items/${String(slug)}/` };
}

async function statusOf(path: string): Promise<number> {
  const response = await fetch(office.site.url + path);
  await response.body?.cancel();
  return response.status;
}

/** Where the page of an address stands below its pages. */
const fileIn = (pages: string, path: string) => join(pages, `${path.slice(0, -1)}.html`);
const pageFile = (path: string) => fileIn(join(dataDir, 'site/pages/current'), path);

describe('webhooks', () => {
  test('with every nudge lost, a change is public within 15 seconds all the same, and a withdrawal gone', async () => {
    // The site moves to another port, so that nudges go where nobody listens.
    await office.site.stop();
    const deaf = await department({ dataDir, secrets: office.secrets, cmsPort: Number(new URL(office.cms.url).port) });
    await deaf.site.start();
    try {
      const { documentId, path } = await publish('关于没有通知也要公开的通知');
      const answers = async (status: number) => (await fetch(deaf.site.url + path)).status === status;
      expect(await until('the page is public', () => answers(200), 20_000)).toBeLessThan(15_000);
      await editor.withdraw(documentId, 'inaccurate');
      expect(await until('the page is gone', () => answers(410), 20_000)).toBeLessThan(15_000);
    } finally {
      await deaf.site.stop();
      await office.site.start();
    }
  });
});

describe('the CMS is off', () => {
  test('every public page still answers, after a restart of the site as well', async () => {
    const paths = publicPaths(new ExpectedLists(await publishedState(office)));
    await office.cms.stop();
    try {
      for (const restarted of [false, true]) {
        if (restarted) {
          await office.site.kill();
          await office.site.start();
        }
        for (const path of paths) expect(await statusOf(path), path).toBe(200);
      }
    } finally {
      await office.cms.start();
    }
  });
});

describe('damage on the disk of the site', () => {
  /** The bound that is promised for finding, putting right and reporting; in milliseconds. */
  const PROMISED_MS = 10_000;

  test.each([
    { damage: 'cut short', kind: 'altered', act: (file: string) => truncateSync(file, 100) },
    { damage: 'edited by hand', kind: 'altered', act: (file: string) => appendFileSync(file, '<p>篡改</p>') },
    { damage: 'deleted', kind: 'missing', act: (file: string) => rmSync(file) },
  ])('a page that was $damage is put right within ten seconds, and reported', async ({ damage, kind, act }) => {
    const { path } = await publish(`关于页面文件（${damage}）的通知`);
    await until('the page is there', async () => existsSync(pageFile(path)));
    await until('the page is settled', async () => (await statusOf(path)) === 200);
    const whole = readFileSync(pageFile(path));
    act(pageFile(path));
    const ms = await until(
      'the file is whole again',
      async () => existsSync(pageFile(path)) && readFileSync(pageFile(path)).equals(whole),
      30_000,
    );
    expect(ms).toBeLessThan(PROMISED_MS);
    expect(await statusOf(path)).toBe(200);
    await until('the office is told', async () =>
      (await editor.incidents()).some((one) => one.path === path && one.kind === kind && one.isRepaired),
    );
  });

  test('a file that somebody put among the pages is gone within ten seconds, and reported', async () => {
    const stranger = join(dataDir, 'site/pages/current/items/shang-tou-de-tong-zhi.html');
    writeFileSync(stranger, '<p>伪造</p>');
    expect(await until('it is gone', async () => !existsSync(stranger), 30_000)).toBeLessThan(PROMISED_MS);
    await until('the office is told', async () =>
      (await editor.incidents()).some(({ path, kind }) => path === '/items/shang-tou-de-tong-zhi/' && kind === 'added'),
    );
  });

  test.each([
    { damage: 'cut short', act: (file: string) => truncateSync(file, 5000) },
    { damage: 'overwritten', act: (file: string) => writeFileSync(file, 'not a database at all '.repeat(500)) },
  ])('a content store that was $damage is filled anew from the CMS', async ({ act }) => {
    await office.site.kill();
    for (const suffix of ['-wal', '-shm']) rmSync(join(dataDir, `site/content.db${suffix}`), { force: true });
    act(join(dataDir, 'site/content.db'));
    await office.site.start();
    await until('the site is ready', async () => {
      const health = (await (await fetch(`${office.site.url}/health`)).json()) as { state: string };
      return health.state === 'ready';
    });
    expect(await differences(office)).toEqual([]);
  });

  test.each([
    { node: 'that has just filled it', isReopened: false, restarts: false },
    {
      node: 'that has just filled it, and is then stopped in good order and started',
      isReopened: false,
      restarts: true,
    },
    { node: 'that has opened it again', isReopened: true, restarts: false },
    {
      node: 'that has opened it again, and is then stopped in good order and started',
      isReopened: true,
      restarts: true,
    },
  ])('a content store damaged under a node $node is filled anew', async ({ isReopened, restarts }) => {
    const siteDataDir = mkdtempSync(join(tmpdir(), 'gongkai-damaged-'));
    const own = await department({
      dataDir,
      siteDataDir,
      secrets: office.secrets,
      cmsPort: Number(new URL(office.cms.url).port),
      siteEnv: { POLL_INTERVAL_MS: '500' },
    });
    const [item] = new ExpectedLists(await publishedState(office)).items;
    if (!item) throw new Error('Nothing is published');
    const finds = () => isFoundBy(own.site.url, item.title, item.slug);
    try {
      await own.site.start();
      await until('the store is filled', finds);
      // Opened again, the node remembers no page of the file, and nothing is in the log beside it.
      if (isReopened) {
        await own.site.stop();
        await own.site.start();
        await until('the search works', finds);
      }
      damage(join(siteDataDir, 'site/content.db'));
      let output = '';
      if (restarts) {
        await own.site.stop();
        output = own.site.output();
        await own.site.start();
      }
      // What stands in the log beside the file was not damaged, and is written over the damage.
      const isNoticed = () =>
        !isReopened || `${output}${own.site.output()}`.includes('The content store is damaged: filling a new one');
      await until('the damage is noticed and the search works again', async () => isNoticed() && finds(), 30_000);
      await until('the site equals the CMS', async () => (await differences(own)).length === 0, 30_000);
    } finally {
      await own.site.kill();
      rmSync(siteDataDir, { recursive: true, force: true });
    }
  });

  test('pages that cannot be written stay whole, and the change arrives when there is room again', async () => {
    const siteDataDir = mkdtempSync(join(tmpdir(), 'gongkai-small-pages-'));
    const { site } = await department({
      dataDir,
      siteDataDir,
      secrets: office.secrets,
      cmsPort: Number(new URL(office.cms.url).port),
      siteEnv: { POLL_INTERVAL_MS: '500' },
    });
    const pageOf = async (path: string) => (await fetch(site.url + path)).text();
    let pages: string | null = null;
    try {
      const { documentId, path } = await publish('关于页面写不下之前的通知');
      await site.start();
      // A rebuild that the stop cut off would go on elsewhere, and not on the small disk.
      await until('the site is ready', async () => {
        const { state } = (await (await fetch(`${site.url}/health`)).json()) as { state: string };
        return state === 'ready' && (await pageOf(path)).includes('写不下之前');
      });
      await site.stop();
      pages = ontoSmallDisk(join(siteDataDir, 'site/pages'));
      // The databases are on another disk and have room: what fails is the page itself.
      moveIndexes(pages, mkdtempSync(join(siteDataDir, 'indexes-')));
      await site.start();

      const filler = join(pages, 'filler');
      fillDisk(filler);
      const page = fileIn(join(pages, 'current'), path);
      const before = readFileSync(page);
      await editor.change(documentId, { title: '关于页面写不下之后的通知' });
      await editor.publish(documentId);
      await until('the page was tried', async () => site.output().includes(`Cannot make the page ${path}`), 30_000);
      expect(site.output()).toContain('ENOSPC');
      expect(site.output()).not.toContain('SQLITE_FULL');
      expect(readFileSync(page).equals(before), 'the old page is whole').toBe(true);
      expect((await fetch(site.url + path)).status).toBe(200);

      rmSync(filler);
      await until('the change arrived', async () => (await pageOf(path)).includes('写不下之后'), 30_000);
    } finally {
      await site.kill();
      if (pages !== null) execFileSync('umount', [pages]);
      rmSync(siteDataDir, { recursive: true, force: true });
    }
  });

  test('a full disk leaves the old page whole, and the change arrives when there is room again', async () => {
    const small = mkdtempSync(join(tmpdir(), 'gongkai-small-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', small]);
    const cramped = await department({
      dataDir,
      siteDataDir: small,
      secrets: office.secrets,
      cmsPort: Number(new URL(office.cms.url).port),
      siteEnv: { POLL_INTERVAL_MS: '500' },
    });
    const pageOf = async (path: string) => (await fetch(cramped.site.url + path)).text();
    try {
      const { documentId, path } = await publish('关于磁盘写满之前的通知');
      await cramped.site.start();
      await until('the page is public', async () => (await pageOf(path)).includes('磁盘写满之前'));
      const file = fileIn(join(small, 'site/pages/current'), path);
      const before = readFileSync(file);

      const filler = join(small, 'filler');
      fillDisk(filler);
      await editor.change(documentId, { title: '关于磁盘写满之后的通知' });
      await editor.publish(documentId);
      await until(
        'the site met the full disk',
        async () => /SQLITE_FULL|ENOSPC|full|no space/i.test(cramped.site.output()),
        30_000,
      );
      expect(readFileSync(file).equals(before), 'the old page is whole').toBe(true);
      expect((await fetch(cramped.site.url + path)).status).toBe(200);

      rmSync(filler);
      await until('the change arrived', async () => (await pageOf(path)).includes('磁盘写满之后'), 30_000);
    } finally {
      await cramped.site.kill();
      execFileSync('umount', [small]);
      rmSync(small, { recursive: true, force: true });
    }
  });
});

/** Writes noise over the middle half of a file. */
function damage(file: string): void {
  const { size } = statSync(file);
  const target = openSync(file, 'r+');
  writeSync(target, randomBytes(Math.floor(size / 2)), 0, Math.floor(size / 2), Math.floor(size / 4));
  closeSync(target);
}

/** Everything that a reader can reach by links, and a search. */
function publicPaths(lists: ExpectedLists): string[] {
  return [
    addresses.home(),
    addresses.catalogue(),
    addresses.organs(),
    addresses.search('住房'),
    addresses.rss(),
    addresses.atom(),
    addresses.sitemap(),
    ...[...new Set(lists.items.map(yearOf))].map((year) => addresses.sitemapYear(year)),
    ...lists.items.flatMap(({ slug, attachments }) => [
      addresses.item(slug),
      ...attachments.map(({ fileName }) => addresses.attachment(slug, fileName)),
    ]),
    ...lists.categories.flatMap((category) => [
      addresses.category(category.code),
      ...[...new Set(lists.ofCategory(category).map(yearOf))].map((year) =>
        addresses.categoryYear(category.code, year),
      ),
    ]),
    ...lists.organs.map(({ code }) => addresses.organ(code)),
  ];
}

/** Moves a folder of pages to a disk of its own. Gives where it is mounted. */
function ontoSmallDisk(pages: string): string {
  const folder = realpathSync(pages);
  const aside = `${folder}.aside`;
  renameSync(folder, aside);
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', folder]);
  // With its times: a page whose file was touched is made again.
  execFileSync('cp', ['-a', `${aside}/.`, folder]);
  rmSync(aside, { recursive: true });
  return folder;
}

/** Databases of pages live where a link leads; what they write beside themselves stands there too. */
function moveIndexes(pages: string, elsewhere: string): void {
  for (const name of readdirSync(pages).filter((each) => each.includes('.index'))) {
    cpSync(join(pages, name), join(elsewhere, name));
    rmSync(join(pages, name));
    symlinkSync(join(elsewhere, name), join(pages, name));
  }
}

function fillDisk(file: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  try {
    for (;;) appendFileSync(file, Buffer.alloc(64 * 1024));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
