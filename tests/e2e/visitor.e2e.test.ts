import { createHash } from 'node:crypto';
import { addresses, GENRES, isForWebsite, itemTypeOf, SUBJECTS, type Item, type ItemType } from 'disclosure-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { AnswerCheck, checkDocument } from '../support/open-api.ts';
import { administrator } from './support/admin-api.ts';
import { axeFindings } from './support/axe.ts';
import { complaintsOf, useBrowser } from './support/browser.ts';
import { crawl, type Crawl } from './support/crawl.ts';
import { internalTitles } from './support/demo-items.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const site = demo.siteUrl;
const browser = useBrowser();
/** One in which the demo has normative documents. */
const YEAR = '2024';
const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';

let withoutScripts: BrowserContext;
let withScripts: BrowserContext;
let items: Item[];
/** With a table, an attachment and a document number. */
let richItem: Item;
/** Address of an item that was withdrawn. */
let withdrawn: string;

beforeAll(async () => {
  withoutScripts = await browser.shared({ javaScriptEnabled: false });
  withScripts = await browser.shared();
  const changes = await publishedChanges(demo);
  withdrawn = await publishAndWithdraw(draftOf('关于撤下页面的通知', placesOf(changes)));
  items = itemsIn(await publishedChanges(demo));
  const found = items.find((item) => item.docNo && item.body.includes('<table') && item.attachments.length > 0);
  if (!found) throw new Error('The demo has no item with a document number, a table and an attachment');
  richItem = found;
});

function slugOf(title: string): string {
  const item = items.find((each) => each.title === title);
  if (!item) throw new Error(`The demo has no item "${title}"`);
  return item.slug;
}

function newestOf(type: ItemType): string {
  const item = items.findLast((each) => itemTypeOf(each) === type);
  if (!item) throw new Error(`The demo has no ${type}`);
  return addresses.item(item.slug, type);
}

const asData = (page: string) => page.replace(/\/$/, '.json');

async function publishAndWithdraw(draft: Record<string, unknown>): Promise<string> {
  const editor = editorWith(signInsOf(demo));
  const documentId = await editor.write(draft);
  await editor.publish(documentId);
  const { slug } = itemsIn(await publishedChanges(demo)).find((item) => item.documentId === documentId) ?? {};
  const address = addresses.item(slug ?? '');
  await untilStatus(site + address, 200);
  await editor.withdraw(documentId, 'duplicate');
  await untilStatus(site + address, 410);
  return address;
}

describe('without JavaScript', () => {
  test('a visitor walks from the home page down to an item and on to its organ', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(site);
    await page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '公开目录' }).click();
    await headingIs(page, '公开目录');
    await page.getByRole('main').getByRole('link', { name: '规范性文件' }).first().click();
    await headingIs(page, '规范性文件');
    await page.getByRole('navigation', { name: '按年份查看' }).getByRole('link').first().click();
    await headingIs(page, /^规范性文件 · \d{4}年$/);
    const entry = page.locator('.entries a').first();
    const title = await entry.innerText();
    await entry.click();
    await headingIs(page, title);
    const organ = page.getByRole('main').locator('a[href^="/organs/"]').first();
    const organName = await organ.innerText();
    await organ.click();
    await headingIs(page, organName);
  });

  test('a search marks the words it found', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(site);
    await page.getByRole('searchbox').fill('公租房');
    await page.getByRole('button', { name: '搜索' }).click();
    await headingIs(page, '搜索：公租房');
    const marked = await page.locator('.hits li').first().locator('mark').allInnerTexts();
    expect(new Set(marked)).toEqual(new Set(['公租房']));
  });

  test('filters leave exactly what was published under them', async () => {
    const { genre } = richItem;
    const year = richItem.originalDate?.slice(0, 4) ?? '';
    const expected = items.filter((item) => item.genre === genre && item.originalDate?.startsWith(year));
    const page = await withoutScripts.newPage();
    await page.goto(site + addresses.search());
    await page.getByText('缩小范围').click();
    await page.getByLabel('体裁').selectOption(genre);
    await page.getByLabel('年份').selectOption(year);
    await page.getByRole('button', { name: '按条件搜索' }).click();
    expect(await page.getByRole('status').innerText()).toContain(`找到 ${expected.length} 件`);
  });

  test.each([
    { written: 'as it is', change: (docNo: string) => docNo },
    { written: 'in square brackets', change: (docNo: string) => docNo.replace('〔', '[').replace('〕', ']') },
    {
      written: 'in round full-width brackets',
      change: (docNo: string) => docNo.replace('〔', '（').replace('〕', '）'),
    },
    {
      written: 'in lenticular brackets and spaced',
      change: (docNo: string) => docNo.replace('〔', ' 【').replace('〕', '】 '),
    },
  ])('a document number $written finds its item first', async ({ change }) => {
    const page = await withoutScripts.newPage();
    await page.goto(site + addresses.search(change(richItem.docNo ?? '')));
    const first = page.locator('.hits li').first();
    expect(await first.getByRole('link').innerText()).toBe(richItem.title);
    expect(await first.innerText()).toContain('号码完全一致');
  });

  test('a search that finds nothing says so and offers ways on', async () => {
    const page = await withoutScripts.newPage();
    const answer = await page.goto(site + addresses.search('龘靐齉爩'));
    expect(answer?.status()).toBe(200);
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('没有找到与“龘靐齉爩”相符的信息。');
    expect(await main.getByRole('link').count()).toBeGreaterThan(0);
  });

  test.each([
    { query: 'genre=poem', problem: '体裁：请从列表中选择。' },
    { query: 'year=next', problem: '年份：请写四位数字，例如 2026。' },
    { query: 'page=0', problem: '页码：请写大于零的数字。' },
    { query: 'sort=price', problem: '排序：只能按相关程度或者按日期。' },
    { query: 'category=nope', problem: '公开目录：没有这样的分类代码，请从列表中选择。' },
    { query: 'organ=nope', problem: '机构：没有这样的机构代码，请从列表中选择。' },
    { query: 'category=..%2F..', problem: '公开目录：没有这样的分类代码，请从列表中选择。' },
  ])('a search for $query is refused with its reason', async ({ query, problem }) => {
    const page = await withoutScripts.newPage();
    const answer = await page.goto(`${site}${addresses.search()}?${query}`);
    expect(answer?.status()).toBe(400);
    expect(await page.getByRole('alert').innerText()).toContain(problem);
  });

  test('a search of which a part is refused can go on with the rest', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(`${site}${addresses.search('通知')}&genre=notice&category=nope&sort=date`);
    await page.getByRole('link', { name: '去掉这些条件再搜索' }).click();
    expect(new URL(page.url()).search).toBe(
      new URL(`${site}${addresses.search('通知')}&genre=notice&sort=date`).search,
    );
    expect(await page.getByRole('list', { name: '已选条件' }).innerText()).toContain('体裁：通知');
  });

  test('an address that never was answers 404 and offers ways on', async () => {
    const page = await withoutScripts.newPage();
    const answer = await page.goto(`${site}/items/mei-you/`);
    expect(answer?.status()).toBe(404);
    await headingIs(page, '没有找到这个页面');
    await page.getByRole('main').getByRole('link', { name: '按公开目录逐类查看' }).click();
    await headingIs(page, '公开目录');
  });
});

describe('everything that links lead to', () => {
  let whole: Crawl;

  beforeAll(async () => {
    whole = await crawl(site);
  });

  test('is there', () => {
    expect(whole.broken).toEqual([]);
  });

  /**
   * Further pages of a year are left out: each links to its neighbours alone, so that a new item touches one or two of them
   * (decision 4); whoever looks for something old is faster by the search. What does not end in a slash is no page: files and
   * other forms of a page stand one step behind it, files as pages (`read/`) too, and searches and filtered lists are made when they are asked for.
   */
  test('is within three clicks of the home page, further pages of lists apart', () => {
    const isApart = /^\/catalogue\/[^/]+\/\d{4}\/\d+\/$|\/read\/[0-9a-f]+\/$/;
    const isPage = (address: string) => address.endsWith('/') && !isApart.test(address);
    const pages = [...whole.clicks].filter(([address]) => isPage(address));
    expect(pages.filter(([, clicks]) => clicks > 3)).toEqual([]);
    const reached = new Set(pages.map(([address]) => address));
    const missing = items.filter((item) => !reached.has(addresses.item(item.slug, itemTypeOf(item))));
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  test('holds every published item', () => {
    const missing = items.filter((item) => {
      return whole.answers.get(addresses.item(item.slug, itemTypeOf(item)))?.status !== 200;
    });
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  test('names no item for staff', () => {
    const titles = internalTitles();
    expect(titles.length).toBeGreaterThan(0);
    const naming = [...whole.answers].filter(([, { text }]) => titles.some((title) => text.includes(title)));
    expect(naming.map(([address]) => address)).toEqual([]);
  });
});

describe('items for staff', () => {
  test.each(internalTitles())('are not found by search: %s', async (title) => {
    const text = await (await fetch(site + addresses.search(title))).text();
    expect(text.replace(/<mark>|<\/mark>/g, '').match(new RegExp(`<a[^>]*>\\s*${title}`))).toBeNull();
  });

  test('have no page', async () => {
    const admin = administrator(demo);
    const statuses: number[] = [];
    for (const title of internalTitles()) {
      const { results } = await admin.ask<{ results: { slug: string }[] }>(
        'GET',
        `${ITEMS}?filters[title]=${encodeURIComponent(title)}`,
      );
      for (const { slug } of results) statuses.push((await fetch(site + addresses.item(slug))).status);
    }
    expect(statuses).toEqual(internalTitles().map(() => 404));
  });

  test('are not counted', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(site + addresses.catalogue());
    const published = itemsIn(await publishedChanges(demo));
    expect(await page.getByRole('main').innerText()).toContain(`共 ${published.length} 件`);
  });
});

const SITE_TAGS = { SiteName: '亳州市住房和城乡建设局政府信息公开', SiteDomain: 'localhost', SiteIDCode: '3416000000' };
const COLUMN_TAGS = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource', 'Keywords', 'Url'];

/** The tags of 国办发〔2017〕47号 that a page bears, by name. */
async function metaOf(page: Page, address: string): Promise<Record<string, string>> {
  await page.goto(site + address);
  const tags = await page
    .locator('head meta[name]')
    .evaluateAll((all) => all.map((tag) => [tag.getAttribute('name') ?? '', tag.getAttribute('content') ?? '']));
  const known = new Set([...Object.keys(SITE_TAGS), ...COLUMN_TAGS, ...ARTICLE_TAGS]);
  return Object.fromEntries(tags.filter(([name = '']) => known.has(name))) as Record<string, string>;
}

describe('the head says what government sites must say', () => {
  test.each([
    { page: 'the home page', address: () => addresses.home(), column: null },
    { page: 'a search', address: () => addresses.search('公租房'), column: null },
    { page: 'a withdrawn item', address: () => withdrawn, column: null },
    { page: 'the catalogue', address: () => addresses.catalogue(), column: '公开目录' },
    { page: 'a category', address: () => addresses.category('guifanxing-wenjian'), column: '规范性文件' },
    {
      page: 'a year of a category',
      address: () => addresses.categoryYear('guifanxing-wenjian', YEAR),
      column: '规范性文件',
    },
    { page: 'the organs', address: () => addresses.organs(), column: '机构' },
    { page: 'the data for programs', address: () => addresses.data(), column: '开放数据' },
    { page: 'an organ', address: () => addresses.organ('office'), column: '亳州市住房和城乡建设局办公室' },
  ])('on $page', async ({ address, column }) => {
    const meta = await metaOf(await withoutScripts.newPage(), address());
    expect(meta).toMatchObject({ ...SITE_TAGS, ...(column === null ? {} : { ColumnName: column }) });
    const expected = [...Object.keys(SITE_TAGS), ...(column === null ? [] : COLUMN_TAGS)];
    expect(Object.keys(meta).sort()).toEqual(expected.sort());
    expect(Object.entries(meta).filter(([, content]) => content.trim() === '')).toEqual([]);
  });

  test('on an item, in the words that the page shows', async () => {
    const page = await withoutScripts.newPage();
    const path = addresses.item(richItem.slug);
    const meta = await metaOf(page, path);
    expect(Object.keys(meta).sort()).toEqual([...Object.keys(SITE_TAGS), ...COLUMN_TAGS, ...ARTICLE_TAGS].sort());
    expect(Object.entries(meta).filter(([, content]) => content.trim() === '')).toEqual([]);
    expect(meta).toMatchObject({
      ...SITE_TAGS,
      ArticleTitle: await page.getByRole('heading', { level: 1 }).innerText(),
      PubDate: await page.locator('.byline time').first().innerText(),
      ColumnName: await page.locator('.crumbs a').last().innerText(),
      Url: site + path,
    });
    expect(meta['PubDate']).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    expect(await page.locator('.byline').innerText()).toContain(`来源：${meta['ContentSource']}`);
    expect(await page.locator('head link[rel="canonical"]').getAttribute('href')).toBe(site + path);
  });
});

test('an item shows every element of its record that it has', async () => {
  const full = items.find(({ effectiveOn, responsible, abstract }) => effectiveOn && responsible && abstract);
  if (!full) throw new Error('The demo has no item with a full record');
  const page = await withoutScripts.newPage();
  await page.goto(site + addresses.item(full.slug));
  const rows = page.locator('.record > div');
  const record = Object.fromEntries(
    await rows.evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? '')),
    ),
  ) as Record<string, string>;
  expect(record).toMatchObject({
    索引号: full.indexNo,
    名称: full.title,
    文号: full.docNo ?? '',
    体裁: GENRES[full.genre].zh,
    主题分类: SUBJECTS[full.subject].zh,
    公开方式: '主动公开',
    实施日期: full.effectiveOn,
    关键词: full.keywords.join('、'),
    内容概述: full.abstract,
  });
  expect(record['责任科室']).toMatch(/./);
});

test('a category says how its items are disclosed', async () => {
  const page = await withoutScripts.newPage();
  await page.goto(site + addresses.category('guifanxing-wenjian'));
  const mode = page.locator('.pairs div').filter({ hasText: '公开方式' }).locator('dd');
  expect(await mode.innerText()).toBe('主动公开');
});

test('a category names its columns with their marks, in words for those who do not see them', async () => {
  const page = await withoutScripts.newPage();
  await page.goto(site + addresses.category('fangwu-zhengshou'));
  const column = (name: string) =>
    page.locator('.pairs div').filter({ has: page.locator('dt').getByText(name, { exact: true }) });
  const entries = async (name: string) =>
    (await column(name).getByRole('listitem').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  expect(await entries('公开内容')).toEqual([
    '●必须公开 政策',
    '●必须公开 补偿方案',
    '●必须公开 征收决定',
    '〇可选公开 评估',
    '●必须公开 补助奖励标准',
  ]);
  expect(await entries('公开渠道')).toContain('■必须公开 入户/现场');
  expect(await column('公开对象').locator('dd').innerText()).toBe(
    '全社会、特定群体（征收范围内的被征收人、公有房屋承租人）',
  );
  expect(await column('公开层级').locator('dd').innerText()).toBe('市级、县级');
});

test('an item stands under its own terms, and those of its category where it says nothing', async () => {
  const page = await withoutScripts.newPage();
  const row = (name: string) =>
    page
      .locator('.record > div')
      .filter({ has: page.locator('dt').getByText(name, { exact: true }) })
      .locator('dd');
  await page.goto(site + addresses.item(slugOf('商品房预售许可办理指南')));
  expect(await row('公开时限').innerText()).toBe('长期公开（动态调整）');
  expect(await row('审核程序').innerText()).toMatch(/^行政审批科核对/);
  expect(await row('语种').innerText()).toBe('中文');
});

test('what a file says can be read beside it, and be searched for', async () => {
  const title = '《亳州市商品房预售资金监管实施细则》政策解读';
  const page = await withoutScripts.newPage();
  await page.goto(`${site}/search?q=${encodeURIComponent('刷卡到其他账户 会员费 图解')}`);
  await page.getByRole('link', { name: title }).first().click();
  await headingIs(page, title);
  const text = page.getByText('三、什么时候可以拨付：');
  expect(await text.isVisible()).toBe(false);
  await page.getByText('文件内容的文字说明').click();
  expect(await text.isVisible()).toBe(true);
});

test('the navigation tells the page itself from the section that holds it', async () => {
  const page = await withoutScripts.newPage();
  const current = page.getByRole('navigation', { name: '主要栏目' }).locator('[aria-current]');
  await page.goto(site + addresses.catalogue());
  expect(await current.evaluateAll((all) => all.map((link) => link.getAttribute('aria-current')))).toEqual(['page']);
  await page.goto(site + addresses.item(richItem.slug));
  expect(await current.evaluateAll((all) => all.map((link) => link.getAttribute('aria-current')))).toEqual(['true']);
});

test('a table that goes on beyond the screen says so, and its numbers stand to the right', async () => {
  const page = await withoutScripts.newPage();
  await page.setViewportSize({ width: 360, height: 800 });
  const report = items.find(({ body }) => body.includes('尚未审结'));
  await page.goto(site + addresses.item(report?.slug ?? ''));
  const frame = page.locator('.prose .table').filter({ hasText: '尚未审结' }).first();
  expect(await frame.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeGreaterThan(100);
  // The pictures of what is hidden: covers that scroll with the table, shades that stay at the edges.
  expect(await frame.evaluate((each) => getComputedStyle(each).backgroundAttachment)).toBe(
    'local, local, scroll, scroll, scroll',
  );
  const cell = frame.locator('td.number').first();
  expect(await cell.evaluate((each) => getComputedStyle(each).textAlign)).toBe('end');
});

test('every page of search engines’ data is well-formed JSON', async () => {
  const page = await withoutScripts.newPage();
  for (const address of ['/', addresses.catalogue(), addresses.item(richItem.slug)]) {
    await page.goto(site + address);
    const written = await page.locator('script[type="application/ld+json"]').allTextContents();
    const types = written.map((text) => (JSON.parse(text) as { '@type': string })['@type']);
    expect(types.length).toBeGreaterThan(0);
  }
});

describe('for machines', () => {
  test.each([
    addresses.rss(),
    addresses.atom(),
    addresses.categoryFeed('guifanxing-wenjian', 'rss'),
    `${addresses.searchFeed('atom')}?q=%E5%85%AC%E7%A7%9F%E6%88%BF&genre=notice`,
    addresses.sitemap(),
  ])('%s is well-formed XML', async (address) => {
    const page = await withScripts.newPage();
    await page.goto(`${site}${addresses.robots()}`);
    const text = await (await fetch(site + address)).text();
    expect(await xmlProblem(page, text)).toBeNull();
  });

  test('every address of the description answers as it says', async () => {
    const description = (await (await fetch(site + addresses.openApi())).json()) as object;
    await checkDocument(description);
    const check = new AnswerCheck(description);
    const examples = [
      '/index.json',
      ...[addresses.item(richItem.slug), newestOf('power'), newestOf('guide'), newestOf('risk_point')].map(asData),
      '/catalogue.json',
      ...['', '/2024', '/2024/1'].map((rest) => `/catalogue/statutory${rest}.json`),
      '/organs.json',
      '/organs/office.json',
      '/search.json?q=%E5%85%AC%E7%A7%9F%E6%88%BF&sort=date',
      ...['', 'risks/', 'changes/'].map((list) => `${addresses.powers()}${list}list.json`),
      addresses.newsFeed('json'),
      addresses.categoryFeed('statutory', 'json'),
      `${addresses.searchFeed('json')}?organ=office`,
      addresses.dataCatalogue(),
    ];
    const problems: string[] = [];
    for (const path of [...examples, asData(withdrawn)]) {
      const answer = await fetch(site + path);
      const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
      problems.push(...check.problems(path, answer.status, type, await answer.json()));
    }
    expect(problems).toEqual([]);
  });

  test('an item for staff is in no form of the data', async () => {
    const forms = ['/index.json', '/catalogue/statutory.json', addresses.newsFeed('json'), addresses.dump('csv')];
    const texts = await Promise.all(forms.map(async (path) => (await fetch(site + path)).text()));
    expect(internalTitles().filter((title) => texts.some((text) => text.includes(title)))).toEqual([]);
  });

  test('the dump has every published item, once, and vouches for what it sent', async () => {
    const lines = (await (await fetch(site + addresses.dump('ndjson'))).text()).trimEnd().split('\n');
    const { end } = JSON.parse(lines.pop() ?? '') as { end: { items: number; sha256: string } };
    const published = itemsIn(await publishedChanges(demo)).map(({ indexNo }) => indexNo);
    expect(lines.map((line) => (JSON.parse(line) as Item).indexNo).sort()).toEqual(published.sort());
    const sha256 = createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest('hex');
    expect(end).toEqual({ items: lines.length, sha256 });
  });

  test('what has not changed is not sent again', async () => {
    for (const path of [asData(addresses.item(richItem.slug)), addresses.categoryFeed('statutory', 'atom')]) {
      const etag = (await fetch(site + path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{64}(?:-br|-gzip)?"$/);
      expect((await fetch(site + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });

  test('the sitemap lists exactly what is published, and every address in it answers', async () => {
    const page = await withScripts.newPage();
    await page.goto(`${site}${addresses.robots()}`);
    const read = async (url: string) => {
      const text = await (await fetch(url)).text();
      expect(await xmlProblem(page, text)).toBeNull();
      return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = '']) => location);
    };
    const listed: string[] = [];
    for (const part of await read(site + addresses.sitemap())) listed.push(...(await read(part)));

    const changes = await publishedChanges(demo);
    const standing = [
      addresses.home(),
      addresses.catalogue(),
      addresses.organs(),
      addresses.statistics(),
      addresses.services(),
      addresses.data(),
      addresses.apply(),
      addresses.venues(),
      addresses.accessibility(),
    ];
    const lists = changes.flatMap((change) => {
      if (change.kind === 'category_saved')
        return isForWebsite(change.payload) ? addresses.category(change.payload.code) : [];
      return change.kind === 'organ_saved' ? addresses.organ(change.payload.code) : [];
    });
    const pages = [...standing, ...lists].map((path) => site + path);
    const published = itemsIn(changes).map((item) => site + addresses.item(item.slug, itemTypeOf(item)));
    const isItem = new Set(published);
    expect(listed.filter((url) => isItem.has(url)).sort()).toEqual(published.sort());
    const others = listed.filter((url) => !isItem.has(url));
    const ofPowers = others.filter((url) => url.startsWith(site + addresses.powers()));
    expect(ofPowers).toEqual(
      expect.arrayContaining(
        [addresses.powers(), addresses.risks(), addresses.powerChanges()].map((path) => site + path),
      ),
    );
    expect(others.filter((url) => !ofPowers.includes(url)).sort()).toEqual(pages.sort());
    const statuses = await Promise.all(listed.map(async (url) => (await fetch(url, { redirect: 'manual' })).status));
    expect(listed.filter((_, at) => statuses[at] !== 200)).toEqual([]);
  });
});

const PAGES = [
  { name: 'the home page', address: () => '/' },
  { name: 'the catalogue', address: () => addresses.catalogue() },
  { name: 'a category', address: () => addresses.category('guifanxing-wenjian') },
  { name: 'a year of a category', address: () => addresses.categoryYear('guifanxing-wenjian', YEAR) },
  { name: 'an item with a table and an attachment', address: () => addresses.item(richItem.slug) },
  { name: 'an organ', address: () => addresses.organ('office') },
  { name: 'services from A to Z', address: () => addresses.services() },
  { name: 'the list of powers', address: () => addresses.powers() },
  { name: 'powers of a kind', address: () => `${addresses.powers()}list?kind=penalty` },
  { name: 'a power', address: () => newestOf('power') },
  { name: 'a service guide', address: () => newestOf('guide') },
  { name: 'a risk point', address: () => newestOf('risk_point') },
  { name: 'the risk points', address: () => addresses.risks() },
  { name: 'what changed in the list of powers', address: () => addresses.powerChanges() },
  { name: 'the statistics', address: () => addresses.statistics() },
  { name: 'a search', address: () => addresses.search('公租房') },
  { name: 'a search with filters', address: () => `${addresses.search('住房')}&year=2026&files=yes` },
  { name: 'the data for programs', address: () => addresses.data() },
  { name: 'a page that is not there', address: () => '/items/mei-you/' },
  { name: 'a withdrawn item', address: () => withdrawn },
] as const;

// All that differs in the dark are colours.
const COLOR_SCHEMES = [
  { colorScheme: 'light', rules: undefined },
  { colorScheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
] as const;

describe.each(PAGES)('$name', ({ address }) => {
  test('has no finding of axe, wide or narrow, light or dark', async () => {
    const page = await withScripts.newPage();
    await page.goto(site + address());
    const findings: string[] = [];
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const { colorScheme, rules } of COLOR_SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const finding of await axeFindings(page, rules)) findings.push(`${width} px, ${colorScheme}: ${finding}`);
      }
    }
    expect(findings).toEqual([]);
  });

  test('needs no scrolling to the side at 320 px', async () => {
    const page = await withScripts.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site + address());
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test('gives the browser nothing to complain about', async () => {
    const page = await withScripts.newPage();
    const complaints = complaintsOf(page);
    await page.goto(site + address(), { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
  });
});

describe('with the keyboard', () => {
  test('the first stop is a link to the content, and it leads there', async () => {
    const page = await withScripts.newPage();
    await page.goto(site);
    await page.keyboard.press('Tab');
    const link = page.locator(':focus');
    expect(await link.innerText()).toBe('跳到正文');
    const box = await link.boundingBox();
    expect(box && box.y >= 0 && box.height > 0, 'the link is in sight while it has the focus').toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test.each(PAGES.slice(0, 7))('every stop on $name shows that it has the focus', async ({ address }) => {
    const page = await withScripts.newPage();
    await page.goto(site + address());
    const hidden: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(describeUnseenFocus);
      if (unseen !== null) hidden.push(unseen);
    }
    expect(hidden).toEqual([]);
  });
});

/** Runs in the page: what has the focus and shows no outline, or null. */
function describeUnseenFocus(): string | null {
  const stop = document.activeElement;
  if (stop === null || stop === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop);
  const isSeen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  return isSeen ? null : stop.outerHTML.slice(0, 120);
}

async function headingIs(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
}

/** What the browser's parser says against a text, or null. */
function xmlProblem(page: Page, text: string): Promise<string | null> {
  return page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    return document.querySelector('parsererror')?.textContent ?? null;
  }, text);
}
