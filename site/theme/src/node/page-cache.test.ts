import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { consoleLog } from './log.ts';
import pageCache, { markAsPublishing, TAGS_HEADER } from './page-cache.ts';
import { PageStore } from './page-store.ts';
import { setRunningNode } from './running-node.ts';
import type { SiteNode } from './site-node.ts';

let root: string;
let pages: PageStore;
let contentVersion: number;

beforeEach(() => {
  root = sampleFolder('page-cache');
  pages = new PageStore({ root, log: consoleLog, shownAt: () => ({ kind: 'position', seq: 0, approval: null }) });
  contentVersion = 1;
  setRunningNode({
    pages,
    get contentVersion() {
      return contentVersion;
    },
  } as SiteNode);
});
afterEach(async () => {
  setRunningNode(null);
  await pages.close();
  rmSync(root, { recursive: true });
});

const provider = pageCache(undefined);

/** What a visitor gets, through the page store, from a template that says `text`. */
async function visit(
  target: string,
  text: string,
  meanwhile: () => void = () => undefined,
  init: ResponseInit = {},
): Promise<string> {
  const url = new URL(target, 'http://localhost');
  const request = new Request(url);
  const next = async () => {
    meanwhile();
    return new Response(text, { headers: { 'content-type': 'text/html', [TAGS_HEADER]: 'home' }, ...init });
  };
  const response = await provider.onRequest?.({ request, url, waitUntil: undefined } as never, next);
  return response?.text() ?? '';
}

test('a page is made for the first visitor and read for the next', async () => {
  expect(await visit('/items/a/', 'first')).toBe('first');
  expect(await visit('/items/a/', 'second')).toBe('first');
  expect(pages.current.pathsWith(['home'])).toEqual(['/items/a/']);
});

test('a page across whose making the content changed is shown and not kept', async () => {
  expect(await visit('/items/a/', 'stale', () => (contentVersion += 1))).toBe('stale');
  expect(await visit('/items/a/', 'fresh')).toBe('fresh');
});

test.each([
  ['with a query', '/items/a/?x=1', {}],
  ['of an address that no route has', '/Items/a.php', {}],
  ['that is an answer of 404', '/items/a/', { status: 404, headers: { [TAGS_HEADER]: 'home' } }],
  ['that is an answer of 410', '/items/a/', { status: 410, headers: { [TAGS_HEADER]: 'home' } }],
  ['that bears no tag', '/items/a/', { headers: {} }],
])('a page %s is not kept', async (_what, target, init) => {
  await visit(target, 'first', undefined, init);
  expect(pages.current.size).toBe(0);
});

test('a page that cannot be written is shown all the same', async () => {
  vi.spyOn(pages.current, 'write').mockImplementation(() => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  expect(await visit('/items/a/', 'made')).toBe('made');
});

test('the publisher gets what the templates make, whatever is stored', async () => {
  await visit('/items/a/', 'stored');
  const url = new URL('http://localhost/items/a/');
  const request = markAsPublishing(new Request(url));
  const response = await provider.onRequest?.({ request, url } as never, async () => new Response('made'));
  expect(await response?.text()).toBe('made');
});

test('what is invalidated by tag or path is not read any more', async () => {
  await visit('/items/a/', 'old');
  await visit('/items/b/', 'old');
  await provider.invalidate({ path: '/items/a/' });
  expect(await visit('/items/a/', 'new')).toBe('new');
  await provider.invalidate({ tags: ['home'] });
  expect(await visit('/items/b/', 'new')).toBe('new');
});
