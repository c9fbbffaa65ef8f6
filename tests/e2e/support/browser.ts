import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';

/** Where the last view of every page of a failed test is kept. */
const SCREENSHOTS = join(tmpdir(), 'gongkai-e2e');

const PATIENCE_MS = 60_000;

export interface TestBrowser {
  /** A window with settings of its own; closes with the test that opened it. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Windows that share settings and sign-ins, for all tests of the file. Each closes with the test that opened it. */
  shared(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Chromium for the tests of a file. When a test fails, all its pages are photographed. */
export function useBrowser(): TestBrowser {
  let browser: Browser;
  const own = new Set<BrowserContext>();
  const shared = new Set<BrowserContext>();

  const open = async (into: Set<BrowserContext>, options: BrowserContextOptions) => {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    into.add(context);
    return context;
  };

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph([...own, ...shared], task.name);
    for (const context of own) await context.close();
    own.clear();
    for (const page of [...shared].flatMap((context) => context.pages())) await page.close();
  });

  afterAll(() => browser.close());

  return {
    page: async (options = {}) => (await open(own, options)).newPage(),
    shared: (options = {}) => open(shared, options),
  };
}

async function photograph(contexts: readonly BrowserContext[], testName: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const name = testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  const pages = contexts.flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const path = join(SCREENSHOTS, `${name}-${at}.png`);
    try {
      await page.screenshot({ path, fullPage: true, timeout: 10_000 });
      console.error(`${page.url()} as it was: ${path}`);
    } catch {
      console.error(`${page.url()} could not be photographed`);
    }
  }
}

/** What the browser complains about from now on: errors of scripts, missing resources, broken security policies. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That the page itself answers 404 or 410 is what some tests are about.
    const isAboutPage = message.location().url === page.url() && /status of 4(?:04|10)/.test(message.text());
    if (message.type() === 'error' && !isAboutPage) complaints.push(message.text());
  });
  return complaints;
}
