import { addresses, NEWS_FEED_FORMATS } from 'disclosure-contract';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem } from '../../../tests/support/sample-feed.ts';
import { feedResponse, jsonFeedOf, type FeedSubject } from './feeds.ts';
import { ContentStore } from './node/content-store.ts';
import { contentViews } from './node/content-views.ts';
import type { SearchQuery } from './node/views.ts';

vi.mock('./interface-text.ts', () => ({
  labelOf: ({ zh }: { zh: string }) => zh,
  t: (key: string) => key,
  locale: 'zh-CN',
  organName: '某局',
}));

const SITE = new URL('https://www.example.gov.cn/');
const TODAY = '2026-11-20';
const EVERYTHING: SearchQuery = { text: '', sort: 'relevance', page: 1 };
const subject: FeedSubject = {
  title: '公开 <信息>',
  description: '最新',
  page: '/',
  addressOf: addresses.newsFeed,
};

function opened(feed: SampleFeed) {
  const store = ContentStore.open(':memory:');
  onTestFinished(() => store.close());
  let applied = 0;
  const catchUp = () => {
    const data = feed.history.slice(applied);
    applied = feed.history.length;
    const meta = { feedId: feed.feedId, through: feed.last, last: feed.last };
    store.apply({ data, meta }, { today: TODAY, recordPending: false });
  };
  catchUp();
  return { content: contentViews(store, () => `${TODAY}T02:00:00.000Z`), catchUp };
}

const titlesOf = ({ entries }: { entries: readonly { title: string }[] }) => entries.map(({ title }) => title);

test('all formats have the same entries, under the same identifiers', async () => {
  const { content } = opened(new SampleFeed().fill(3));
  const [rss = '', atom = '', json = ''] = await Promise.all(
    NEWS_FEED_FORMATS.map((format) => feedResponse(format, content.feed(), subject, SITE).text()),
  );
  const textsIn = (xml: string, names: string[]) =>
    DomUtils.findAll(({ name }) => names.includes(name), parseDocument(xml, { xmlMode: true }).children).map((found) =>
      DomUtils.textContent(found),
    );
  const { items } = JSON.parse(json) as { items: { id: string; title: string }[] };
  expect(items).toHaveLength(3);
  expect(textsIn(rss, ['guid'])).toEqual(items.map(({ id }) => id));
  expect(textsIn(atom, ['id']).slice(1)).toEqual(items.map(({ id }) => id));
  expect(textsIn(rss, ['title'])).toEqual([subject.title, ...items.map(({ title }) => title)]);
});

test('a JSON Feed says what version 1.1 asks for, in whole addresses', () => {
  const feed = new SampleFeed().fill(1);
  feed.publish(
    sampleItem(2, { originalDate: '2019-05-04', abstract: '概述', publishedAt: '2026-11-01T00:00:00.000Z' }),
  );
  const { items, ...head } = jsonFeedOf(opened(feed).content.feed(), subject, SITE);
  expect(head).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: subject.title,
    home_page_url: 'https://www.example.gov.cn/',
    feed_url: 'https://www.example.gov.cn/feed.json',
    description: '最新',
    language: 'zh-CN',
    authors: [{ name: '某局', url: 'https://www.example.gov.cn/' }],
  });
  expect(items.at(-1)).toMatchObject({
    url: 'https://www.example.gov.cn/items/zhu-fang-2/',
    content_text: '概述',
    // The day on which it was first public elsewhere, as it began in China.
    date_published: '2019-05-03T16:00:00.000Z',
    date_modified: '2026-11-01T00:00:00.000Z',
  });
});

test('a category has its own and what is below it, the newest first, and nothing that was withdrawn', () => {
  const feed = new SampleFeed().fill(0);
  feed.saveCategory(sampleCategory(1));
  feed.saveCategory(sampleCategory(2, { parent: 'category-1' }));
  feed.saveCategory(sampleCategory(3));
  for (const n of [1, 2, 3]) feed.publish(sampleItem(n, { categories: [`category-${n}`], title: `${n}` }));
  const { content, catchUp } = opened(feed);
  const titles = (code: string) => titlesOf(content.categoryFeed(code) ?? { entries: [] });
  expect([titles('lan-mu-1'), titles('lan-mu-2'), titles('lan-mu-3')]).toEqual([['2', '1'], ['2'], ['3']]);
  feed.withdraw(sampleItem(2, { categories: ['category-2'] }));
  catchUp();
  expect([titles('lan-mu-1'), titles('lan-mu-2')]).toEqual([['1'], []]);
  expect(content.categoryFeed('lan-mu-9')).toBeNull();
});

test('a category changed when the newest version in it became public, whatever happens elsewhere', () => {
  const feed = new SampleFeed().fill(0);
  feed.saveCategory(sampleCategory(1));
  feed.saveCategory(sampleCategory(2));
  feed.publish(sampleItem(1, { publishedAt: '2025-01-02T00:00:00.000Z' }));
  const { content, catchUp } = opened(feed);
  feed.publish(sampleItem(2, { categories: ['category-2'], publishedAt: '2026-01-01T00:00:00.000Z' }));
  catchUp();
  expect(content.categoryFeed('lan-mu-1')?.updatedAt).toBe('2025-01-02T00:00:00.000Z');
});

test('a search has what it finds, the newest first, in whatever order it was asked for', () => {
  const feed = new SampleFeed().fill(0);
  feed.saveCategory(sampleCategory(1));
  feed.publish(sampleItem(1, { title: '公租房申请' }));
  feed.publish(sampleItem(2, { body: '<p>公租房</p>', docNo: null }));
  feed.publish(sampleItem(3, { genre: 'decision' }));
  const { content } = opened(feed);
  const found = (query: Partial<SearchQuery>) =>
    content.searchFeed({ ...EVERYTHING, ...query }).entries.map(({ slug }) => slug);
  expect(found({ text: '公租房', sort: 'relevance', page: 7 })).toEqual(['zhu-fang-2', 'zhu-fang-1']);
  expect(found({ genre: 'decision' })).toEqual(['zhu-fang-3']);
  expect(found({ text: '建房[2024]3号' })).toEqual(['zhu-fang-3']);
  expect(found({ text: '…' })).toEqual([]);
  expect(found({})).toEqual(['zhu-fang-3', 'zhu-fang-2', 'zhu-fang-1']);
});
