import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

declare const axe: { run(within: string, options: { runOnly?: string[] }): Promise<AxeResults> };

/** What axe finds on a page or a part of it, one line each: by all of its rules, or by some. */
export async function axeFindings(page: Page, rules?: readonly string[], within = 'html'): Promise<string[]> {
  await page.evaluate(AXE);
  const options = rules === undefined ? {} : { runOnly: [...rules] };
  const { violations } = await page.evaluate((given) => axe.run(given.within, given.options), { within, options });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}
