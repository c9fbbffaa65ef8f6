import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem } from '../../../../tests/support/sample-feed.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';
import { SITEMAP_LENGTH, type ContentViews } from './views.ts';

let store: ContentStore;
let content: ContentViews;

/** Opens a store that has applied a feed. */
function read(feed: SampleFeed): void {
  store = ContentStore.open(':memory:');
  store.apply(
    { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } },
    { today: '2026-11-20', recordPending: false },
  );
  content = contentViews(store, () => '2026-11-20T02:00:00.000Z');
}

beforeEach(() => read(new SampleFeed().fill(1)));
afterEach(() => store.close());

/** So many more items of the same day, each with a number and an address of its own. */
function copyItem(times: number): void {
  store.statements.run(
    `WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ?)
     INSERT INTO item SELECT id + n, document_id || n, seq, slug || '-' || printf('%06d', n), title,
       index_no || printf('%06d', n), doc_no, number_key, index_key, listed_on, genre, subject, category, publisher,
       responsible, effective_on, repealed_on, stated_validity, validity_changes_on, abstract, has_files,
       first_published_at, published_at, withheld, approval, type, title_key
     FROM (SELECT * FROM item LIMIT 1), copy`,
    times,
  );
}

describe('the sitemap', () => {
  test('lists home, catalogue, organs, and every category and organ', () => {
    expect(content.sitemapPages().entries.map(({ path }) => path)).toEqual([
      '/',
      '/catalogue/',
      '/catalogue/lan-mu-1/',
      '/organs/',
      '/organs/ji-gou-1/',
      '/apply/',
      '/venues/',
      '/statistics/',
      '/services/',
      '/powers/',
      '/powers/risks/',
      '/powers/changes/',
      '/data/',
      '/accessibility/',
    ]);
  });

  test('and the catalogue leave out a category that is published elsewhere only, until something of it is there', () => {
    store.close();
    const feed = new SampleFeed().fill(1);
    const board = sampleCategory(2, { channels: [{ value: 'notice_board', required: true }] });
    feed.saveCategory(board);
    read(feed);
    const listed = () => content.tree().roots.map(({ code }) => code);
    expect(listed()).toEqual(['lan-mu-1']);
    expect(content.sitemapPages().entries.map(({ path }) => path)).not.toContain('/catalogue/lan-mu-2/');
    store.close();
    feed.publish(sampleItem(2, { categories: [board.documentId] }));
    read(feed);
    expect(listed()).toEqual(['lan-mu-1', 'lan-mu-2']);
  });

  test('goes on in another part when a year is full, and loses no item', () => {
    copyItem(SITEMAP_LENGTH);
    expect(content.sitemap().years).toMatchObject([{ year: '2024', parts: 2 }]);
    const parts = [1, 2].map((part) => content.sitemapYear('2024', part));
    expect(parts.map((part) => part?.entries.length)).toEqual([SITEMAP_LENGTH, 1]);
    expect(parts.map((part) => part?.tags)).toEqual([['sitemap:2024'], ['sitemap:2024']]);
    const paths = parts.flatMap((part) => part?.entries ?? []).map(({ path }) => path);
    expect(new Set(paths).size).toBe(SITEMAP_LENGTH + 1);
  });

  test.each([
    { part: 2, of: 'a year that fits into one', year: '2024' },
    { part: 1, of: 'a year without items', year: '1999' },
  ])('has no part $part of $of', ({ year, part }) => {
    expect(content.sitemapYear(year, part)).toBeNull();
  });
});

describe('an item', () => {
  test('stands under the terms of its primary category, unless it says others, and depends on them', () => {
    store.close();
    const feed = new SampleFeed().fill(1);
    feed.saveCategory(sampleCategory(2, { deadlineRule: 'standing', reviewProcedure: '办公室复核' }));
    feed.publish(sampleItem(2, { categories: ['category-2', 'category-1'] }));
    feed.publish(sampleItem(3, { categories: ['category-2'], deadlineRule: 'immediate' }));
    read(feed);
    const viewOf = (n: number) => {
      const answer = content.item(`zhu-fang-${n}`);
      return answer.kind === 'item' ? answer.view : null;
    };
    expect(viewOf(2)?.terms).toEqual({ deadlineRule: 'standing', reviewProcedure: '办公室复核' });
    expect(viewOf(2)?.tags).toContain('terms:category-2');
    expect(viewOf(3)?.terms).toEqual({ deadlineRule: 'immediate', reviewProcedure: '办公室复核' });
  });
});
