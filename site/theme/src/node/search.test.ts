import { validityOn, VALIDITIES, type FeedPage, type Item, type Validity } from 'disclosure-contract';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { ContentStore } from './content-store.ts';
import { searchItems, validityCondition } from './search.ts';
import type { SearchQuery } from './views.ts';

vi.setConfig({ testTimeout: 60_000 });

const TODAY = '2026-11-20';
const DAYS = [null, '2026-11-19', TODAY, '2026-11-21'];
const STATED = [null, ...(Object.keys(VALIDITIES) as Validity[])];

/** Every combination of dates and statement, spread over two categories, two organs, years, genres and subjects. */
const items: Item[] = DAYS.flatMap((effectiveOn) =>
  DAYS.flatMap((repealedOn) => STATED.map((statedValidity) => ({ effectiveOn, repealedOn, statedValidity }))),
).map((facts, at) =>
  sampleItem(at + 1, {
    ...facts,
    categories: [`category-${1 + (at % 3)}`],
    publisher: `organ-${1 + (at % 2)}`,
    genre: at % 4 === 0 ? 'decision' : 'notice',
    subject: at % 5 === 0 ? 'other' : 'urban_rural_environment',
    originalDate: `${2020 + (at % 4)}-0${1 + (at % 9)}-01`,
    title: at % 2 === 0 ? `住房保障通知${at}` : `城市更新决定${at}`,
    body: at % 3 === 0 ? '<p>征收补偿与住房保障</p>' : '<p>更新改造</p>',
  }),
);

function storeOf(all: readonly Item[]): ContentStore {
  const feed = new SampleFeed();
  for (const n of [1, 2]) feed.saveOrgan(sampleOrgan(n));
  feed.saveCategory(sampleCategory(1));
  feed.saveCategory(sampleCategory(2));
  feed.saveCategory(sampleCategory(3, { parent: 'category-1' }));
  for (const item of all) feed.publish(item);
  const page: FeedPage = { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } };
  const store = ContentStore.open(':memory:');
  store.apply(page, { today: TODAY, recordPending: false });
  return store;
}

const store = storeOf(items);
afterAll(() => store.close());

const everything: SearchQuery = { text: '', sort: 'date', page: 1 };

/** The documentIds of all pages of an answer, in order. */
function allHits(query: Partial<SearchQuery>): string[] {
  const ask = (page: number) => searchItems(store.statements, { ...everything, ...query, page }, TODAY);
  const { pages, total } = ask(1);
  const hits = Array.from({ length: pages }, (_, at) => ask(at + 1).hits.map((hit) => hit.documentId)).flat();
  expect(hits).toHaveLength(total);
  return hits;
}

const byDate = (a: Item, b: Item) =>
  (b.originalDate ?? '').localeCompare(a.originalDate ?? '') || b.indexNo.localeCompare(a.indexNo);

describe('a filter', () => {
  const query = fc.record(
    {
      text: fc.constantFrom('', '住房', '住房保障', '更新', '征收 更新', '无此词'),
      category: fc.constantFrom('lan-mu-1', 'lan-mu-2', 'lan-mu-3', 'lan-mu-9'),
      organ: fc.constantFrom('ji-gou-1', 'ji-gou-2'),
      year: fc.constantFrom('2020', '2021', '1999'),
      genre: fc.constantFrom('decision' as const, 'notice' as const),
      subject: fc.constantFrom('other' as const, 'urban_rural_environment' as const),
      validity: fc.constantFrom(...(Object.keys(VALIDITIES) as Validity[])),
    },
    { requiredKeys: [] },
  );

  const inCategory: Readonly<Record<string, string[]>> = {
    'lan-mu-1': ['category-1', 'category-3'],
    'lan-mu-2': ['category-2'],
    'lan-mu-3': ['category-3'],
    'lan-mu-9': [],
  };

  function expected(given: Partial<SearchQuery>): string[] {
    const words = (given.text ?? '').split(' ').filter(Boolean);
    return items
      .filter((item) =>
        words.every((word) => `${item.title}\n${item.keywords.join('\n')}\n${item.body}\n${item.docNo}`.includes(word)),
      )
      .filter((item) => !given.category || inCategory[given.category]?.includes(item.categories[0] ?? ''))
      .filter((item) => !given.organ || item.publisher === given.organ.replace('ji-gou', 'organ'))
      .filter((item) => !given.year || item.originalDate?.startsWith(given.year))
      .filter((item) => !given.genre || item.genre === given.genre)
      .filter((item) => !given.subject || item.subject === given.subject)
      .filter((item) => !given.validity || validityOn(item, TODAY) === given.validity)
      .sort(byDate)
      .map((item) => item.documentId);
  }

  test('leaves what a look at every item leaves, newest first', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(allHits(given)).toEqual(expected(given));
      }),
      { numRuns: 300 },
    );
  });

  test('leaves the same items by relevance as by date', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(allHits({ ...given, sort: 'relevance' }).sort()).toEqual(expected(given).sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe('a facet', () => {
  const values: Partial<SearchQuery>[] = [
    {},
    { text: '住房' },
    { text: '更新', genre: 'decision' },
    { text: '无此词' },
    { year: '2021', category: 'lan-mu-1' },
  ];

  test.each(values)('counts what each of its values leaves of %j', (given) => {
    const query = { ...everything, ...given };
    const { facets, total } = searchItems(store.statements, query, TODAY);
    for (const [filter, counted] of Object.entries(facets)) {
      for (const { value, count } of counted) {
        expect(count).toBeGreaterThan(0);
        expect({ filter, value, found: allHits({ ...query, [filter]: value }).length }).toEqual({
          filter,
          value,
          found: count,
        });
      }
    }
    const ofEveryItem = ['year', 'genre', 'subject', 'validity', 'type'] as const;
    for (const filter of ofEveryItem) {
      expect(facets[filter].reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
  });

  test('counts those that can be turned to where there are more', () => {
    const { facets, hasMore, total } = searchItems(store.statements, { ...everything, text: '住房' }, TODAY, 10);
    expect([hasMore, total]).toEqual([true, 10]);
    expect(facets.type).toEqual([{ value: 'item', count: 10 }]);
  });
});

test.each(Object.keys(VALIDITIES) as Validity[])('the database and the contract agree on what is %s', (validity) => {
  for (const today of ['2026-11-18', '2026-11-19', TODAY, '2026-11-21', '2026-11-22']) {
    const { sql, values } = validityCondition(validity, today);
    const found = store.statements.all<{ document_id: string }>(
      `SELECT document_id FROM item WHERE ${sql} ORDER BY index_no`,
      ...values,
    );
    const expected = items.filter((item) => validityOn(item, today) === validity).map((item) => item.documentId);
    expect(found.map((row) => row.document_id)).toEqual(expected);
  }
});

describe('a number', () => {
  test.each(['建房〔2024〕7号', '建房[2024]7号', '建房（２０２４）第007号', ' 建房【2024】7 '])(
    'written "%s" comes first',
    (text) => {
      const answer = searchItems(store.statements, { ...everything, text }, TODAY);
      expect(answer.hits[0]).toMatchObject({ documentId: 'item-7', isNumberHit: true });
      expect(answer.hits.filter((hit) => hit.documentId === 'item-7')).toHaveLength(1);
    },
  );

  test('that is an index number comes first', () => {
    const [hit] = searchItems(
      store.statements,
      { ...everything, text: '11341823mb1e45262t／202401－00007' },
      TODAY,
    ).hits;
    expect(hit).toMatchObject({ documentId: 'item-7', isNumberHit: true });
  });

  test('obeys the filters', () => {
    const { total } = searchItems(
      store.statements,
      { ...everything, text: '建房〔2024〕7号', organ: 'ji-gou-2' },
      TODAY,
    );
    expect(total).toBe(0);
  });

  test('that many texts cite is shown once, and none of the others is lost between two pages', () => {
    const citing = Array.from({ length: 50 }, (_, at) =>
      sampleItem(at + 2, { docNo: null, body: '<p>根据建房〔2024〕1号</p>' }),
    );
    const own = storeOf([sampleItem(1), ...citing]);
    const ask = (page: number) =>
      searchItems(own.statements, { text: '建房〔2024〕1号', sort: 'relevance', page }, TODAY);
    const hits = [1, 2, 3].flatMap((page) => ask(page).hits.map((hit) => hit.documentId));
    expect(hits[0]).toBe('item-1');
    expect(hits).toHaveLength(51);
    expect(new Set(hits).size).toBe(51);
    expect(ask(1)).toMatchObject({ total: 51, pages: 3 });
    own.close();
  });
});

describe('a page of hits', () => {
  test('past the last one is the last one', () => {
    expect(searchItems(store.statements, { ...everything, page: 999 }, TODAY)).toMatchObject({
      page: 6,
      pages: 6,
      total: 112,
    });
  });

  test.each([0, -1])('%s is the first one', (page) => {
    expect(searchItems(store.statements, { ...everything, page }, TODAY).page).toBe(1);
  });

  test('holds no hit for text that cannot be searched for', () => {
    expect(searchItems(store.statements, { ...everything, text: '，。' }, TODAY)).toMatchObject({
      total: 0,
      hasMore: false,
      hits: [],
      page: 1,
      pages: 0,
    });
  });
});

describe('of more hits than are shown', () => {
  const ask = (query: Partial<SearchQuery>) => searchItems(store.statements, { ...everything, ...query }, TODAY, 10);

  test('the newest are shown, and that there are more is said', () => {
    const answer = ask({});
    expect(answer).toMatchObject({ total: 10, hasMore: true, pages: 1 });
    const newest = [...items].sort(byDate).slice(0, 10);
    expect(answer.hits.map((hit) => hit.documentId)).toEqual(newest.map((item) => item.documentId));
  });

  test('exactly as many as are shown are all there are', () => {
    expect(searchItems(store.statements, everything, TODAY, items.length)).toMatchObject({
      total: items.length,
      hasMore: false,
    });
  });
});

describe('an excerpt', () => {
  const own = storeOf([
    sampleItem(1, {
      keywords: ['保障性租赁'],
      abstract: '讲的是共有产权。',
      docNo: '建房〔2024〕88号',
      body: '<p>本局印发《城市更新办法》的通知。</p>',
      attachments: [new SampleFeed().addFile('流程.png', '图', { accessibleText: '第一步：\n提交申请。' })],
    }),
  ]);
  afterAll(() => own.close());

  test.each([
    ['the body, whatever marks the query leaves out', '印发城市更新办法', '印发《城市更新办法'],
    ['the abstract', '共有产权', '共有产权'],
    ['the keywords', '保障性租赁', '保障性租赁'],
    ['the document number', '建房(2024)88', '建房〔2024〕88'],
    ['what a file says', '提交申请', '提交申请'],
  ])('comes from %s', (_where, text, marked) => {
    const [hit] = searchItems(own.statements, { text, sort: 'relevance', page: 1 }, TODAY).hits;
    expect(hit?.excerptParts.filter((part) => part.isHit).map((part) => part.text)).toEqual([marked]);
  });
});

test('an item is not found by the name of whoever published it, nor by a piece of its index number', () => {
  const own = storeOf([sampleItem(1, { source: '市发展改革委' })]);
  for (const text of ['发展改革委', '11341823']) {
    expect(searchItems(own.statements, { ...everything, text }, TODAY).total).toBe(0);
  }
  own.close();
});

describe('a hit in the title', () => {
  const own = storeOf([
    sampleItem(1, { title: '甲', keywords: [], body: '<p>公积金</p>' }),
    sampleItem(2, { title: '公积金', keywords: [], body: '<p>乙</p>', originalDate: '2001-01-01' }),
  ]);
  afterAll(() => own.close());
  const ask = (sort: SearchQuery['sort'], mostHits: number) =>
    searchItems(own.statements, { text: '公积金', sort, page: 1 }, TODAY, mostHits).hits.map((hit) => hit.documentId);

  test('comes before a newer one in the body', () => {
    expect(ask('relevance', 10)).toEqual(['item-2', 'item-1']);
    expect(ask('date', 10)).toEqual(['item-1', 'item-2']);
  });

  test('is shown even where only newer ones fit', () => {
    expect(ask('relevance', 1)).toEqual(['item-2']);
  });
});

test('no query makes the search fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer(), (text, page) => {
      searchItems(store.statements, { text, sort: 'relevance', page, category: text, organ: text, year: text }, TODAY);
    }),
    { numRuns: 200 },
  );
});
