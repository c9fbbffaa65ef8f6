import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Children } from '../../scripts/demo/children.ts';
import { cmsEnvironment } from '../../scripts/demo/environment.ts';
import { keptSecrets } from '../../scripts/demo/secrets.ts';
import { seedOnce } from '../../scripts/demo/seed.ts';
import { readSettings } from '../../scripts/demo/settings.mjs';
import { type Item, textOfHtml } from '../../shared/src/index.ts';
import { department, until, type Department } from '../support/department.ts';
import { publishedState } from '../support/equality.ts';
import { freePort } from '../support/free-port.ts';
import { handbook, HANDBOOK_SUITE, hasHandbook } from '../support/handbook.ts';
import { bare, bodyOnSite, isFoundBy } from '../support/public-pages.ts';
import { regulations, SEED_PAGE, seedPageWithoutAdvertising, type Source, sources } from './support/corpus.ts';
import { importInto, type ImportReport } from './support/import-command.ts';

const APPROVAL = ['--batch', '存量法规', '--approved-by', '局长 张某', '--basis', '局务会议纪要〔2026〕3号'];

let dataDir: string;
let office: Department;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gongkai-imported-'));
  const ports = { cmsPort: await freePort(), sitePort: await freePort() };
  const settings = readSettings({
    DATA_DIR: dataDir,
    CMS_PORT: String(ports.cmsPort),
    SITE_PORT: String(ports.sitePort),
  });
  const secrets = keptSecrets(dataDir);
  await seedOnce({
    dataDir,
    sitePort: ports.sitePort,
    env: { ...cmsEnvironment(process.env, settings, secrets), NODE_TOKEN: secrets.NODE_TOKEN },
    children: new Children(),
    onStart: () => undefined,
    onEnd: () => undefined,
  });
  office = await department({ dataDir, secrets, ...ports });
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a dry run on a CMS', () => {
  test('needs no category, and says what the import will need', async () => {
    const folder = join(dataDir, 'docs');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.txt'), '关于供水的通知\n请执行。\n某市水务局\n2024年3月1日');
    const { counts, missing, files } = await importInto(dataDir, [folder, '--dry-run']);
    expect(counts).toEqual({ imported: 1, updated: 0, unchanged: 0, refused: 0 });
    expect(missing).toMatchObject([
      expect.stringContaining('guifanxing-wenjian  规范性文件'),
      '--batch 名称、--approved-by 姓名职务、--basis 依据（只导入草稿时改用 --draft）',
    ]);
    expect(files).toMatchObject([
      { notes: ['文中的制发机关“某市水务局”与所用的发布机构“亳州市住房和城乡建设局”不同'] },
    ]);
  });
});

describe('an import without an approval', () => {
  const drafts = () => join(dataDir, 'drafts');

  beforeAll(() => {
    mkdirSync(drafts());
    writeFileSync(join(drafts(), 'b.txt'), '关于排水的通知\n请执行。');
  });

  test('is refused with what is missing, before anything is written', async () => {
    const args = [drafts(), '--category', 'guifanxing-wenjian', '--batch', '旧站文件'];
    await expect(importInto(dataDir, args)).rejects.toMatchObject({
      stderr: expect.stringContaining('还缺 --approved-by 姓名职务、--basis 依据。什么都没有写入'),
    });
  });

  test('leaves drafts with --draft, which an approved import publishes later', async () => {
    const args = [drafts(), '--category', 'guifanxing-wenjian'];
    expect((await importInto(dataDir, [...args, '--draft'])).counts).toMatchObject({ imported: 1, refused: 0 });
    expect((await importInto(dataDir, [...args, ...APPROVAL])).counts).toMatchObject({ unchanged: 1, refused: 0 });
  });
});

describe.skipIf(!hasHandbook)(`${HANDBOOK_SUITE}the seed page`, () => {
  test('as it was found is refused for the advertising in it', async () => {
    const found = join(dataDir, 'found');
    mkdirSync(found);
    cpSync(join(handbook, 'seed', SEED_PAGE), join(found, SEED_PAGE));
    await expect(importInto(dataDir, [found, '--category', 'guifanxing-wenjian', ...APPROVAL])).rejects.toMatchObject({
      stdout: expect.stringContaining('直播'),
    });
  });
});

describe.skipIf(!hasHandbook)(`${HANDBOOK_SUITE}the seed page and the corpus, imported`, () => {
  const expected = hasHandbook ? sources() : [];
  let first: ImportReport;
  let second: ImportReport;
  /** The item that the CMS has published of each source. */
  let published: Map<Source, Item>;

  beforeAll(async () => {
    const seed = join(dataDir, 'seed');
    mkdirSync(seed);
    writeFileSync(join(seed, SEED_PAGE), seedPageWithoutAdvertising());
    const args = [seed, regulations, '--category', 'guifanxing-wenjian', ...APPROVAL];
    first = await importInto(dataDir, args);
    second = await importInto(dataDir, args);
    await Promise.all([office.cms.start(), office.site.start()]);
    published = await publishedOf(expected);
    await until(
      'the site shows everything',
      async () => {
        const health = (await (await fetch(`${office.site.url}/health`)).json()) as { state: string; position: number };
        return health.state === 'ready' && health.position >= (await lastOfFeed());
      },
      120_000,
    );
  });

  afterAll(() => Promise.all([office.cms.stop(), office.site.stop()]));

  test('every file is imported, and none is refused', () => {
    expect(expected.length).toBeGreaterThan(600);
    expect(first.counts).toEqual({ imported: expected.length, updated: 0, unchanged: 0, refused: 0 });
  });

  test('a second import finds every file unchanged', () => {
    expect(second.counts).toEqual({ imported: 0, updated: 0, unchanged: expected.length, refused: 0 });
  });

  test('each is published with its whole text', () => {
    expect(expected.filter((source) => !published.has(source)).map(({ file }) => file)).toEqual([]);
  });

  test('each can be read on the site: its whole text, its headings as headings from h2 to h5', async () => {
    const wrong: string[] = [];
    for (const [{ file, text, headings }, { slug }] of published) {
      const body = await bodyOnSite(office.site.url, slug);
      if (body?.text !== text) wrong.push(`${file}: shows another text`);
      const levels = body?.headings.map(({ level }) => level) ?? [];
      if (levels.some((level) => level < 2 || level > 5))
        wrong.push(`${file}: has headings of levels ${levels.join()}`);
      if (JSON.stringify(body?.headings.map((each) => each.text)) !== JSON.stringify(headings))
        wrong.push(`${file}: has not the headings ${headings.join()}`);
    }
    expect(wrong).toEqual([]);
  });

  test('each is found by a phrase from its middle', async () => {
    const lost: string[] = [];
    for (const [{ file, phrase }, { slug }] of published) {
      if (!(await isFoundBy(office.site.url, phrase, slug))) lost.push(`${file}: is not found by "${phrase}"`);
    }
    expect(lost).toEqual([]);
  });

  /** By title and text: a source has no number that the feed would carry. */
  async function publishedOf(wanted: readonly Source[]): Promise<Map<Source, Item>> {
    const items = (await publishedState(office)).flatMap((change) =>
      change.kind === 'item_published' ? [change.payload] : [],
    );
    const byContent = Map.groupBy(items, ({ title, body }) => `${title}\n${bare(textOfHtml(body))}`);
    return new Map(
      wanted.flatMap((source) => {
        const item = byContent.get(`${source.title}\n${source.text}`)?.shift();
        return item === undefined ? [] : [[source, item] as const];
      }),
    );
  }

  async function lastOfFeed(): Promise<number> {
    return Math.max(...(await publishedState(office)).map(({ seq }) => seq));
  }
});
