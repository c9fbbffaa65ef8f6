import { gzipSync } from 'node:zlib';
import { addresses, itemTypeOf, readingKey, type Item, type ItemType } from 'disclosure-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { itemsIn, publishedChanges } from './support/published.ts';
import {
  floatingThings,
  hiddenStops,
  sideways,
  smallTargets,
  smallTexts,
  structureProblems,
} from './support/page-checks.ts';

const site = inject('demo').siteUrl;
const browser = useBrowser();

/** Contrast alone differs between schemes. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Bytes of script that a page may ask for, compressed as nginx sends them. */
const MOST_SCRIPT = 6 * 1024;

/**
 * A hundredth of what https://web.dev/articles/cls calls good, and less than one line that moves by its height. Not 0: a busy
 * browser may paint when it has read half of the masthead, and the emblem, which is set against the middle of the
 * names beside it, then moves by a pixel or two.
 */
const MOST_SHIFT = 0.001;

let items: Item[];
let usual: BrowserContext;
/** With 长辈版 and large text, as an earlier visit left them. */
let elder: BrowserContext;

beforeAll(async () => {
  items = itemsIn(await publishedChanges(inject('demo')));
  usual = await browser.shared({ reducedMotion: 'reduce' });
  elder = await browser.shared();
  await elder.addInitScript(() => {
    localStorage.setItem('elder', 'on');
    localStorage.setItem('reading', 'large');
  });
});

function newestOf(type: ItemType, has: (item: Item) => boolean = () => true): string {
  const item = items.findLast((each) => itemTypeOf(each) === type && has(each));
  if (!item) throw new Error(`The demo has no such ${type}`);
  return addresses.item(item.slug, type);
}

/** The page of the newest file whose name ends so. */
function readingOf(ending: string): string {
  for (const item of items.toReversed()) {
    const { slug, attachments, readings } = item;
    const file = attachments.find(({ fileName }) => fileName.endsWith(ending));
    const reading = readings.find(({ sha256, html }) => sha256 === file?.sha256 && html !== null);
    if (reading !== undefined) return addresses.reading(slug, readingKey(reading.sha256), itemTypeOf(item));
  }
  throw new Error(`The demo has no page of a file "${ending}"`);
}

const richItem = () => newestOf('item', ({ body, attachments }) => body.includes('<table') && attachments.length > 0);

const PAGES = [
  { name: 'the home page', address: () => addresses.home() },
  { name: 'the catalogue', address: () => addresses.catalogue() },
  { name: 'a category', address: () => addresses.category('guifanxing-wenjian') },
  { name: 'a year of a category', address: () => addresses.categoryYear('guifanxing-wenjian', '2024') },
  { name: 'an item', address: () => richItem() },
  { name: 'a document as a page', address: () => readingOf('.docx') },
  { name: 'a workbook as a page', address: () => readingOf('.xlsx') },
  { name: 'how to apply', address: () => addresses.apply() },
  { name: 'venues', address: () => addresses.venues() },
  { name: 'an organ', address: () => addresses.organ('office') },
  { name: 'an organ with its leaders', address: () => addresses.organ('zjj') },
  { name: 'services from A to Z', address: () => addresses.services() },
  { name: 'the list of powers', address: () => addresses.powers() },
  { name: 'a power', address: () => newestOf('power') },
  { name: 'a service guide', address: () => newestOf('guide') },
  { name: 'a risk point', address: () => newestOf('risk_point') },
  { name: 'a search', address: () => addresses.search('公租房') },
  { name: 'a search with filters', address: () => `${addresses.search('住房')}&year=2026&files=yes` },
  { name: 'a search that finds nothing', address: () => addresses.search('公祖房') },
  { name: 'the accessibility statement', address: () => addresses.accessibility() },
  { name: 'the form for mistakes', address: () => addresses.corrections('/items/a/') },
  { name: 'a page that is not there', address: () => '/items/mei-you/' },
] as const;

async function open(context: BrowserContext, address: string, width = 1280): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.goto(site + address);
  return page;
}

describe.each(PAGES)('$name', ({ address }) => {
  test('is whole in large print, in light and dark, wide and narrow', async () => {
    const page = await open(elder, address());
    const findings = await axeFindings(page);
    expect(await floatingThings(page)).toEqual([]);
    expect(await smallTexts(page, 16.5)).toEqual([]);
    expect(await page.getByRole('button', { name: '退出长辈版' }).isVisible()).toBe(true);
    await page.setViewportSize({ width: 360, height: 800 });
    findings.push(...(await axeFindings(page, COLOURS)));
    expect(await smallTargets(page, 44)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    findings.push(...(await axeFindings(page, COLOURS)));
    expect(findings).toEqual([]);
  });

  test('is whole at 400 %, in forced colours, without motion and on paper', async () => {
    const page = await open(usual, address());
    expect(await structureProblems(page)).toEqual([]);
    const findings = await axeFindings(page, ['target-size']);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    await page.emulateMedia({ media: 'print' });
    findings.push(...(await axeFindings(page, COLOURS)));
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    await page.setViewportSize({ width: 320, height: 256 });
    // The colours of this mode are the reader's own, and axe reads those that they replace.
    findings.push(...(await axeFindings(page)).filter((finding) => !finding.startsWith('color-contrast')));
    expect(findings).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  test('shows what has the focus, whatever stays in place', async () => {
    const page = await open(usual, address());
    expect(await hiddenStops(page, 45, 'Tab')).toEqual([]);
    expect(await hiddenStops(page, 30, 'Shift+Tab')).toEqual([]);
  });
});

test.each([
  { name: 'the home page', address: () => addresses.home() },
  { name: 'a list', address: () => addresses.category('guifanxing-wenjian') },
  { name: 'an item', address: () => richItem() },
  { name: 'a power', address: () => newestOf('power') },
  { name: 'a service guide', address: () => newestOf('guide') },
])('$name does not move while it loads, and asks for little script', async ({ address }) => {
  for (const context of [usual, elder]) {
    for (const width of [1280, 360]) {
      const page = await context.newPage();
      await page.addInitScript(watchShifts);
      const scripts: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.push(response.body());
      });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site + address(), { waitUntil: 'networkidle' });
      const shifts = await page.evaluate(shiftsSeen);
      expect(cumulativeShift(shifts), shifts.map(({ moved }) => moved).join('\n')).toBeLessThan(MOST_SHIFT);
      const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
      expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT);
    }
  }
});

test('what a reader has set is there before anything is painted', async () => {
  const page = await elder.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      const { elder, reading } = document.documentElement.dataset;
      sessionStorage.setItem('at-body', JSON.stringify({ elder, reading }));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site);
  expect(await page.evaluate(() => sessionStorage.getItem('at-body'))).toBe('{"elder":"","reading":"large"}');
});

interface Shift {
  /** Share of the window that moved, times how far. */
  readonly value: number;
  readonly moved: string;
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

function cumulativeShift(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { value }) => sum + value, 0);
}

/** Runs in the page, before it loads: keeps each shift with what moved. */
function watchShifts(): void {
  const seen: Shift[] = [];
  Object.assign(window, { shifts: seen });
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as LayoutShift[]) {
      const moved = sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent,
      );
      seen.push({ value, moved: `${value.toFixed(6)}: ${moved.join(' | ')}` });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: what moved until two frames from now. */
function shiftsSeen(): Promise<readonly Shift[]> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve((window as unknown as { shifts: Shift[] }).shifts)),
    );
  });
}
