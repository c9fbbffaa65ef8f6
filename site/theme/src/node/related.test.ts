import { afterEach, expect, test } from 'vitest';
import type { Item } from 'disclosure-contract';
import { SampleFeed, sampleItem } from '../../../../tests/support/sample-feed.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';
import { tags } from './tags.ts';
import type { ItemView } from './views.ts';

const TODAY = '2026-11-20';
let store: ContentStore;
afterEach(() => store.close());

function read(feed: SampleFeed): void {
  store = ContentStore.open(':memory:');
  store.apply(
    { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } },
    { today: TODAY, recordPending: false },
  );
}

/** Applies what the feed has got since, and gives the tags that it touches. */
function follow(feed: SampleFeed): string[] {
  const page = { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } };
  store.apply(page, { today: TODAY, recordPending: true });
  return store.pending().flatMap((effects) => effects.tags);
}

function viewOf(n: number): ItemView {
  const answer = contentViews(store, () => `${TODAY}T02:00:00.000Z`).item(`zhu-fang-${n}`);
  if (answer.kind !== 'item') throw new Error(`no item ${n}`);
  return answer.view;
}

const relatedOf = (n: number) => viewOf(n).related.map(({ documentId }) => documentId);

/** Numbered by day, of one category, about nothing in particular. */
const plain = (n: number, given: Partial<Item> = {}) => sampleItem(n, { keywords: [], ...given });

test('an item leads to its nearest neighbours in time, the newest first', () => {
  const feed = new SampleFeed().fill(0);
  for (let n = 1; n <= 9; n += 1) feed.publish(plain(n));
  read(feed);
  expect(relatedOf(5)).toEqual(['item-7', 'item-6', 'item-4', 'item-3']);
});

test('what shares more topics comes first, however far away', () => {
  const feed = new SampleFeed().fill(0);
  for (let n = 2; n <= 8; n += 1) feed.publish(plain(n));
  feed.publish(plain(1, { keywords: ['公租房', '补贴'], categories: ['category-2'] }));
  feed.publish(plain(9, { keywords: ['补贴', '公租房'], categories: ['category-3'] }));
  read(feed);
  expect(relatedOf(9)).toEqual(['item-1']);
});

test('an explanation leads to the others of the same document, and names none twice', () => {
  const feed = new SampleFeed().fill(1);
  feed.publish(plain(2, { interprets: ['item-1'] }));
  feed.publish(plain(30, { interprets: ['item-1'], categories: ['category-2'] }));
  read(feed);
  expect(relatedOf(30)).toEqual(['item-2']);
  expect(relatedOf(1)).toEqual([]);
});

test('the coming of an item touches its neighbours, as many as they are, and nothing more', () => {
  const feed = new SampleFeed().fill(0);
  for (let n = 1; n <= 40; n += 1) if (n !== 20) feed.publish(plain(n));
  read(feed);
  feed.publish(plain(20));
  const near = follow(feed).filter((tag) => tag.startsWith('near:'));
  expect(near.sort()).toEqual(['item-18', 'item-19', 'item-21', 'item-22'].map(tags.near));
  expect(viewOf(21).tags).toContain(tags.near('item-21'));
  expect(relatedOf(21)).toContain('item-20');
});

test('what is withdrawn leaves the pages of its neighbours, and the page of whatever took its place names it', () => {
  const feed = new SampleFeed().fill(0);
  for (let n = 1; n <= 5; n += 1) feed.publish(plain(n));
  read(feed);
  const before = viewOf(4).tags;
  feed.withdraw(plain(3), { reason: 'replaced', replacedBy: 'zhu-fang-5' });
  const touched = follow(feed);
  expect(before.filter((tag) => touched.includes(tag))).toContain(tags.item('item-3'));
  expect(touched).toContain(tags.item('item-5'));
  expect(relatedOf(4)).not.toContain('item-3');
  expect(viewOf(5).replacements.withdrawn).toEqual([{ slug: 'zhu-fang-3', type: 'item', indexNo: plain(3).indexNo }]);
});

test('what takes the place of a document and the document lead to each other', () => {
  const feed = new SampleFeed().fill(2);
  read(feed);
  feed.publish(plain(9, { replaces: ['item-1'], categories: ['category-2'] }));
  expect(follow(feed)).toContain(tags.item('item-1'));
  expect(viewOf(9).replacements.replaces.map(({ documentId }) => documentId)).toEqual(['item-1']);
  expect(viewOf(1).replacements.replacedBy.map(({ documentId }) => documentId)).toEqual(['item-9']);
  feed.withdraw(plain(9));
  follow(feed);
  expect(viewOf(1).replacements.replacedBy).toEqual([]);
});
