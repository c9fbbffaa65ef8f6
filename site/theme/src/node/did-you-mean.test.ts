import type { FeedPage, Item } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';
import type { SearchQuery } from './views.ts';

const NOW = '2026-11-20T01:00:00.000Z';
const asked = (text: string, given: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  sort: 'relevance',
  page: 1,
  ...given,
});

function siteWith(items: readonly Item[], withdrawn: readonly Item[] = []) {
  const feed = new SampleFeed();
  feed.saveOrgan(sampleOrgan(1, { name: '物业服务中心' }));
  feed.saveCategory(sampleCategory(1));
  for (const item of items) feed.publish(item);
  for (const item of withdrawn) feed.withdraw(item);
  const page: FeedPage = { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } };
  const store = ContentStore.open(':memory:');
  store.apply(page, { today: '2026-11-20', recordPending: false });
  return contentViews(store, () => NOW);
}

const housing = sampleItem(1, { title: '公租房申请指南', body: '<p>物业缴费说明</p>', originalDate: '2024-02-01' });
const works = sampleItem(2, { title: '施工许可办理', originalDate: '2025-02-01' });

test.each([
  ['公祖房', ['公租房']],
  ['gongzufang', ['公租房']],
  ['Gong zu fang', ['公租房']],
  ['施工 公祖房', []],
  ['指南 公祖房', ['指南 公租房']],
  // Of a name, and found in a text.
  ['务业', ['物业']],
  ['公租房', []],
  ['', []],
  ['龘靐', []],
])('a search for %j leads to %j', (text, expected) => {
  expect(siteWith([housing, works]).search(asked(text)).didYouMean).toEqual(expected);
});

test('what is suggested finds something with the same filters', () => {
  const site = siteWith([housing, works]);
  expect(site.search(asked('公祖房', { year: '2024' })).didYouMean).toEqual(['公租房']);
  expect(site.search(asked('公祖房', { year: '2025' })).didYouMean).toEqual([]);
});

test('words of what was withdrawn are suggested no more', () => {
  const site = siteWith([housing, works], [housing]);
  expect(site.search(asked('公祖房')).didYouMean).toEqual([]);
  expect(site.search(asked('gongzufang')).didYouMean).toEqual([]);
});

test('a word that finds little gives way to one that finds much, and only to that', () => {
  const rare = sampleItem(3, { title: '公祖房' });
  const few = [housing, rare];
  expect(siteWith(few).search(asked('公祖房')).didYouMean).toEqual([]);
  const many = Array.from({ length: 12 }, (_, at) => sampleItem(at + 10, { title: `公租房配租第${at}批` }));
  expect(siteWith([...many, rare]).search(asked('公祖房')).didYouMean).toEqual(['公租房']);
});
