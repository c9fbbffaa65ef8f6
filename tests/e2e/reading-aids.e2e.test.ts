import { addresses, itemTypeOf, type Item, type ItemType } from 'disclosure-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { finishSaying, said, useVoice } from './support/voice.ts';
import { itemsIn, publishedChanges } from './support/published.ts';

const demo = inject('demo');
const site = demo.siteUrl;
const browser = useBrowser();

let items: Item[];
let withoutScripts: BrowserContext;

beforeAll(async () => {
  items = itemsIn(await publishedChanges(demo));
  withoutScripts = await browser.shared({ javaScriptEnabled: false });
});

function newestOf(type: ItemType): Item {
  return items.findLast((each) => itemTypeOf(each) === type) ?? expect.fail(`The demo has no ${type}`);
}

const addressOf = (item: Item) => site + addresses.item(item.slug, itemTypeOf(item));

describe('large print', () => {
  const isOn = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-elder'));

  test('is kept from page to page until it is left, and the switch passes the focus on', async () => {
    const page = await browser.page();
    await page.goto(site);
    await page.getByRole('button', { name: '长辈版', exact: true }).click();
    const leave = page.getByRole('button', { name: '退出长辈版' });
    expect(await leave.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.goto(addressOf(newestOf('power')));
    expect(await isOn(page)).toBe(true);
    await leave.click();
    expect(await page.locator(':focus').innerText()).toBe('长辈版');
    await page.goBack();
    expect(await isOn(page)).toBe(false);
  });

  test.each(['item', 'power', 'guide', 'risk_point'] as const)('keeps all of the content: %s', async (type) => {
    const page = await browser.page();
    await page.goto(addressOf(newestOf(type)));
    const text = await withoutSecondary(page);
    await page.goto(addressOf(newestOf(type)));
    const content = () => page.locator('article :is(h1, h2, h3, .prose, .record, .byline, .table, .flow, a.download)');
    const seen = async () => (await content().all()).length;
    const before = await seen();
    await page.getByRole('button', { name: '长辈版', exact: true }).click();
    expect(await seen()).toBe(before);
    expect(words(await page.locator('article').innerText())).toEqual(words(text));
    expect(await page.locator('.secondary :is(h1, h2, .prose, .record, .flow, form)').count()).toBe(0);
  });
});

/** What is between spaces and ends of lines: a table that has become cards keeps its words and loses its lines. */
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** The text of an article without what large print may leave out of it: the same as data, index numbers of other items. */
function withoutSecondary(page: Page): Promise<string> {
  return page.locator('article').evaluate((article: HTMLElement) => {
    article.querySelectorAll('.secondary').forEach((each) => each.remove());
    return article.innerText;
  });
}

describe('without scripts', () => {
  test.each(['item', 'power', 'guide', 'risk_point'] as const)(
    'no control is shown that would be dead: %s',
    async (type) => {
      const page = await withoutScripts.newPage();
      const item = newestOf(type);
      await page.goto(addressOf(item));
      for (const control of await page.locator('button').all())
        expect(await control.isVisible(), await control.innerText()).toBe((await control.innerText()) === '搜索');
      const citation = page.locator('.citation');
      expect(await citation.innerText()).toContain(item.title);
      expect(await citation.innerText()).toContain(addressOf(item));
      expect(await page.getByRole('link', { name: '纠错', exact: true }).getAttribute('href')).toContain(
        encodeURIComponent(addressOf(item)),
      );
      await page.getByText('在手机上打开本页').click();
      expect(await page.getByRole('img', { name: '本页网址的二维码' }).isVisible()).toBe(true);
    },
  );

  test('the statement says why there is no large print, and how text grows', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(site);
    await page.getByRole('link', { name: '无障碍声明' }).click();
    expect(await page.getByRole('main').innerText()).toContain('没有运行脚本');
    expect(await page.getByRole('button', { name: '使用长辈版' }).count()).toBe(0);
  });
});

test('on a phone the record of an item is folded above its title, and it unfolds; elsewhere and on paper it is open', async () => {
  const page = await withoutScripts.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(addressOf(newestOf('item')));
  const [fold, record] = [page.locator('.record-fold > summary'), page.locator('.record')];
  expect(await record.isVisible()).toBe(false);
  expect((await page.locator('h1').boundingBox())?.y).toBeLessThan(740);
  await fold.click();
  expect(await record.isVisible()).toBe(true);
  await fold.click();
  await page.emulateMedia({ media: 'print' });
  expect([await fold.isVisible(), await record.isVisible()]).toEqual([false, true]);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  expect([await fold.isVisible(), await record.isVisible()]).toEqual([false, true]);
});

test('on paper an item says where it came from, and when it was printed', async () => {
  const page = await browser.page();
  const item = newestOf('item');
  await page.goto(addressOf(item));
  await page.emulateMedia({ media: 'print' });
  const origin = page.locator('.print-origin');
  expect(await origin.innerText()).toContain(addressOf(item));
  expect(await origin.innerText()).toMatch(/打印日期：\d{4}-\d{2}-\d{2}/);
  expect(await origin.locator('svg').isVisible()).toBe(true);
  for (const hidden of ['.strip', '.sections', '.aside', '.aloud', '.crumbs'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
});

test('every button for printing prints', async () => {
  const page = await browser.page();
  await page.addInitScript(() => {
    window.print = () => (document.title = `${document.title}!`);
  });
  await page.goto(addressOf(newestOf('power')));
  const buttons = page.getByRole('button', { name: '打印', exact: true });
  expect(await buttons.count()).toBe(2);
  for (const button of await buttons.all()) await button.click();
  expect(await page.title()).toMatch(/!!$/);
});

describe('reading aloud', () => {
  const start = (page: Page) => page.getByRole('button', { name: '朗读', exact: true });

  test('is not offered where no voice reads Chinese', async () => {
    const page = await browser.page();
    await useVoice(page, 'en-US');
    await page.goto(addressOf(newestOf('item')));
    expect(await start(page).count()).toBe(0);
  });

  test.each(['item', 'power', 'guide'] as const)('reads all of the content, once: %s', async (type) => {
    const page = await browser.page();
    await useVoice(page, 'zh-CN');
    const item = newestOf(type);
    await page.goto(addressOf(item));
    await start(page).click();
    while (await finishSaying(page));
    const [first, ...rest] = await said(page);
    expect(first?.text).toBe(item.title);
    expect(first?.lang).toBe('zh-CN');
    const spoken = bare(rest.map(({ text }) => text).join(''));
    const written = await page.locator('article :is(.prose p, .paragraphs li, .flow-entry b)').allInnerTexts();
    for (const text of written) expect(spoken).toContain(bare(text));
    // It ended by itself.
    expect(await start(page).isVisible()).toBe(true);
  });

  test('marks what it reads, and obeys every button by keyboard', async () => {
    const page = await browser.page();
    await useVoice(page, 'zh-CN');
    await page.goto(addressOf(newestOf('guide')));
    const marked = () => page.locator('.read-now').allInnerTexts();
    await start(page).focus();
    await page.keyboard.press('Enter');
    const [title] = await marked();
    expect(await page.locator(':focus').innerText()).toBe('暂停');
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: '下一段' }).press('Enter');
    expect(await marked()).not.toEqual([title]);
    await page.getByRole('button', { name: '上一段' }).press('Enter');
    expect(await marked()).toEqual([title]);

    const spoken = (await said(page)).length;
    await page.getByRole('button', { name: '暂停' }).press('Space');
    expect(await finishSaying(page)).toBe(false);
    await page.getByRole('button', { name: '继续' }).press('Space');
    expect((await said(page)).length).toBe(spoken + 1);

    await page.getByLabel('语速').selectOption({ label: '快' });
    expect((await said(page)).at(-1)?.rate).toBe(1.25);
    await page.keyboard.press('Escape');
    expect(await marked()).toEqual([]);
    expect(await page.locator(':focus').innerText()).toBe('朗读');
  });
});

const bare = (text: string) => text.replace(/[\s，]/g, '');
