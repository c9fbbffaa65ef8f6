import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { department, until, type Department } from '../support/department.ts';
import { startDemo } from '../support/demo.ts';
import { draftOf, placesOf, type Places } from '../support/drafts.ts';
import { signIn, type Editor } from '../support/editor.ts';
import { differences, publishedState } from '../support/equality.ts';

let dataDir: string;
let office: Department;
let editor: Editor;
let login: Parameters<typeof signIn>[1];
let places: Places;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gongkai-outages-'));
  const demo = await startDemo({ dataDir });
  await demo.stop();
  const [first] = demo.logins;
  if (!first) throw new Error('The demo made no login');
  login = first;
  const ports = { cmsPort: Number(new URL(demo.cmsUrl).port), sitePort: Number(new URL(demo.siteUrl).port) };
  office = await department({ dataDir, secrets: demo.secrets, ...ports });
  await Promise.all([office.cms.start(), office.site.start()]);
  places = placesOf(await publishedState(office));
  editor = await signIn(office.cms.url, login);
});

afterAll(async () => {
  await Promise.all([office.cms.stop(), office.site.stop()]);
  rmSync(dataDir, { recursive: true, force: true });
});

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

const pageFile = (path: string) => join(dataDir, 'site/pages/current', path, 'index.html');

describe('webhooks', () => {
  test('with every nudge lost, a change is public within 15 seconds all the same', async () => {
    // The site moves to another port, so that nudges go where nobody listens.
    await office.site.stop();
    const deaf = await department({ dataDir, secrets: office.secrets, cmsPort: Number(new URL(office.cms.url).port) });
    await deaf.site.start();
    try {
      const { path } = await publish('关于没有通知也要公开的通知');
      const waited = await until(
        'the page is public',
        async () => (await fetch(deaf.site.url + path)).status === 200,
        20_000,
      );
      expect(waited).toBeLessThan(15_000);
    } finally {
      await deaf.site.stop();
      await office.site.start();
    }
  });
});

describe('the CMS is off', () => {
  test('every public page still answers, after a restart of the site as well', async () => {
    const state = await publishedState(office);
    await office.cms.stop();
    try {
      for (const restarted of [false, true]) {
        if (restarted) {
          await office.site.kill();
          await office.site.start();
        }
        for (const change of state) {
          if (change.kind === 'item_published') expect(await statusOf(`/items/${change.payload.slug}/`)).toBe(200);
          if (change.kind === 'category_saved') expect(await statusOf(`/catalogue/${change.payload.code}/`)).toBe(200);
          if (change.kind === 'organ_saved') expect(await statusOf(`/organs/${change.payload.code}/`)).toBe(200);
        }
        for (const path of [
          '/',
          '/catalogue/',
          '/organs/',
          '/search?q=%E4%BD%8F%E6%88%BF',
          '/feed.xml',
          '/sitemap.xml',
          '/health',
        ]) {
          expect(await statusOf(path), path).toBe(200);
        }
      }
    } finally {
      await office.cms.start();
      editor = await signIn(office.cms.url, login);
    }
  });
});

describe('damage on the disk of the site', () => {
  test.each([
    { damage: 'cut short', act: (file: string) => truncateSync(file, 100) },
    { damage: 'edited by hand', act: (file: string) => appendFileSync(file, '<p>篡改</p>') },
    { damage: 'deleted', act: (file: string) => rmSync(file) },
  ])('a page that was $damage is noticed and made again', async ({ damage, act }) => {
    const { path } = await publish(`关于页面文件（${damage}）的通知`);
    await until('the page is there', async () => existsSync(pageFile(path)));
    await until('the page is settled', async () => (await statusOf(path)) === 200);
    const whole = readFileSync(pageFile(path));
    act(pageFile(path));
    await until(
      'the file is whole again',
      async () => existsSync(pageFile(path)) && readFileSync(pageFile(path)).equals(whole),
      30_000,
    );
    expect(await statusOf(path)).toBe(200);
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
      const file = join(small, 'site/pages/current', path, 'index.html');
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

function fillDisk(file: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  try {
    for (;;) appendFileSync(file, Buffer.alloc(64 * 1024));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
