import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addresses } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { until } from '../support/department.ts';
import { freePort } from '../support/free-port.ts';
import {
  sampleCategory,
  SampleFeed,
  sampleItem,
  sampleOrgan,
  serveFeed,
  type ServedFeed,
} from '../support/sample-feed.ts';
import { sampleFolder } from '../support/sample-folder.ts';
import { samplePower } from '../support/sample-records.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';

/** A site that is another department's: the theme is the same, nothing else is. */
const BRAND = join(root, 'tests/brand');
const ASTRO = join(root, 'node_modules/astro/bin/astro.mjs');
const TOKEN = 'a-token-of-the-second-brand';
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What the built site gives to the program that starts it. */
interface RunningSite {
  readonly url: string;
  stop(): Promise<void>;
}

const browser = useBrowser();
const dataDir = sampleFolder('brand');
let served: ServedFeed;
let site: RunningSite;

beforeAll(async () => {
  const feed = new SampleFeed();
  feed.saveOrgan(sampleOrgan(1));
  feed.saveCategory(sampleCategory(1));
  for (const n of [1, 2, 3]) feed.publish(sampleItem(n, { categories: ['category-1'] }));
  feed.publish(samplePower(4, {}, { categories: ['category-1'] }));
  served = await serveFeed(feed, TOKEN);

  const { status, stdout, stderr } = spawnSync(process.execPath, [ASTRO, 'build', '--root', BRAND], {
    cwd: BRAND,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  const entry = pathToFileURL(join(BRAND, 'dist/server/entry.mjs')).href;
  const { start } = (await import(entry)) as { start(env: Record<string, string>): Promise<RunningSite> };
  const port = await freePort();
  const url = `http://localhost:${port}`;
  site = await start({
    DATA_DIR: dataDir,
    SITE_PORT: String(port),
    SITE_URL: url,
    CMS_URL: served.url,
    NODE_TOKEN: TOKEN,
  });
  await until('the node has made every page', async () => {
    const { state } = (await (await fetch(`${site.url}${addresses.health()}`)).json()) as { state: string };
    return state === 'ready';
  });
});

afterAll(async () => {
  await site.stop();
  await served.close();
  for (const folder of [dataDir, join(BRAND, 'dist'), join(BRAND, '.astro')])
    rmSync(folder, { recursive: true, force: true });
});

test('the masthead has the brand’s name, emblem and colours', async () => {
  const page = await browser.page();
  await page.goto(site.url);
  const masthead = page.locator('.masthead');
  expect(await masthead.innerText()).toContain('Lakeside Forestry Bureau');
  expect(await masthead.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe('rgb(29, 92, 58)');
  const emblem = masthead.locator('img');
  expect(await emblem.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Records of the forest');
});

test('the interface is English throughout; what was published keeps its language', async () => {
  const page = await browser.page();
  await page.goto(site.url + addresses.accessibility());
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.getByRole('main').innerText()).not.toMatch(/[\u4e00-\u9fff]/);
});

describe.each([
  { name: 'the home page', address: addresses.home() },
  { name: 'a category', address: addresses.category('lan-mu-1') },
  { name: 'an item', address: addresses.item('zhu-fang-1') },
  { name: 'the list of powers', address: addresses.powers() },
  { name: 'a search', address: addresses.search('住房') },
  { name: 'the accessibility statement', address: addresses.accessibility() },
])('$name', ({ address }) => {
  test('has no finding of axe in the brand’s colours, light, dark and in large print', async () => {
    const page = await browser.page({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.url + address);
    const findings = await axeFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    findings.push(...(await axeFindings(page, COLOURS)));
    await page.getByRole('button', { name: 'Large print', exact: true }).click();
    findings.push(...(await axeFindings(page)));
    await page.emulateMedia({ colorScheme: 'light' });
    findings.push(...(await axeFindings(page, COLOURS)));
    expect(findings).toEqual([]);
  });
});
