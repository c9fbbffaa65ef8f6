import type { FeedPage } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../../../../tests/support/sample-records.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';

const feed = new SampleFeed();
feed.saveOrgan(sampleOrgan(1, { name: '预售管理科' }));
feed.saveCategory(sampleCategory(1, { name: '商品房预售' }));
for (const item of [sampleRiskPoint(1), samplePower(1), sampleGuide(1)]) feed.publish(item);
for (let n = 1; n <= 10; n += 1) feed.publish(sampleItem(n, { title: `预售许可公示第${n}期`, body: '<p>施工</p>' }));
const store = ContentStore.open(':memory:');
const content = contentViews(store, () => '2026-11-20T01:00:00.000Z');
follow();

function follow(): void {
  const page: FeedPage = { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } };
  store.apply(page, { today: '2026-11-20', recordPending: false });
}

const kinds = (text: string) => content.suggestions(text).map(({ kind }) => kind);

test('what is done for people comes first, then lists, then the newest titles', () => {
  expect(kinds('预售')).toEqual(['guide', 'power', 'category', 'organ', 'item', 'item', 'item', 'item']);
  expect(content.suggestions('预售').at(4)?.name).toBe('预售许可公示第10期');
});

test.each([
  ['', []],
  ['，。', []],
  ['%', []],
  ['无此词', []],
  // Words of texts are left to the search.
  ['施工', []],
  ['预售管理', ['organ']],
  ['审查', ['risk_point']],
])('for %j they are %j', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test('nothing that was withdrawn is suggested', () => {
  feed.withdraw(sampleGuide(1));
  follow();
  expect(kinds('预售')).not.toContain('guide');
});
