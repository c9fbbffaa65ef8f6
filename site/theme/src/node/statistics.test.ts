import { describe, expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';

const TODAY = '2026-03-02';

function statisticsOf(store: ContentStore) {
  return contentViews(store, () => `${TODAY}T04:00:00.000Z`).statistics();
}

function filled(feed: SampleFeed): ContentStore {
  const store = ContentStore.open(':memory:');
  apply(store, feed);
  return store;
}

function apply(store: ContentStore, { history: data, feedId }: SampleFeed): void {
  const meta = { feedId, through: data.length, last: data.length };
  store.apply({ data, meta }, { today: TODAY, recordPending: false });
}

const dated = (n: number, originalDate: string, section: string | null = null) =>
  sampleItem(n, { originalDate, responsible: section, categories: ['category-2'] });

function sampleStore(): { feed: SampleFeed; store: ContentStore } {
  const feed = new SampleFeed();
  feed.saveOrgan(sampleOrgan(1));
  for (const n of [2, 3]) feed.saveOrgan(sampleOrgan(n, { parent: 'organ-1' }));
  feed.saveCategory(sampleCategory(1));
  feed.saveCategory(sampleCategory(2, { parent: 'category-1' }));
  const items = [
    dated(1, '2024-03-31'),
    dated(2, '2025-12-31', 'organ-2'),
    dated(3, '2026-03-01', 'organ-3'),
    dated(4, '2026-03-02', 'organ-3'),
  ];
  for (const item of items) feed.publish(item);
  return { feed, store: filled(feed) };
}

describe('the statistics', () => {
  test('count by month, year, section and category', () => {
    const { months, ...figures } = statisticsOf(sampleStore().store);
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({ month: '2024-04', count: 0 });
    expect(months.filter(({ count }) => count > 0)).toEqual([
      { month: '2025-12', count: 1 },
      { month: '2026-03', count: 2 },
    ]);
    expect(figures).toMatchObject({
      total: 4,
      year: '2026',
      years: [
        { year: '2026', count: 2 },
        { year: '2025', count: 1 },
        { year: '2024', count: 1 },
      ],
      organs: [
        { code: 'ji-gou-3', total: 2, thisYear: 2 },
        { code: 'ji-gou-2', total: 1, thisYear: 0 },
      ],
      categories: [{ code: 'lan-mu-2', total: 4, thisYear: 2 }],
    });
  });

  test('follow an item that is published anew on another day, and one that is withdrawn', () => {
    const { feed, store } = sampleStore();
    feed.publish(dated(4, '2026-02-27', 'organ-2'));
    feed.add({ kind: 'item_removed', payload: { documentId: 'item-3' } });
    apply(store, feed);
    const { months, years, total, organs } = statisticsOf(store);
    expect(months.slice(-2)).toEqual([
      { month: '2026-02', count: 1 },
      { month: '2026-03', count: 0 },
    ]);
    expect(years[0]).toMatchObject({ year: '2026', count: 1 });
    expect(total).toBe(3);
    expect(organs.map(({ code, thisYear }) => [code, thisYear])).toEqual([['ji-gou-2', 1]]);
  });

  test('name a section without the name of its department', () => {
    const feed = new SampleFeed();
    feed.saveOrgan(sampleOrgan(1, { name: '亳州市住房和城乡建设局' }));
    feed.saveOrgan(sampleOrgan(2, { name: '亳州市住房和城乡建设局财务科', parent: 'organ-1' }));
    feed.saveCategory(sampleCategory(1));
    feed.publish(sampleItem(1, { responsible: 'organ-2' }));
    expect(statisticsOf(filled(feed)).organs.map(({ name }) => name)).toEqual(['财务科']);
  });

  test('name the organs where no section stands below another', () => {
    const feed = new SampleFeed();
    feed.saveOrgan(sampleOrgan(1));
    feed.saveCategory(sampleCategory(1));
    feed.publish(sampleItem(1));
    expect(statisticsOf(filled(feed)).organs).toMatchObject([{ code: 'ji-gou-1', total: 1 }]);
  });
});
