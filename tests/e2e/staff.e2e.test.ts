import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses } from 'disclosure-contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { administrator } from './support/admin-api.ts';
import { internalTitles } from './support/demo-items.ts';
import { startFurtherNode, type FurtherNode } from './support/more-nodes.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
let intranet: FurtherNode;

beforeAll(async () => {
  intranet = await startFurtherNode(demo, administrator(demo), { name: '内部网站', audience: 'staff' });
});

afterAll(() => intranet.remove());

test.each(internalTitles())('the intranet finds what is for staff: %s', async (title) => {
  const found = await (await fetch(intranet.url + addresses.search(title))).text();
  const slug = /<h2>\s*<a href="\/items\/([a-z0-9-]+)\/"/.exec(found)?.[1] ?? '';
  const page = await (await fetch(intranet.url + addresses.item(slug))).text();
  expect(page).toContain(`<h1 class="title">${title}</h1>`);
});

test('the intranet has all that the public has', async () => {
  const published = itemsIn(await publishedChanges(demo));
  const statuses = await Promise.all(
    published.map(async ({ slug }) => (await fetch(intranet.url + addresses.item(slug))).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('an item that becomes internal leaves nothing behind on the public site, and stays on the intranet', async () => {
  // Words that stand in no other item.
  const title = '关于玄圭青琮专项核查的通知';
  const phrase = '玄圭青琮';
  const editor = editorWith(signInsOf(demo));
  const documentId = await editor.write(draftOf(title, placesOf(await publishedChanges(demo))));
  await editor.publish(documentId);
  const { slug = '' } = itemsIn(await publishedChanges(demo)).find((item) => item.documentId === documentId) ?? {};
  const address = addresses.item(slug);
  await untilStatus(demo.siteUrl + address, 200);
  await untilStatus(intranet.url + address, 200);

  await editor.change(documentId, { scope: 'internal' });
  await editor.publish(documentId);
  await untilStatus(demo.siteUrl + address, 404);

  const naming: string[] = [];
  const places = [address, '/', addresses.search(phrase), addresses.rss(), addresses.atom(), addresses.catalogue()];
  for (const place of [...places, ...(await sitemaps())]) {
    const text = await (await fetch(demo.siteUrl + place)).text();
    // The page of a search repeats what was asked for, but not what it is part of.
    if (text.replace(/<\/?mark>/g, '').includes(title) || text.includes(slug)) naming.push(place);
  }
  expect(naming, 'pages of the public site').toEqual([]);
  expect(filesWith(join(demo.dataDir, 'site/pages'), phrase), 'files of the public site').toEqual([]);
  const page = await (await fetch(intranet.url + address)).text();
  expect(page).toContain(title);
});

async function sitemaps(): Promise<string[]> {
  const index = await (await fetch(demo.siteUrl + addresses.sitemap())).text();
  return [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = '']) => new URL(location).pathname);
}

function filesWith(folder: string, phrase: string): string[] {
  if (!existsSync(folder)) throw new Error(`${folder} is not there`);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(phrase));
}
