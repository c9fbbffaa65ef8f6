import { readFileSync } from 'node:fs';
import { addresses, dayInChina } from 'disclosure-contract';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { POSTS, SUPER_ADMIN } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf, type Places } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, openItemList, signInAtPanel } from './support/editor-desk.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const editor = editorWith(signInsOf(demo));
const wordTable = readFileSync(new URL('./fixtures/word-table.html', import.meta.url), 'utf8');

let desk: BrowserContext;
let filing: Places;

beforeAll(async () => {
  desk = await browser.shared({ viewport: { width: 1280, height: 900 } });
  await signInAtPanel(desk, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
  filing = placesOf(await publishedChanges(demo));
});

/** Writes and publishes an item without the browser, and waits until its page is there. */
async function publish(draft: Record<string, unknown>): Promise<{ documentId: string; slug: string }> {
  const documentId = await editor.write(draft);
  await editor.publish(documentId);
  return { documentId, slug: await publicSlugOf(documentId) };
}

async function publicSlugOf(documentId: string): Promise<string> {
  const item = itemsIn(await publishedChanges(demo)).find((each) => each.documentId === documentId);
  if (!item) throw new Error(`Item ${documentId} is not public`);
  await untilStatus(demo.siteUrl + addresses.item(item.slug), 200);
  return item.slug;
}

async function textOf(address: string): Promise<string> {
  return (await fetch(demo.siteUrl + address)).text();
}

test('an officer writes an item, publishes it once it is approved, sees that it is public, and a visitor without scripts finds it', async () => {
  const title = '关于涡河小区预售资金监管情况的通知';
  const attachment = {
    name: '监管情况表.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('项目,金额\n涡河小区一期,1280.50\n'),
  };

  const form = await ItemForm.create(desk, demo.cmsUrl);
  await form.text('标题').fill(title);
  await form.relate('公开目录', '部门文件');
  await form.relate('发布机构', '亳州市住房和城乡建设局');
  await form.relate('责任科室', '亳州市住房和城乡建设局办公室');
  await form.select('主题分类', '城乡建设、环境保护');
  await form.select('体裁分类', '通知');
  await form.text('内容概述').fill('通报涡河小区各期预售资金的监管情况。');
  await form.body.click();
  await form.tool('一级标题').click();
  await form.page.keyboard.type('一、总体情况');
  await form.page.keyboard.press('Enter');
  await form.page.keyboard.type('本季度监管资金运行平稳。');
  await form.page.keyboard.press('Enter');
  await form.tool('插入表格').click();
  await form.page.keyboard.type('监管银行');
  await form.page.keyboard.press('Control+End');
  await form.paste(wordTable);
  await form.attach(attachment);
  await form.save();
  await editor.approve(await form.documentId());
  // What the form has read since its save may be from before the last decision.
  await form.page.reload();
  await form.publish();
  const receipt = form.receiptOf('演示站点');
  await receipt.getByText('已更新').waitFor();
  expect(await receipt.innerText()).toMatch(/[\d.]+ 秒后可见 \/ [1-9]\d* 个页面\s+\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);

  const visitor = await browser.page({ javaScriptEnabled: false });
  await visitor.goto(demo.siteUrl);
  await visitor.getByRole('searchbox').fill('涡河小区 预售资金');
  await visitor.getByRole('button', { name: '搜索' }).click();
  await visitor.locator('.hits').getByRole('link', { name: title }).first().click();
  await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
  const article = visitor.getByRole('article');
  expect(await article.getByRole('heading', { level: 2 }).first().innerText()).toBe('一、总体情况');
  expect(await article.getByRole('columnheader', { name: '监管银行' }).count()).toBe(1);
  expect(await article.getByRole('table').nth(1).locator('td[rowspan="2"]').innerText()).toBe('谯城区');
  expect(await article.locator('[data-body]').innerHTML()).not.toMatch(/<script|onclick|mso-|taken over/i);

  const download = visitor.waitForEvent('download');
  await article.getByRole('link', { name: /^下载/ }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(attachment.name);
  expect(readFileSync(await saved.path())).toEqual(attachment.buffer);
});

test('what is pasted from Word keeps its table with merged cells, and loses scripts and Word’s styles', async () => {
  const form = await ItemForm.create(desk, demo.cmsUrl);
  await form.body.click();
  await form.paste(wordTable);
  const table = form.body.getByRole('table');
  await table.waitFor();
  expect(await table.locator('td[colspan="2"]').innerText()).toBe('监管项目');
  expect(await table.locator('td[rowspan="2"]').innerText()).toBe('谯城区');
  expect(await form.body.innerHTML()).not.toMatch(/<script|onclick|mso-|Mso|<o:p|font-family/i);
  expect(await form.page.title()).not.toBe('taken over');
});

test('submitting an incomplete draft names every gap in Chinese and keeps what was typed', async () => {
  const form = await ItemForm.create(desk, demo.cmsUrl);
  await form.text('标题').fill('关于尚未写完的通知');
  await form.text('内容概述').fill('写到一半。');
  await form.body.click();
  await form.page.keyboard.type('这一段已经写好。');
  await form.save();
  const refusal = await form.submitInVain();
  for (const gap of [
    '请至少选择一个公开目录栏目。',
    '请选择发布机构。',
    '请选择责任科室。',
    '请选择主题分类；没有合适的，选“其他”。',
    '请选择体裁；不是公文的，选“其他”。',
  ]) {
    await expect.poll(() => refusal.innerText(), { timeout: 30_000 }).toContain(gap);
  }
  // The hint of the button behind may be open by then: it goes first.
  await expect
    .poll(async () => {
      await form.page.keyboard.press('Escape');
      return form.page.getByRole('dialog').count();
    })
    .toBe(0);
  expect(await form.text('标题').inputValue()).toBe('关于尚未写完的通知');
  expect(await form.text('内容概述').inputValue()).toBe('写到一半。');
  expect(await form.body.innerText()).toBe('这一段已经写好。');
});

test('a refused save keeps what was typed into an item that is stored already', async () => {
  const documentId = await editor.write(draftOf('关于保存被拒的通知', filing));
  const form = await ItemForm.open(desk, demo.cmsUrl, documentId);
  await form.text('内容概述').fill('改过的概述。');
  await form.text('文号').fill('不是文号');
  await form.page.getByRole('button', { name: '保存', exact: true }).click();
  await form.page.getByRole('main').getByText('文号格式不对').first().waitFor();
  expect(await form.text('内容概述').inputValue()).toBe('改过的概述。');
  expect(await form.text('文号').inputValue()).toBe('不是文号');
});

test('a category is chosen by its way through the catalogue, and only one that has none below it', async () => {
  const form = await ItemForm.create(desk, demo.cmsUrl);
  const box = form.page.getByRole('combobox', { name: '公开目录', exact: true });
  await box.click();
  const offered = await form.page.getByRole('option').allInnerTexts();
  expect(offered).toContain('法定主动公开内容 / 政策法规 / 部门文件');
  expect(offered).not.toContain('法定主动公开内容');
  expect(offered).not.toContain('法定主动公开内容 / 政策法规');
  expect(offered.join()).not.toMatch(/新建|create/i);
  await form.page.keyboard.press('Escape');

  await form.text('标题').fill('关于选择目录的通知');
  await form.relate('公开目录', '部门文件');
  await form.relate('公开目录', '政策解读');
  await form.page.getByRole('button', { name: /政策解读”设为主目录/ }).click();
  await form.save();
  await form.page.waitForURL((url) => !url.pathname.endsWith('/create'));
  const chosen = form.page.getByRole('listitem').filter({ hasText: '政策法规' });
  await expect
    .poll(async () => (await chosen.allInnerTexts()).map((text) => text.split('\n')[0]), { timeout: 10_000 })
    .toEqual(['法定主动公开内容 / 政策法规 / 政策解读（主目录）', '法定主动公开内容 / 政策法规 / 部门文件']);
});

test('what publishing requires is marked before anybody tries', async () => {
  const form = await ItemForm.create(desk, demo.cmsUrl);
  const marked = form.page.getByRole('main').locator('label').filter({ hasText: '*' });
  await form.publication.getByText('带 * 的字段在发布前必须填好').waitFor();
  const labels = await marked.allInnerTexts();
  expect(labels.map((label) => label.replace('*', '').trim())).toEqual(
    expect.arrayContaining(['标题', '公开目录', '发布机构', '责任科室', '主题分类', '体裁分类']),
  );
});

// Before anything is filtered: the list remembers its filters.
test('an abstract that is longer than advised is remarked on while it is written', async () => {
  const form = await ItemForm.create(desk, demo.cmsUrl);
  const remark = form.publication.getByRole('status');
  await form.text('内容概述').fill('概'.repeat(300));
  expect(await remark.count()).toBe(0);
  await form.text('内容概述').fill('概'.repeat(301));
  expect(await remark.innerText()).toContain('内容概述有 301 字，建议不超过 300 字。');
  await form.body.fill('文'.repeat(5001));
  await remark.waitFor({ state: 'detached' });
  await form.page.close();
});

test('the columns of a category are filled with marks, and its page shows them at once', async () => {
  const administration = await browser.shared({ viewport: { width: 1280, height: 900 } });
  await signInAtPanel(administration, demo.cmsUrl, loginOf(demo.logins, SUPER_ADMIN.role));
  const page = await administration.newPage();
  await page.goto(`${demo.cmsUrl}/admin/content-manager/collection-types/plugin::disclosure.category/create`);
  await page.getByRole('textbox', { name: '目录名称' }).fill('城市更新');
  await page.getByRole('textbox', { name: '目录代码' }).fill('chengshi-gengxin');

  const adder = page.getByRole('textbox', { name: '公开内容（要素）' });
  await adder.fill('更新计划、实施方案、');
  await adder.fill('征求意见');
  await adder.press('Enter');
  await page.getByRole('button', { name: '征求意见：必须公开' }).press('Enter');
  await page.getByRole('button', { name: '删除“实施方案”' }).click();

  const channels = page.getByRole('combobox', { name: '公开渠道和载体' });
  for (const channel of ['政府网站', '公开查阅点']) {
    await channels.click();
    await page.getByRole('option', { name: channel, exact: true }).click();
  }
  await page.getByRole('button', { name: '公开查阅点：必须公开' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();

  const address = `${demo.siteUrl}${addresses.category('chengshi-gengxin')}`;
  await untilStatus(address, 200);
  const words = (await textOf(addresses.category('chengshi-gengxin'))).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('公开内容 ● 必须公开 更新计划 〇 可选公开 征求意见');
  expect(words).toContain('公开渠道 ■ 必须公开 政府网站 □ 可选公开 公开查阅点');
  expect(words).toContain('公开对象 全社会');
  expect(words).toContain('公开层级 市级');

  await page.getByRole('textbox', { name: '特定群体' }).fill('更新范围内的业主');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('公开对象没有选“特定群体”').first().waitFor();
});

test('the list fits a screen of 1280 pixels with its last column', async () => {
  const list = await openItemList(desk, demo.cmsUrl);
  const header = await list.getByText('公开状态', { exact: true }).boundingBox();
  const table = list.locator('table').locator('..');
  expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  expect((header?.x ?? 1280) + (header?.width ?? 0)).toBeLessThanOrEqual(1280);
});

test('the list filters by fields that are named in Chinese, and finds what is withdrawn', async () => {
  const { documentId } = await publish(draftOf('关于筛选撤下事项的通知', filing));
  await editor.withdraw(documentId, 'duplicate');
  const list = await openItemList(desk, demo.cmsUrl);
  await list.getByRole('button', { name: '筛选', exact: true }).click();
  const [field, operator] = [
    list.locator('form').getByRole('combobox').first(),
    list.locator('form').getByRole('combobox').nth(1),
  ];
  await field.click();
  const names = await list.getByRole('option').allInnerTexts();
  expect(names.filter((name) => !/^\p{Script=Han}/u.test(name))).toEqual([]);
  await list.getByRole('option', { name: '撤下原因' }).click();
  await operator.click();
  await list.getByRole('option', { name: '任何一种（已撤下）' }).click();
  await list.getByRole('button', { name: '添加筛选条件' }).last().click();
  const row = list.getByRole('row').filter({ hasText: '关于筛选撤下事项的通知' });
  await row.getByText('已撤下').waitFor();
  expect(await list.getByText('已公开', { exact: true }).count()).toBe(0);
});

test.each([
  { what: 'for staff only', state: '内部公开', changes: { scope: 'internal' } },
  { what: 'withheld', state: '已发布，不上网', changes: { disclosureMode: 'withheld' } },
])('an item that is $what is not called public, and has no public page to open', async ({ state, changes }) => {
  const documentId = await editor.write({ ...draftOf(`关于${state}的通知`, filing), ...changes });
  await editor.publish(documentId);
  const form = await ItemForm.open(desk, demo.cmsUrl, documentId);
  await form.publication.getByText(state, { exact: true }).waitFor();
  expect(await form.publication.getByRole('link').count()).toBe(0);
  expect(await form.publication.getByText('已公开', { exact: true }).count()).toBe(0);
});

test('the disclosure office withdraws an item with a reason, and its page says 410 with that reason', async () => {
  const { documentId, slug } = await publish(draftOf('关于撤下原因的通知', filing));
  const office = await browser.shared({ viewport: { width: 1280, height: 900 } });
  await signInAtPanel(office, demo.cmsUrl, loginOf(demo.logins, POSTS.office.role));
  const form = await ItemForm.open(office, demo.cmsUrl, documentId);
  await form.withdraw('决定被依法变更、撤销、确认违法或确认无效');
  await untilStatus(demo.siteUrl + addresses.item(slug), 410);
  const visitor = await browser.page({ javaScriptEnabled: false });
  await visitor.goto(demo.siteUrl + addresses.item(slug));
  expect(await visitor.getByRole('main').innerText()).toContain('决定被依法变更、撤销、确认违法或确认无效');
  expect(await visitor.content()).not.toContain('关于撤下原因的通知');
});

describe('a withdrawn item', () => {
  const title = '关于蒹葭苍苍路段养护的通知';
  const places = [
    { place: 'the home page', address: addresses.home() },
    { place: 'RSS', address: addresses.rss() },
    { place: 'Atom', address: addresses.atom() },
    { place: 'the search', address: addresses.search('蒹葭苍苍') },
    { place: 'the sitemap', address: addresses.sitemapYear(dayInChina(new Date().toISOString()).slice(0, 4)) },
  ];
  const before = new Map<string, string>();
  let slug: string;

  beforeAll(async () => {
    const item = await publish(draftOf(title, filing));
    slug = item.slug;
    for (const { address } of places) before.set(address, await textOf(address));
    await editor.withdraw(item.documentId, 'inaccurate');
    await untilStatus(demo.siteUrl + addresses.item(slug), 410);
  });

  test.each(places)('is no more in $place', async ({ address }) => {
    const after = await textOf(address);
    expect(before.get(address)).toContain(slug);
    expect(after).not.toContain(slug);
    expect(after).not.toContain(title);
  });
});

test('a second item of the same title gets an address of its own', async () => {
  const draft = draftOf('关于同名事项的通知', filing);
  const first = await publish(draft);
  const second = await publish(draft);
  expect(second.slug).not.toBe(first.slug);
  expect(await textOf(addresses.item(second.slug))).toContain('关于同名事项的通知');
});

test('after a change of address the former one leads to the new one for good', async () => {
  const { documentId, slug } = await publish(draftOf('关于更改网址的通知', filing));
  const next = `xin-wang-zhi-${documentId}`;
  await editor.change(documentId, { slug: next });
  await editor.publish(documentId);
  await untilStatus(demo.siteUrl + addresses.item(next), 200);
  const former = await fetch(demo.siteUrl + addresses.item(slug), { redirect: 'manual' });
  expect(former.status).toBe(301);
  expect(former.headers.get('location')).toBe(addresses.item(next));
});
