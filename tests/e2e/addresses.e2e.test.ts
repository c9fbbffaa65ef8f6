import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addresses } from 'disclosure-contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ContentStore } from '../../site/theme/src/node/content-store.ts';
import { answersTo, unclear, wildRequests } from '../support/wild-requests.ts';
import { itemsIn, publishedChanges } from './support/published.ts';

const demo = inject('demo');
const site = demo.siteUrl;
const port = Number(new URL(site).port);
const folder = join(demo.dataDir, 'site');

/** Addresses of every kind. */
let known: string[];

beforeAll(async () => {
  const items = itemsIn(await publishedChanges(demo));
  const [item] = items;
  const withFile = items.find(({ attachments }) => attachments.length > 0);
  if (!item || !withFile) throw new Error('The demo has no item with a file');
  known = [
    addresses.home(),
    addresses.item(item.slug),
    addresses.attachment(withFile.slug, withFile.attachments[0]?.fileName ?? ''),
    addresses.catalogue(),
    addresses.category('statutory'),
    addresses.categoryYear('statutory', '2026'),
    addresses.categoryYear('statutory', '2026', 1),
    addresses.categoryYear('guide', '2026', 1),
    addresses.organs(),
    addresses.organ('office'),
    addresses.accessibility(),
    addresses.search('公租房'),
    addresses.rss(),
    addresses.atom(),
    addresses.sitemap(),
    addresses.sitemapPages(),
    addresses.sitemapYear('2026'),
    addresses.robots(),
    addresses.health(),
  ];
});

/** Reads a copy of a database that the site has open. */
function readCopy<Result>(file: string, read: (copy: string) => Result): Result {
  const temporary = mkdtempSync(join(tmpdir(), 'gongkai-copy-'));
  try {
    const copy = join(temporary, 'copy.db');
    const database = new DatabaseSync(file, { readOnly: true });
    database.exec(`VACUUM INTO '${copy}'`);
    database.close();
    return read(copy);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function storedPages(): string[] {
  const generation = readlinkSync(join(folder, 'pages/current'));
  return readCopy(join(folder, 'pages', `${generation}.index`), (copy) => {
    const index = new DatabaseSync(copy, { readOnly: true });
    const rows = index.prepare('SELECT path FROM page ORDER BY path').all();
    index.close();
    return rows.map(({ path }) => String(path));
  });
}

function pathsOfContent(): Set<string> {
  return readCopy(join(folder, 'content.db'), (copy) => {
    const store = ContentStore.open(copy);
    const paths = new Set(store.paths());
    store.close();
    return paths;
  });
}

describe('whatever a visitor asks for', () => {
  test('the answer is a clear one, ten thousand times', { timeout: 180_000 }, async () => {
    const sent = fc.sample(wildRequests(known), { numRuns: 10_000, seed: 11 });
    expect(unclear(sent, await answersTo(port, sent))).toEqual([]);
    expect((await fetch(site + addresses.health())).status).toBe(200);
  });

  test.each([
    '/sitemap-002026.xml',
    '/sitemap-0000002030.xml',
    '/sitemap-2025.5.xml',
    '/sitemap-2026-1.xml',
    '/catalogue/statutory/02026/',
    '/catalogue/statutory/2026/01/',
    '/catalogue/statutory.html',
    '/Catalogue/',
    '/500',
    '/500/',
    '/404',
    '/_image',
  ])('%s answers 404 with the page that says so', async (address) => {
    const answer = await fetch(site + address, { redirect: 'manual' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<h1>没有找到这个页面</h1>');
  });

  test('every address of a page leads to the page without its slash as well', async () => {
    const pages = known.filter((address) => /[^/]\/$/.test(address));
    const locations = await Promise.all(
      pages.map(async (page) =>
        (await fetch(site + page.slice(0, -1), { redirect: 'manual' })).headers.get('location'),
      ),
    );
    expect(locations).toEqual(pages);
  });

  test('nothing is stored but the pages that the content has', async () => {
    const wanted = pathsOfContent();
    expect(storedPages().filter((path) => !wanted.has(path))).toEqual([]);
  });
});
