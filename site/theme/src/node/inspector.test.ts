import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectSite, type InspectionFinding } from 'disclosure-contract/inspection';
import { SampleFeed, sampleCategory, sampleItem } from '../../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower } from '../../../../tests/support/sample-records.ts';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { ContentStore } from './content-store.ts';
import { readContent } from './inspected-content.ts';
import { Inspector } from './inspector.ts';
import { pageFacts } from './page-facts.ts';
import { fileOf } from './page-files.ts';

let folder: string;
beforeEach(() => {
  folder = sampleFolder('inspector');
});
afterEach(() => rmSync(folder, { recursive: true }));

const DAY = '2026-11-28';
const AT = '2026-11-28T00:00:00.000Z';

describe('Inspector', () => {
  const finding = (): InspectionFinding[] => inspectSite({ ...NOTHING, homeNewestOn: null }, { day: DAY });
  const NOTHING = { columns: [], pages: [], entries: [], guides: [], deadLinks: [] };
  let inspected: string[];
  let told: number;

  function newInspector(given: { buildId?: string; inspect?: (day: string) => Promise<InspectionFinding[]> } = {}) {
    return new Inspector({
      file: join(folder, 'inspection.json'),
      buildId: given.buildId ?? 'a',
      inspect: async (day) => {
        inspected.push(day);
        return given.inspect === undefined ? finding() : given.inspect(day);
      },
      now: () => AT,
      onReport: () => (told += 1),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  }
  const begun = async (inspector: Inspector, day = DAY) => {
    inspector.begin(day);
    await new Promise((done) => setImmediate(done));
  };

  beforeEach(() => {
    inspected = [];
    told = 0;
  });

  test('inspects once a day, again when it is asked, and across restarts', async () => {
    const inspector = newInspector();
    for (let round = 0; round < 3; round += 1) await begun(inspector);
    expect(inspected).toEqual([DAY]);
    inspector.ask();
    inspector.ask();
    await begun(inspector);
    await begun(inspector);
    expect(inspected).toHaveLength(2);
    await begun(newInspector());
    expect(inspected).toHaveLength(2);
    await begun(newInspector({ buildId: 'b' }));
    await begun(inspector, '2026-11-29');
    expect(inspected.slice(2)).toEqual([DAY, '2026-11-29']);
    expect(told).toBe(4);
  });

  test('keeps what the CMS does not have, and nothing of it afterwards', async () => {
    await begun(newInspector());
    const restarted = newInspector();
    const report = restarted.unreported;
    expect(report).toMatchObject({ day: DAY, at: AT, counts: { veto: 1 }, findings: [{ rule: 'home_stale' }] });
    if (report !== null) restarted.markReported(report);
    expect(newInspector().unreported).toBeNull();
    expect(readFileSync(join(folder, 'inspection.json'), 'utf8')).not.toContain('home_stale');
  });

  test('that fails waits for the next day, or until it is asked', async () => {
    const failing = newInspector({ inspect: () => Promise.reject(new Error('disk')) });
    await begun(failing);
    await begun(failing);
    expect(inspected).toHaveLength(1);
    failing.ask();
    await begun(failing);
    await begun(failing, '2026-11-29');
    expect(inspected).toHaveLength(3);
    expect(told).toBe(0);
  });

  test('that was stopped writes nothing', async () => {
    const inspector = newInspector();
    inspector.stop();
    await begun(inspector);
    expect(existsSync(join(folder, 'inspection.json'))).toBe(false);
  });
});

describe('readContent()', () => {
  async function read(feed: SampleFeed, pages: Record<string, string> = {}) {
    const store = ContentStore.open(join(folder, 'content.db'));
    store.apply(await feed.changes(0), { today: DAY, recordPending: false });
    for (const [path, html] of Object.entries(pages)) {
      const file = join(folder, 'pages', fileOf(path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, html);
    }
    const content = { statements: store.statements, pages: join(folder, 'pages'), siteUrl: 'http://site.test' };
    const site = readContent(content, DAY);
    store.close();
    return site;
  }

  test('reads columns, days and guides, and what stands in the column of annual reports', async () => {
    const feed = new SampleFeed().fill(0);
    feed.saveCategory(sampleCategory(2, { code: 'annual-reports', name: '公开年报' }));
    feed.saveCategory(sampleCategory(3, { parent: 'category-1' }));
    feed.publish(sampleItem(1, { categories: ['category-3'], originalDate: '2026-11-01', writtenOn: '2026-10-31' }));
    feed.publish(sampleItem(2, { categories: ['category-2'], originalDate: '2026-11-02', title: '工作计划' }));
    feed.publish(samplePower(1, {}, { categories: ['category-3'] }));
    const guide = { conditions: ['有房'], materials: [], enquiryPhone: null };
    feed.publish(sampleGuide(1, guide, { categories: ['category-3'] }));
    const site = await read(feed);
    expect(site.homeNewestOn).toBe('2026-11-02');
    expect(site.columns).toMatchObject([
      { code: 'annual-reports', count: 1, isLeaf: true, newestOn: '2026-11-02' },
      { code: 'lan-mu-1', count: 3, isLeaf: false, newestOn: '2026-11-01' },
      { code: 'lan-mu-3', count: 3, isLeaf: true, newestOn: '2026-11-01' },
    ]);
    expect(site.annualReports).toEqual([{ place: '/items/zhu-fang-2/', title: '工作计划', shownOn: '2026-11-02' }]);
    expect(site.entries).toHaveLength(4);
    expect(site.entries).toContainEqual(
      expect.objectContaining({ place: '/items/zhu-fang-1/', originalDate: '2026-11-01', writtenOn: '2026-10-31' }),
    );
    expect(site.guides).toMatchObject([
      {
        place: '/powers/guides/zhi-nan-1/',
        elements: { bases: true, conditions: true, materials: false, phone: false },
      },
    ]);
  });

  test('finds links to what is not there, in bodies and in pages', async () => {
    const feed = new SampleFeed().fill(2);
    const body = `<p><a href="/items/zhu-fang-1/">有</a><a href="http://site.test/items/mei-you/?a=1&amp;b=2">没有</a>
      <a href="files/fu-jian.pdf">没有</a><a href="https://else.test/items/x/">外</a><a href="/search?q=1">搜</a></p>`;
    feed.publish(sampleItem(3, { body }));
    feed.withdraw(sampleItem(2));
    const catalogue = '<main><a href="/items/zhu-fang-2/">撤下</a><a href="/catalogue/lan-mu-1/">有</a></main>';
    const { deadLinks, pages } = await read(feed, { '/catalogue/': catalogue });
    expect(deadLinks).toEqual([
      { from: ['/items/zhu-fang-3/'], href: '/items/mei-you/', isOutside: false, status: '404' },
      { from: ['/items/zhu-fang-3/'], href: '/items/zhu-fang-3/files/fu-jian.pdf', isOutside: false, status: '404' },
      { from: ['/catalogue/'], href: '/items/zhu-fang-2/', isOutside: false, status: '404' },
    ]);
    expect(pages.map(({ place }) => place)).toEqual(['/catalogue/']);
  });
});

test('pageFacts() reads tags, heading, times of the main part and the footer, and no script', () => {
  const html = `<head><meta name="SiteName" content=" 公开 "><meta name="SiteName" content="二">
    <link rel="canonical" href="https://x.test/a/"><link rel="alternate" type="application/json" href="/a.json"></head>
    <header><time>2020-01-01</time></header><main><h1>关于<b>通知</b></h1><time>2026-11-01</time><img src="/b.png"></main>
    <footer>主办单位：局<ul><li>电话</li></ul><a href="/c/">图</a><script>x = "<a href='/no/'>"</script></footer>`;
  const facts = pageFacts(html, '/a/', () => 'column');
  expect(facts).toMatchObject({
    kind: 'column',
    heading: '关于通知',
    times: ['2026-11-01'],
    links: ['/b.png', '/c/'],
    twin: '/a.json',
    canonical: 'https://x.test/a/',
    footer: { text: '主办单位：局电话 图 ', links: ['/c/'] },
  });
  expect([...facts.tags]).toEqual([['SiteName', '公开']]);
});
