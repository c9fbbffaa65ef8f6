import { addresses, itemTypeOf, type Item, type Power } from 'disclosure-contract';
import { flowTemplate } from 'disclosure-contract/flow';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { draftOf, placesOf } from '../support/drafts.ts';
import { until } from '../support/department.ts';
import { editorWith } from '../support/editor.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { itemsIn, publishedChanges } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const powers = editorWith(signInsOf(demo), 'power');

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
const TITLE = '燃气设施改动审批（浏览器测试）';

let phone: BrowserContext;
let withoutScripts: BrowserContext;
let item: Item;
let power: Power;

const POWER = {
  code: 'XK-901',
  kind: 'license',
  level: 'city',
  organNature: 'statutory',
  bases: [
    { rank: 'administrative_regulation', name: '城镇燃气管理条例', docNo: '国务院令第583号', article: '第三十八条' },
  ],
  duties: [{ stage: '受理', text: '一次性告知补正材料。' }],
  statutoryLimitAmount: 20,
  feesCharged: false,
  supervisionPhone: '0558-5550031',
};

async function publishedPower(title: string, changes: Record<string, unknown> = {}): Promise<string> {
  const places = placesOf(await publishedChanges(demo));
  const flows = flowTemplate('license');
  const documentId = await powers.write({ ...draftOf(title, places), ...POWER, flows, ...changes });
  await powers.publish(documentId);
  return documentId;
}

const itemOf = async (documentId: string) =>
  itemsIn(await publishedChanges(demo)).find((each) => each.documentId === documentId);

beforeAll(async () => {
  phone = await browser.shared(PHONE);
  withoutScripts = await browser.shared({ javaScriptEnabled: false });
  const documentId = await publishedPower(TITLE);
  item = (await itemOf(documentId)) ?? expect.fail('The power is not public');
  if (item.record?.type !== 'power') throw new Error('What was published is no power');
  power = item.record;
  await until('the power is there', async () => (await fetch(pageOf())).status === 200);
});

const pageOf = () => demo.siteUrl + addresses.item(item.slug, itemTypeOf(item));

describe('a visitor without scripts', () => {
  test('finds the power by its kind, and by what a step of its flow says', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(demo.siteUrl + addresses.powers());
    await page.getByRole('combobox', { name: '类型' }).selectOption({ label: '行政许可' });
    await page.getByLabel(/名称/).fill('燃气设施改动');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('link', { name: TITLE }).click();
    await page.waitForURL(pageOf());

    const step = power.flows[0]?.flow.nodes.find(({ kind }) => kind === 'step')?.title ?? '';
    await page.goto(`${demo.siteUrl}${addresses.search(step)}`);
    await page.getByRole('link', { name: TITLE }).first().waitFor();
  });

  test('goes from a step of the chart to its text, and from a branch to the step that it leads to', async () => {
    const page = await withoutScripts.newPage();
    await page.goto(pageOf());
    const links = page.locator('svg.flow-chart >> nth=0 >> a');
    const flow = power.flows[0]?.flow ?? expect.fail('The power has no flow');
    expect(await links.count()).toBe(flow.nodes.length);
    for (const target of await hrefsIn(page, 'svg.flow-chart a')) expect(await page.locator(target).count()).toBe(1);
    const branches = await hrefsIn(page, '.flow-text a');
    expect(branches.length).toBeGreaterThanOrEqual(flow.edges.length);
    for (const target of branches) expect(await page.locator(target).count()).toBe(1);
  });

  test('takes the power away as data', async () => {
    const [json, csv] = await Promise.all(
      ['json', 'csv'].map((form) => fetch(`${pageOf().slice(0, -1)}.${form}`).then((answer) => answer.text())),
    );
    expect(JSON.parse(json ?? '')).toMatchObject({ title: TITLE });
    expect(csv).toContain('城镇燃气管理条例');
    const list = (await (await fetch(`${demo.siteUrl}${addresses.powers()}list.json?kind=license`)).json()) as {
      powers: { title: string; kind: string }[];
    };
    expect(list.powers.map(({ title }) => title)).toContain(TITLE);
    expect(new Set(list.powers.map(({ kind }) => kind))).toEqual(new Set(['license']));
  });
});

describe('on a telephone', () => {
  test('the chart begins in sight, scrolls in its frame alone, and grows by button', async () => {
    const page = await phone.newPage();
    await page.goto(pageOf());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const view = page.locator('.flow-view').first();
    await view.scrollIntoViewIfNeeded();
    const start = page.locator('svg.flow-chart .flow-start').first();
    const [frame, box] = [await view.boundingBox(), await start.boundingBox()];
    if (frame === null || box === null) throw new Error('The chart is not shown');
    expect(box.x).toBeGreaterThanOrEqual(frame.x);
    expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
    await page.getByRole('button', { name: '放大' }).first().click();
    const grown = await start.boundingBox();
    expect(grown?.width ?? 0).toBeGreaterThan(box.width);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('the wall chart has no finding of axe', async () => {
    const page = await phone.newPage();
    await page.goto(demo.siteUrl + addresses.powerChart(item.slug));
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('printed, the page has the chart in parts, and the wall chart is one sheet of A3', async () => {
  const page = await browser.shared().then((desk) => desk.newPage());
  await page.goto(pageOf());
  await page.emulateMedia({ media: 'print' });
  const parts = page.locator('.flow-printed svg');
  expect(await parts.count()).toBeGreaterThan(0);
  for (const part of await parts.all()) expect(await part.isVisible()).toBe(true);

  await page.goto(demo.siteUrl + addresses.powerChart(item.slug));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [Number(width), Number(height)].map(Math.round).sort((one, other) => one - other),
  );
  expect(sheets).toEqual([[842, 1191]]);
});

test('what was changed in a step is public once it is approved, and not before', async () => {
  const { documentId } = item;
  const [first] = power.flows;
  const flow = first?.flow ?? expect.fail('The power has no flow');
  const changed =
    flow.nodes.find(({ limit }) => limit?.countsTowardsTotal === true) ?? expect.fail('No step has a limit');
  const nodes = flow.nodes.map((node) => (node === changed ? { ...node, note: '浏览器测试改过的说明' } : node));
  await powers.change(documentId, { flows: [{ ...first, flow: { ...flow, version: 2, nodes } }] });
  const shows = async () => (await (await fetch(pageOf())).text()).includes('浏览器测试改过的说明');
  await powers.approve(documentId);
  expect(await shows()).toBe(false);
  await powers.publishApproved(documentId);
  await until('the change is public', shows, 5_000);
});

async function hrefsIn(page: Page, selector: string): Promise<string[]> {
  const hrefs = await page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(hrefs.filter((href) => href.startsWith('#')))];
}
