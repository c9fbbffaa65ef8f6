import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPONENT_NAMES } from '../../site/theme/src/component-names.ts';
import { startComponents, type ComponentsSite } from '../components/start.ts';
import { freePort } from '../support/free-port.ts';
import { sampleFolder } from '../support/sample-folder.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { sideways } from './support/page-checks.ts';

const browser = useBrowser();
const dataDir = sampleFolder('components');
let site: ComponentsSite;

/** What every page is made of: the page of components shows them by being a page. */
const PARTS_OF_A_PAGE = ['Footer', 'Head', 'Masthead', 'Navigation', 'Page', 'PrintOrigin', 'Strip'];
/** Shown as a part of another. */
const INSIDE: Readonly<Partial<Record<(typeof COMPONENT_NAMES)[number], string>>> = {
  FlowText: 'FlowChart',
  RecordContent: 'PowerContent',
};
/** Of a page with one thing on it; here the same landmarks, headings and ids come again with every state. */
const OF_SINGLE_PAGES = /^(?:duplicate-id|heading-order|landmark-|page-has-heading-one|region)/;

beforeAll(async () => {
  site = await startComponents(await freePort(), dataDir);
});

afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('every component that a site can replace is shown', async () => {
  const page = await browser.page();
  await page.goto(site.page);
  const shown = await page.locator('h2.component').allInnerTexts();
  const missing = COMPONENT_NAMES.filter(
    (name) => ![...shown, ...PARTS_OF_A_PAGE].includes(name) && !shown.includes(INSIDE[name] ?? ''),
  );
  expect(missing).toEqual([]);
  const empty = await page
    .locator('.specimen')
    .evaluateAll((all) =>
      all.flatMap((each, at) =>
        each.textContent.trim() === '' && each.querySelector('svg, input') === null ? [at] : [],
      ),
    );
  expect(empty).toEqual([]);
});

test.each(['light', 'dark'] as const)('every state is whole in %s, wide and narrow', async (colorScheme) => {
  const page = await browser.page();
  await page.emulateMedia({ colorScheme });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.page);
    expect(await sideways(page)).toBe(0);
    expect((await axeFindings(page)).filter((finding) => !OF_SINGLE_PAGES.test(finding))).toEqual([]);
  }
});
