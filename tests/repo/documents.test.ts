import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ERROR_CODES } from 'disclosure-contract';
import { FLOW_PROBLEMS } from 'disclosure-contract/flow';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { settingsSchema } from '../../site/theme/src/node/settings.ts';
import { textOf, trackedFiles } from './tracked-files.ts';

const files = trackedFiles();
const pages = files.filter((path) => path.endsWith('.md') && !path.startsWith('cms/demo/items/'));

test('every relative link of every page leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    linksOf(textOf(page))
      .filter((link) => !existsSync(join(root, dirname(page), decodeURIComponent(link))))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

describe.each([
  { what: 'error', folder: 'docs/errors/', codes: ERROR_CODES },
  { what: 'problem of a flow', folder: 'docs/flow/', codes: Object.keys(FLOW_PROBLEMS) },
])('of every $what', ({ folder, codes }) => {
  test('there is a page with its code, and no page without', () => {
    const documented = files
      .filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length, -'.md'.length));
    expect(documented.sort()).toEqual([...codes].sort());
  });

  test('the page says what happened, why, and how to mend it', () => {
    const incomplete = codes.filter((code) => {
      const page = textOf(`${folder}${code}.md`);
      return !['`' + code + '`', '**What happened.**', '**Why.**', '**How to mend it.**'].every((part) =>
        page.includes(part),
      );
    });
    expect(incomplete).toEqual([]);
  });
});

test('every decision has a number of its own, a status and a date', () => {
  const decisions = files.filter((path) => /^docs\/decisions\/\d{4}-/.test(path));
  const numbers = decisions.map((path) => path.slice(15, 19));
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')));
  const undated = decisions.filter((path) => !/status/i.test(textOf(path)) || !/\d{4}-\d{2}-\d{2}/.test(textOf(path)));
  expect(undated).toEqual([]);
});

test('every setting of the CMS and of the site is in the architecture, and in the page that starts them', () => {
  const ofCms = files
    .filter((path) => /^cms\/(?:config|src)\/.*\.ts$/.test(path))
    .flatMap((path) => [...textOf(path).matchAll(/(?:env\['|(?:secret|port)\(')([A-Z_]+)'/g)])
    .map(([, name = '']) => name);
  const settings = new Set([...ofCms, ...Object.keys(settingsSchema.shape)]);
  expect(settings.size).toBeGreaterThan(15);
  const table = /\n## Settings\n([\s\S]*)/.exec(textOf('docs/architecture.md'))?.[1] ?? '';
  expect([...settings].filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  const optional = [
    'DATABASE_CLIENT',
    'DATABASE_URL',
    'INSPECTION_FRESHNESS',
    'NUDGE_SECRET',
    'POLL_INTERVAL_MS',
    'PORT',
    'PREVIEW',
  ];
  const page = textOf('docs/how-to/run-it.md');
  expect([...settings].filter((name) => !optional.includes(name) && !page.includes(name))).toEqual([]);
});

/** Targets in this repository, without what stands in code. */
function linksOf(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(\s*<?([^)>\s]+)>?[^)]*\)|(?:src|href)="([^"]+)"/g)]
    .map((match) => (match[1] ?? match[2] ?? '').replace(/[#?].*$/, ''))
    .filter((link) => link !== '' && !/^(?:[a-z]+:|\/\/)/i.test(link));
}
