import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectSite } from '../../shared/src/inspection/index.ts';
import { readCommandLine } from './command-line.ts';
import { crawl } from './crawl.ts';
import { readSite } from './read-site.ts';
import { inspectionJson, inspectionLine, summaryLine } from './report.ts';

const day = '2026-11-28';
const tags = (given: Record<string, string>) =>
  Object.entries({ SiteName: '公开', SiteDomain: 'x.test', SiteIDCode: '3416000000', ...given })
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('');
const COLUMN = { ColumnName: '新闻动态', ColumnDescription: '动态', ColumnKeywords: '动态', ColumnType: '信息公开' };
const FOOTER = `<footer>主办单位：局 <span>网站标识码：3416000000</span> <a href="https://beian.miit.gov.cn/">皖ICP备00000000号</a>
  皖公网安备 00000000000000号 联系电话：1 <a href="/map/">网站地图</a> <a href="/wrong/">我为政府网站找错</a>
  <a href="https://bszs.conac.cn/sitename?method=show&amp;id=1">标识</a></footer>`;
const page = (head: string, main: string) =>
  `<html><head>${head}</head><body><main>${main}</main>${FOOTER}<script>"<a href=/no/>"</script></body></html>`;

/** A site whose public address is another than that it is looked at. */
const ANSWERS: Readonly<Record<string, string>> = {
  '/': page(
    `${tags({})}<link rel="canonical" href="https://x.test/">`,
    '<a href="/catalogue/xinwen-dongtai/">动态</a><a href="https://x.test/items/a/">甲</a><time>2026-11-01</time>',
  ),
  '/catalogue/xinwen-dongtai/': page(
    `${tags(COLUMN)}<link rel="alternate" type="application/json" href="/catalogue/xinwen-dongtai.json">`,
    '<a href="/items/gone/">乙</a><a href="/items/a/#part">甲</a><a href="mailto:a@x.test">信</a>',
  ),
  '/catalogue/xinwen-dongtai.json': JSON.stringify({
    code: 'xinwen-dongtai',
    name: '新闻动态',
    total: 1,
    children: [],
    newest: [{ url: 'https://x.test/items/a/', title: '甲', listedOn: '2026-11-01' }],
  }),
  '/items/a/': page(
    tags({ ...COLUMN, ArticleTitle: '甲', PubDate: '2026-11-01 00:00' }),
    '<h1>甲</h1><time>2026-11-01 00:00</time><a href="https://y.invalid/">别处</a>',
  ),
  '/map/': page(tags({}), ''),
  '/wrong/': page(tags({}), ''),
  '/sitemap.xml': '<urlset><url><loc>https://x.test/items/b/</loc></url></urlset>',
  '/items/b/': page(
    tags({ ...COLUMN, ArticleTitle: '乙', ContentSource: '局', PubDate: '2026-11-02 00:00' }),
    '<h1>乙</h1>',
  ),
};

describe('a site', () => {
  const asked: string[] = [];
  let server: Server;
  let site: string;

  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const path = request.url ?? '';
      asked.push(path);
      const body = ANSWERS[path];
      const type = path.endsWith('.json')
        ? 'application/json'
        : path.endsWith('.xml')
          ? 'application/xml'
          : 'text/html';
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  async function inspected(addresses = 100) {
    const crawled = await crawl(site, { addresses, outside: false });
    if (crawled === null) throw new Error('no home page');
    return { crawled, findings: inspectSite(readSite(crawled, day), { day }) };
  }

  test('is walked through from its home page and its sitemap, each address once, and stays inside', async () => {
    asked.length = 0;
    const { crawled } = await inspected();
    const expected = ['/', '/sitemap.xml', '/catalogue/xinwen-dongtai/', '/catalogue/xinwen-dongtai.json'];
    expect(asked.sort()).toEqual([...expected, '/items/a/', '/items/b/', '/items/gone/', '/map/', '/wrong/'].sort());
    expect(crawled.leftOut).toBe(0);
  });

  test('is inspected by what its pages say and by what they are as data', async () => {
    const { findings } = await inspected();
    expect(findings.map(({ rule, place }) => [rule, place])).toEqual([
      ['home_stale', '/'],
      ['link_dead_inside', '/catalogue/xinwen-dongtai/'],
      ['tag_missing', '/items/a/'],
      ['column_stale', '/catalogue/xinwen-dongtai/'],
    ]);
  });

  test('is looked at within bounds, which is said', async () => {
    const { crawled } = await inspected(3);
    expect(crawled.visited).toBe(3);
    expect(crawled.leftOut).toBeGreaterThan(0);
    expect(summaryLine({ site, day, crawled, findings: [] }, 'zh')).toContain(`还有 ${crawled.leftOut} 个地址没有看`);
  });

  test('is reported in a line for each finding, or as JSON', async () => {
    const { crawled, findings } = await inspected();
    const [line] = findings.map((finding) => inspectionLine(finding, site, 'zh'));
    expect(line?.split('\t').slice(0, 4)).toEqual(['单项否决', `${site}/`, 'home_stale', '2026-11-15']);
    const summary = JSON.parse(inspectionJson({ site, day, crawled, findings })) as { counts: object };
    expect(summary.counts).toEqual({ veto: 1, deduction: 3, notice: 0 });
  });

  test('that is not there gives nothing', async () => {
    expect(await crawl('http://127.0.0.1:9', { addresses: 10, outside: false })).toBeNull();
  });
});

test('of addresses that differ by their query alone, some are tried', async () => {
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url?.includes('?') === true) asked += 1;
    const links = Array.from({ length: 80 }, (_, n) => `<a href="/search?q=${n}">${n}</a>`).join('');
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<main>${links}</main>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await crawl(site, { addresses: 1000, outside: false });
  await new Promise((done) => server.close(done));
  expect(asked).toBe(50);
});

test('a link to what is not there outside is found when that is asked for', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<main><a href="http://127.0.0.1:9/x">a</a></main>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const crawled = await crawl(site, { addresses: 10, outside: true });
  await new Promise((done) => server.close(done));
  expect(crawled?.deadLinks).toMatchObject([{ href: 'http://127.0.0.1:9/x', isOutside: true, from: ['/'] }]);
});

describe('readCommandLine()', () => {
  test('reads what is asked for', () => {
    const args = ['--site', 'https://x.test/', '--outside', '--addresses', '7', '--freshness', 'a=7d'];
    const options = readCommandLine(args, { LANG: 'en_GB.UTF-8' });
    expect(options).toMatchObject({ site: 'https://x.test', outside: true, json: false, addresses: 7, language: 'en' });
    expect(options.limits.get('a')).toEqual({ unit: 'day', n: 7 });
  });

  test.each([[[]], [['--site', 'x.test']], [['--site', 'http://x/', '--addresses', '0']], [['--sites', 'http://x/']]])(
    'refuses %j',
    (args) => {
      expect(() => readCommandLine(args, {})).toThrow();
    },
  );
});
