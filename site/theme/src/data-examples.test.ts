import { expect, test, vi } from 'vitest';
import { SampleFeed } from '../../../tests/support/sample-feed.ts';
import { dataPages, newsFeeds } from './data-examples.ts';
import { canonicalPath } from './node/canonical-path.ts';
import { ContentStore } from './node/content-store.ts';
import { contentViews } from './node/content-views.ts';

vi.mock('./interface-text.ts', () => ({ t: (key: string) => key }));

function examplesOf(feed: SampleFeed): string[] {
  const store = ContentStore.open(':memory:');
  const meta = { feedId: feed.feedId, through: feed.last, last: feed.last };
  store.apply({ data: feed.history, meta }, { today: '2026-11-20', recordPending: false });
  const content = contentViews(store, () => '2026-11-20T02:00:00.000Z');
  const paths = [...dataPages(content), ...newsFeeds(content)].flatMap(({ links }) => links.map(({ path }) => path));
  store.close();
  return paths;
}

test('there is an example of everything, at an address of the site', () => {
  const paths = examplesOf(new SampleFeed().fill(2));
  expect(paths.slice(0, 4)).toEqual([
    '/items/zhu-fang-2.json',
    '/catalogue/lan-mu-1.json',
    '/catalogue/lan-mu-1/2024.json',
    '/organs/ji-gou-1.json',
  ]);
  expect(paths.map((path) => path.replace(/\?.*/, '')).filter((path) => canonicalPath(path) !== path)).toEqual([]);
});

test('an empty site names nothing that is not there', () => {
  expect(examplesOf(new SampleFeed()).filter((path) => /^\/(?:items|catalogue|organs)/.test(path))).toEqual([]);
});
