import { addresses, itemTypeOf, type Item } from 'disclosure-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { pageAt } from '../support/public-pages.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
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

async function open(address: string): Promise<Page> {
  const page = await withoutScripts.newPage();
  const answer = await page.goto(site + address);
  expect(answer?.status()).toBe(200);
  return page;
}

/** How many a search says that it has found. */
async function found(page: Page): Promise<number> {
  return Number(/\d+/.exec((await page.getByRole('status').innerText()).replaceAll(',', ''))?.[0]);
}

describe('facets of a search', () => {
  test('lead each to as many hits as they say', async () => {
    const page = await open(addresses.search('住房'));
    const links = await page.locator('.facets li').evaluateAll((entries) =>
      entries.map((entry) => ({
        href: entry.querySelector('a')?.getAttribute('href') ?? '',
        count: Number(/\d+/.exec(entry.querySelector('.count')?.textContent ?? '')?.[0]),
      })),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { href, count } of links) {
      const [outcome = ''] = (await pageAt(site + href)).texts('p.outcome');
      expect({ href, outcome }).toEqual({ href, outcome: expect.stringMatching(new RegExp(`^找到${count}件`)) });
    }
  });

  test('are filters that data and feeds follow', async () => {
    const query = `?q=${encodeURIComponent('住房')}&year=2026&type=guide&files=yes`;
    const expected = items.filter(
      (item) =>
        itemTypeOf(item) === 'guide' &&
        item.attachments.some(({ role }) => role === 'attachment') &&
        JSON.stringify(item).includes('住房'),
    );
    const data = (await (await fetch(`${site}${addresses.search()}.json${query}`)).json()) as {
      total: number;
      hits: { url: string }[];
      facets: { filter: string; values: { value: string; count: number }[] }[];
    };
    expect(data.total).toBeGreaterThan(0);
    expect(data.total).toBeLessThanOrEqual(expected.length);
    expect(data.facets.find(({ filter }) => filter === 'type')?.values).toMatchObject([
      { value: 'guide', count: data.total },
    ]);
    const feed = (await (await fetch(`${site}${addresses.searchFeed('json')}${query}`)).json()) as {
      items: { url: string }[];
    };
    expect(feed.items.map(({ url }) => url).sort()).toEqual(data.hits.map(({ url }) => url).sort());
  });

  test('stand folded on a phone, and those that are set are taken away by keyboard', async () => {
    const page = await browser.page({ viewport: { width: 360, height: 740 } });
    await page.goto(site + addresses.search('住房'));
    const files = page.locator('.facets').getByRole('link', { name: '有附件' });
    expect(await files.isVisible()).toBe(false);
    await page.getByText('缩小范围').click();
    await files.click();
    const chip = page.getByRole('link', { name: /附件：有附件.*去掉这个条件/ });
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(site + addresses.search('住房'));
    expect(await page.getByRole('list', { name: '已选条件' }).count()).toBe(0);
  });

  test('stay when other words are searched for', async () => {
    const page = await open(`${addresses.search('住房')}&type=guide`);
    await page.getByRole('searchbox').fill('施工');
    await page.getByRole('button', { name: '搜索', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('type')).toBe('guide');
    expect(await page.getByRole('list', { name: '已选条件' }).innerText()).toContain('类型：办事指南');
  });
});

describe('a search that finds nothing', () => {
  test.each(['公祖房', 'gongzufang', 'Gong zu fang'])('for %s leads to what sounds like it', async (typed) => {
    const page = await open(addresses.search(typed));
    expect(await found(page)).toBe(0);
    await page.getByRole('link', { name: '公租房', exact: true }).click();
    expect(await found(page)).toBeGreaterThan(0);
  });

  test('leads nowhere that finds nothing as well', async () => {
    const page = await open(`${addresses.search('公祖房')}&type=risk_point`);
    for (const link of await page.locator('.did-you-mean a').all()) {
      expect(await found(await open((await link.getAttribute('href')) ?? ''))).toBeGreaterThan(0);
    }
  });
});

describe('services', () => {
  test('stand from A to Z, every guide among them, and as data', async () => {
    const page = await open(addresses.services());
    const letters = await page.locator('.services h2').allInnerTexts();
    expect(letters).toEqual([...letters].sort());
    const guides = items.filter((item) => itemTypeOf(item) === 'guide').map(({ title }) => title);
    expect(await page.locator('.services li a').allInnerTexts()).toEqual(expect.arrayContaining(guides));
    const data = (await (await fetch(`${site}/services.json`)).json()) as { letters: { letter: string }[] };
    expect(data.letters.map(({ letter }) => letter)).toEqual(letters);
    await page.locator('.letters').getByRole('link', { name: 'S', exact: true }).click();
    expect(new URL(page.url()).hash).toBe('#s');
  });

  test('are what tasks of the home page lead to', async () => {
    const page = await open(addresses.home());
    await page.getByRole('link', { name: '我要申请公租房' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('公共租赁住房承租资格确认');
  });
});

describe('suggestions while typing', () => {
  async function typing(text: string, width = 1280): Promise<Page> {
    const page = await browser.page({ viewport: { width, height: 800 } });
    await page.goto(site);
    await page.getByRole('combobox').pressSequentially(text);
    await page.getByRole('option').first().waitFor();
    return page;
  }

  test('are a list that keys go through, and that leads to pages', async () => {
    const page = await typing('施工许可');
    const field = page.getByRole('combobox');
    const active = () => field.getAttribute('aria-activedescendant');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await active()).toBe(null);
    const last = (await page.getByRole('option').count()) - 1;
    await page.keyboard.press('ArrowUp');
    expect(await active()).toMatch(new RegExp(`-${last}$`));
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe(null);
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('option', { selected: true });
    expect(await first.getAttribute('id')).toBe(await active());
    const title = (await first.innerText()).split('\n')[0] ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  test('close by Escape, and the form searches as it does without them', async () => {
    const page = await typing('施工许可');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await page.getByRole('combobox').inputValue()).toBe('施工许可');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}${addresses.search('施工许可')}`);
  });

  test.each([1280, 360])('are whole at %i pixels', async (width) => {
    const page = await typing('施工', width);
    await page.keyboard.press('ArrowDown');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('option').nth(1).click();
    await page.waitForURL(/\/powers\//);
  });

  test('wait until an input method has composed', async () => {
    const page = await browser.page();
    await page.goto(site);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === addresses.suggestions()) asked.push(searchParams.get('q') ?? '');
    });
    await page.getByRole('combobox').focus();
    const session = await page.context().newCDPSession(page);
    for (const text of ['g', 'go', 'gong']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(250);
    }
    expect(asked).toEqual([]);
    await session.send('Input.insertText', { text: '公租' });
    await page.getByRole('option').first().waitFor();
    expect(asked).toEqual(['公租']);
  });

  test('are not there without scripts, and are answered with 304 when they are known', async () => {
    const page = await open(addresses.home());
    expect(await page.getByRole('searchbox').count()).toBe(1);
    const address = `${site}${addresses.suggestions()}?q=${encodeURIComponent('住房')}`;
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});
