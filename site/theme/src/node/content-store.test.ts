import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, type Change, type Item, type Power } from 'disclosure-contract';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import {
  sampleGuide,
  samplePower,
  samplePowerRecord,
  sampleRiskPoint,
} from '../../../../tests/support/sample-records.ts';
import { viewAt } from '../../../../tests/support/sample-pages.ts';
import { checkContent } from './content-check.ts';
import { SEARCH_INDEXES } from './content-schema.ts';
import { ContentStore, type Effects } from './content-store.ts';
import { contentViews } from './content-views.ts';
import { isStorable } from './page-files.ts';
import type { View } from './views.ts';

const TODAY = '2026-11-20';
const NOW = `${TODAY}T04:00:00.000Z`;

const folder = sampleFolder('content-store');
afterAll(() => rmSync(folder, { recursive: true }));

let serial = 0;
const newFile = () => join(folder, `${(serial += 1)}.db`);

function apply(store: ContentStore, changes: readonly Change[], recordPending = false): void {
  const last = changes.at(-1)?.seq ?? 0;
  store.apply(
    { data: [...changes], meta: { feedId: 'sample-feed', through: last, last } },
    { today: TODAY, recordPending },
  );
}

function filled(changes: readonly Change[]): ContentStore {
  const store = ContentStore.open(':memory:');
  apply(store, changes);
  return store;
}

/** Every page that the store can make, by its address. */
function allViews(store: ContentStore): Map<string, View> {
  const views = contentViews(store, () => NOW);
  const pages = new Map<string, View>();
  for (const path of store.paths()) {
    const view = viewAt(views, path);
    if (view) pages.set(path, view);
  }
  return pages;
}

/** What a page shows, without what it depends on. The total of a year is not promised on its numbered pages. */
function shownBy(path: string, view: View | undefined): unknown {
  if (!view) return null;
  const isNumberedPage = /^\/catalogue\/[^/]+\/\d{4}\/\d+\/$/.test(path);
  return JSON.stringify({ ...view, tags: null, ...(isNumberedPage ? { count: null } : {}) });
}

/** All that can be seen of a store, without the row numbers that depend on its history. */
function dump(store: ContentStore): unknown {
  const { statements } = store;
  const views = contentViews(store, () => NOW);
  const slugs = statements.all<{ slug: string }>('SELECT slug FROM address ORDER BY slug').map(({ slug }) => slug);
  return {
    meta: statements.all('SELECT * FROM meta ORDER BY key'),
    rows: statements.all(
      `SELECT document_id, seq, slug, title, index_no, number_key, index_key, listed_on, category, validity_changes_on, item_content.json
       FROM item JOIN item_content USING (id) ORDER BY document_id`,
    ),
    listing: statements.all(
      'SELECT list, year, listing.listed_on, listing.index_no, document_id FROM listing JOIN item ON item.id = item ORDER BY 1, 2, 3, 4, 5',
    ),
    counts: statements.all('SELECT * FROM listing_count ORDER BY list, year'),
    months: statements.all('SELECT * FROM month_count ORDER BY month'),
    categories: statements.all('SELECT * FROM item_category ORDER BY item, category'),
    interpretations: statements.all('SELECT * FROM interpretation ORDER BY item, interprets'),
    addresses: statements.all('SELECT * FROM address ORDER BY slug'),
    tombstones: statements.all('SELECT * FROM tombstone ORDER BY document_id'),
    files: statements.all('SELECT * FROM item_file ORDER BY item, file_name'),
    connections: statements.all('SELECT * FROM connection ORDER BY item, other'),
    citations: statements.all('SELECT * FROM citation ORDER BY item, key'),
    pages: [...allViews(store)].sort(([a], [b]) => (a < b ? -1 : 1)),
    answers: slugs.map((slug) => views.item(slug)),
    powers: [views.powers(), views.risks(), views.adjustments(null)],
    searches: ['通知', '住房', '修订', '建房〔2024〕3号', '栏目'].map((text) => {
      const { total, hits } = views.search({ text, sort: 'date', page: 1 });
      return { text, total, hits };
    }),
  };
}

const ITEMS = 6;
const CATEGORIES = 5;
const ORGANS = 3;

/** One step of an editor. Numbers choose among what there is. */
type Step =
  | {
      do: (typeof ITEM_STEPS)[number];
      item: number;
      to: number;
    }
  | { do: (typeof RECORD_STEPS)[number]; record: number; to: number }
  | {
      do:
        | 'saveCategory'
        | 'renameCategory'
        | 'moveCategory'
        | 'removeCategory'
        | 'saveOrgan'
        | 'renameOrgan'
        | 'moveOrgan'
        | 'removeOrgan';
      id: number;
      to: number;
    };

const ITEM_STEPS = [
  'publish',
  'edit',
  'rename',
  'recategorise',
  'move',
  'interpret',
  'attach',
  'withdraw',
  'hide',
] as const;
const RECORD_STEPS = ['power', 'guide', 'risk', 'relate', 'cite', 'adjust', 'drop'] as const;
const CATALOGUE_STEPS = [
  'saveCategory',
  'renameCategory',
  'moveCategory',
  'removeCategory',
  'saveOrgan',
  'renameOrgan',
  'moveOrgan',
  'removeOrgan',
] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(...ITEM_STEPS),
      item: fc.integer({ min: 1, max: ITEMS }),
      to: fc.nat({ max: 7 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(...RECORD_STEPS),
      record: fc.integer({ min: 1, max: 2 }),
      to: fc.nat({ max: 7 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(...CATALOGUE_STEPS),
      id: fc.integer({ min: 1, max: CATEGORIES }),
      to: fc.nat({ max: 5 }),
    }),
  },
);

/** A CMS that an editor works in: keeps what it would publish next and writes its feed. */
class SampleDesk {
  readonly feed = new SampleFeed();
  readonly #items = new Map<number, Item>();
  readonly #records = new Map<string, Item>();
  readonly #categories = new Map(Array.from({ length: CATEGORIES }, (_, at) => [at + 1, sampleCategory(at + 1)]));
  readonly #organs = new Map(Array.from({ length: ORGANS }, (_, at) => [at + 1, sampleOrgan(at + 1)]));
  #serial = 0;

  constructor() {
    for (const category of this.#categories.values()) this.feed.saveCategory(category);
    for (const organ of this.#organs.values()) this.feed.saveOrgan(organ);
  }

  take(next: Step): void {
    const number = (this.#serial += 1);
    if ('item' in next) return this.#takeItem(next.do, next.item, next.to, number);
    if ('record' in next) return this.#takeRecord(next.do, next.record, next.to);
    const category = this.#categories.get(next.id) ?? sampleCategory(next.id);
    const organ = this.#organs.get(1 + (next.id % ORGANS)) ?? sampleOrgan(1);
    const saveCategory = (given: Partial<typeof category>) => {
      this.#categories.set(next.id, { ...category, ...given });
      this.feed.saveCategory({ ...category, ...given });
    };
    const saveOrgan = (given: Partial<typeof organ>) => {
      this.#organs.set(1 + (next.id % ORGANS), { ...organ, ...given });
      this.feed.saveOrgan({ ...organ, ...given });
    };
    switch (next.do) {
      case 'saveCategory':
        return saveCategory({
          description: `说明${number}`,
          order: next.to,
          responsible: `organ-${1 + (next.to % ORGANS)}`,
          reviewProcedure: next.to % 2 ? `程序${number}` : null,
        });
      case 'renameCategory':
        return saveCategory(next.to % 2 ? { name: `栏目${number}` } : { code: `lan-mu-${next.id}-${number}` });
      case 'moveCategory':
        // Only below one of a smaller number: no cycles.
        return saveCategory({ parent: next.to > 0 && next.to < next.id ? `category-${next.to}` : null });
      case 'removeCategory':
        this.feed.add({ kind: 'category_removed', payload: { documentId: category.documentId } });
        return;
      case 'saveOrgan':
        return saveOrgan({ phone: `0558-${number}`, order: next.to });
      case 'renameOrgan':
        return saveOrgan(next.to % 2 ? { name: `机构${number}` } : { code: `ji-gou-${next.id}-${number}` });
      case 'moveOrgan': {
        const own = 1 + (next.id % ORGANS);
        return saveOrgan({ parent: next.to > 0 && next.to < own ? `organ-${next.to}` : null });
      }
      case 'removeOrgan':
        this.feed.add({ kind: 'organ_removed', payload: { documentId: organ.documentId } });
    }
  }

  #takeRecord(what: (typeof RECORD_STEPS)[number], n: number, to: number): void {
    const known = this.#records.get(`power ${n}`) ?? samplePower(n);
    const publish = (name: string, item: Item) => {
      this.#records.set(`${name} ${n}`, item);
      this.feed.publish(item);
    };
    const change = (given: Partial<Power>) => {
      if (known.record?.type === 'power') publish('power', { ...known, record: { ...known.record, ...given } });
    };
    switch (what) {
      case 'power':
        return publish('power', { ...known, responsible: to % 2 ? 'organ-2' : null, title: `权力${n}之${to}` });
      case 'guide':
        return publish('guide', sampleGuide(n, { power: `item-${1000 + 1 + (to % 2)}` }, { title: `指南${to}` }));
      case 'risk':
        return publish('risk', sampleRiskPoint(n, { level: to % 2 ? 'high' : 'low' }));
      case 'relate':
        return change({ related: to > 0 ? [`item-${1 + (to % ITEMS)}`] : [] });
      case 'cite':
        return change({
          bases: samplePowerRecord().bases.map((basis) => ({
            ...basis,
            docNo: to % 2 ? `建房〔2024〕${1 + (to % ITEMS)}号` : '',
            name: `关于住房保障工作的第${1 + (to % ITEMS)}号通知`,
          })),
        });
      case 'adjust':
        return change({
          adjustments: samplePowerRecord().adjustments.map((each) => ({ ...each, on: `202${to}-05-01` })),
        });
      case 'drop': {
        const gone = this.#records.get(`${['power', 'guide', 'risk'][to % 3] ?? ''} ${n}`);
        if (gone) this.feed.withdraw(gone);
      }
    }
  }

  #takeItem(what: (typeof ITEM_STEPS)[number], n: number, to: number, number: number): void {
    const item = this.#items.get(n) ?? sampleItem(n);
    const publish = (given: Partial<Item>) => {
      const next = { ...item, ...given };
      this.#items.set(n, next);
      this.feed.publish(next);
    };
    switch (what) {
      case 'publish':
        return publish({});
      case 'edit':
        return publish({
          title: `${item.title.slice(0, 12)}（修订${number}）`,
          publishedAt: NOW,
          responsible: to % 2 ? 'organ-2' : null,
        });
      case 'rename':
        return publish({ slug: `zhu-fang-${n}-${number}`, formerSlugs: [...item.formerSlugs, item.slug] });
      case 'recategorise':
        return publish({
          categories: to > 4 ? ['category-2', 'category-3'] : [`category-${to + 1}`],
          publisher: `organ-${1 + (to % ORGANS)}`,
        });
      case 'move':
        return publish({ originalDate: `${2022 + (to % 4)}-0${1 + to}-11` });
      case 'interpret':
        return publish({ interprets: to > 0 ? [`item-${1 + (to % ITEMS)}`] : [] });
      case 'attach':
        return publish({ attachments: to > 0 ? [this.feed.addFile(`附件${to}.pdf`, `附件${to}`)] : [] });
      case 'withdraw':
        this.feed.withdraw(item);
        return;
      case 'hide':
        this.feed.add({ kind: 'item_removed', payload: { documentId: item.documentId } });
    }
  }
}

function deskAfter(steps: readonly Step[]): SampleDesk {
  const desk = new SampleDesk();
  for (const each of steps) desk.take(each);
  return desk;
}

const history = fc.array(step, { minLength: 1, maxLength: 25 });

describe('a content store', { timeout: 60_000 }, () => {
  test('is the same after a change was applied a second time, or an older one late', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, choice) => {
        const { feed } = deskAfter(steps);
        const store = filled(feed.history);
        const before = dump(store);
        apply(store, feed.history);
        apply(store, feed.history.slice(choice % feed.last, (choice % feed.last) + 1));
        expect(dump(store)).toEqual(before);
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  test('is the same from the snapshot as from the whole history', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { feed } = deskAfter(steps);
        const [whole, compact] = [filled(feed.history), filled(feed.latest)];
        expect(dump(compact)).toEqual(dump(whole));
        whole.close();
        compact.close();
      }),
      { numRuns: 80 },
    );
  });

  test('is the same however the history was cut into pages', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 7 }), (steps, size) => {
        const { feed } = deskAfter(steps);
        const whole = filled(feed.history);
        const cut = ContentStore.open(':memory:');
        for (let at = 0; at < feed.last; at += size) apply(cut, feed.history.slice(at, at + size));
        expect(dump(cut)).toEqual(dump(whole));
        whole.close();
        cut.close();
      }),
      { numRuns: 40 },
    );
  });

  test('counts what its lists hold', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const store = filled(deskAfter(steps).feed.history);
        expect(store.statements.all('SELECT * FROM listing_count ORDER BY list, year')).toEqual(
          store.statements.all('SELECT list, year, count(*) AS n FROM listing GROUP BY 1, 2 ORDER BY 1, 2'),
        );
        store.close();
      }),
      { numRuns: 60 },
    );
  });

  test('names, of every page that a change makes different, a tag that the page bears', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (steps, isLong) => {
        const desk = new SampleDesk();
        // More than two pages of one year, so that numbered pages are looked at as well.
        if (isLong) for (let n = 10; n < 55; n += 1) desk.feed.publish(sampleItem(n, { originalDate: '2023-06-01' }));
        const store = filled(desk.feed.history);
        let before = allViews(store);
        for (const each of steps) {
          const from = desk.feed.last;
          desk.take(each);
          apply(store, desk.feed.history.slice(from), true);
          const after = allViews(store);
          for (const effects of store.pending())
            expect(overlooked(before, after, effects), JSON.stringify(each)).toEqual([]);
          store.settleAll();
          before = after;
        }
        store.close();
      }),
      { numRuns: 100 },
    );
  });
});

/** Pages that were there and would be made differently, and that nothing in the effects of the change reaches. */
function overlooked(before: Map<string, View>, after: Map<string, View>, effects: Effects): string[] {
  if (effects.everything) return [];
  const named = new Set(effects.tags);
  const reached = new Set([...effects.gone, ...(effects.item ? [effects.item.path] : [])]);
  return [...before]
    .filter(([path, view]) => shownBy(path, view) !== shownBy(path, after.get(path)))
    .filter(([path, view]) => !reached.has(path) && !view.tags.some((tag) => named.has(tag)))
    .map(([path]) => path);
}

describe('the effects of a change', () => {
  let store: ContentStore;
  let feed: SampleFeed;

  /** Of the newest change, which is applied here. */
  function effectsOf(change: Change): Effects {
    apply(store, [change], true);
    const effects = store.pending().at(-1);
    store.settleAll();
    if (!effects) throw new Error('no effects');
    return effects;
  }

  beforeEach(() => {
    feed = new SampleFeed();
    feed.saveOrgan(sampleOrgan(1));
    feed.saveCategory(sampleCategory(1));
    for (let n = 1; n <= 100; n += 1) feed.publish(sampleItem(n, { originalDate: '2024-01-01' }));
    store = filled(feed.history);
    return () => store.close();
  });

  const yearPages = (effects: Effects) =>
    effects.tags.flatMap((tag) => /^year:category-1:2024:(\d+)$/.exec(tag)?.[1] ?? []).map(Number);

  test('that leaves an entry where it is name its page alone', () => {
    expect(yearPages(effectsOf(feed.publish(sampleItem(50, { originalDate: '2024-01-01', title: '修订' }))))).toEqual([
      3,
    ]);
  });

  test('that adds an entry at the end name the last pages', () => {
    expect(yearPages(effectsOf(feed.publish(sampleItem(101, { originalDate: '2024-01-01' }))))).toEqual([5, 6]);
  });

  test('that takes an entry away name all pages from there on', () => {
    expect(yearPages(effectsOf(feed.withdraw(sampleItem(50))))).toEqual([2, 3, 4, 5]);
  });

  test('that withdraws an item name every address it ever had', () => {
    const item = sampleItem(50, { slug: 'xin', formerSlugs: ['zhu-fang-50'], originalDate: '2024-01-01' });
    effectsOf(feed.publish(item));
    expect(effectsOf(feed.withdraw(item)).gone).toEqual([addresses.item('xin'), addresses.item('zhu-fang-50')]);
  });

  test('that withdraws a power name the address of its type', () => {
    effectsOf(feed.publish(samplePower(1)));
    const { gone, tags } = effectsOf(feed.withdraw(samplePower(1)));
    expect(gone).toEqual([addresses.item('quan-li-1', 'power')]);
    expect(tags).toContain('powers');
  });

  test('of a guide touch the power that it names, and of an item no list of powers', () => {
    expect(effectsOf(feed.publish(sampleGuide(1))).tags).toContain(`item:${samplePower(1).documentId}`);
    expect(effectsOf(feed.publish(sampleItem(50))).tags).not.toContain('powers');
    expect(effectsOf(feed.publish(sampleItem(4321))).tags).not.toContain('powers');
  });

  test('that describes a category otherwise do not touch the items below it', () => {
    const effects = effectsOf(feed.saveCategory(sampleCategory(1, { description: '新的说明' })));
    expect(effects.everything).toBe(false);
    expect(effects.tags).not.toContain('category:category-1');
    expect(effects.tags).not.toContain('terms:category-1');
  });

  test.each([{ deadlineRule: 'immediate' }, { reviewProcedure: '局务会议审定' }] as const)(
    'that give a category %o touch the items that follow it',
    (given) => {
      expect(effectsOf(feed.saveCategory(sampleCategory(1, given))).tags).toContain('terms:category-1');
    },
  );

  test('that renames a category with items touch everything', () => {
    expect(effectsOf(feed.saveCategory(sampleCategory(1, { name: '新名' }))).everything).toBe(true);
    expect(effectsOf(feed.saveCategory(sampleCategory(2))).everything).toBe(false);
  });

  test('that replaces a file name the one that went', () => {
    const file = feed.addFile('附件.pdf', '旧');
    effectsOf(feed.publish(sampleItem(50, { attachments: [file] })));
    expect(effectsOf(feed.publish(sampleItem(50, { attachments: [feed.addFile('附件.pdf', '新')] }))).files).toEqual([
      file.sha256,
    ]);
    expect(store.isFileUsed(file.sha256)).toBe(false);
  });
});

test('two items of one number and day are both listed', () => {
  const feed = new SampleFeed();
  feed.saveCategory(sampleCategory(1));
  feed.publish(sampleItem(1));
  feed.publish(sampleItem(2, { indexNo: sampleItem(1).indexNo, firstPublishedAt: sampleItem(1).firstPublishedAt }));
  const store = filled(feed.history);
  expect(contentViews(store, () => NOW).category('lan-mu-1')?.count).toBe(2);
  store.close();
});

describe('the search indexes', () => {
  const piecesOf = (store: ContentStore) =>
    SEARCH_INDEXES.map(
      (index) => store.statements.get<{ n: number }>(`SELECT count(DISTINCT segid) AS n FROM ${index}_idx`)?.n,
    );

  test('are one piece each after the store was filled, and find the same', async () => {
    const feed = new SampleFeed();
    const store = ContentStore.open(':memory:');
    for (let n = 1; n <= 60; n += 1) apply(store, [feed.publish(sampleItem(n, { title: `住房保障第${n}批` }))]);
    const search = () => contentViews(store, () => NOW).search({ text: '住房保障', sort: 'relevance', page: 2 });
    const before = search();
    expect(before.total).toBe(60);
    expect(Math.min(...piecesOf(store).map(Number))).toBeGreaterThan(1);

    await store.mergeSearchIndexes(() => false);
    expect(piecesOf(store)).toEqual([1, 1, 1]);
    expect(search()).toEqual(before);
    store.close();
  });

  test('are merged again as they grow, once the store is complete', () => {
    const feed = new SampleFeed();
    const store = ContentStore.open(':memory:');
    store.markComplete();
    for (let n = 1; n <= 60; n += 1) apply(store, [feed.publish(sampleItem(n))], true);
    expect(Math.max(...piecesOf(store).map(Number))).toBeLessThan(16);
    store.close();
  });
});

test('every address of paths() can be a file', () => {
  const store = filled(new SampleFeed().fill(60).history);
  const paths = [...store.paths()];
  expect(paths.filter((path) => !isStorable(path))).toEqual([]);
  expect(new Set(paths).size).toBe(paths.length);
  store.close();
});

describe('the turn of a day', () => {
  test('names the items whose validity it changes, once', () => {
    const feed = new SampleFeed().fill(2);
    feed.publish(sampleItem(3, { effectiveOn: '2026-11-21', repealedOn: '2026-11-23' }));
    const store = filled(feed.history);
    expect(store.turnDay(TODAY)).toEqual([]);
    expect(store.turnDay('2026-11-21')).toEqual(['item:item-3']);
    expect(store.turnDay('2026-11-22')).toEqual([]);
    expect(store.turnDay('2026-11-25')).toEqual(['item:item-3']);
    expect(store.turnDay('2026-11-26')).toEqual([]);
    store.close();
  });
});

describe('opening a store', () => {
  test('gives back what was applied', () => {
    const file = newFile();
    const store = ContentStore.open(file);
    apply(store, new SampleFeed().fill(3).history);
    const before = dump(store);
    store.close();
    const again = ContentStore.open(file);
    expect(dump(again)).toEqual(before);
    again.close();
  });

  test('reports a file that is no database', () => {
    const file = newFile();
    writeFileSync(file, 'not a database, but long enough to be looked at'.repeat(100));
    expect(() => ContentStore.open(file)).toThrow(expect.objectContaining({ code: 'content_store_corrupt' }));
    ContentStore.setAside(file);
    const fresh = ContentStore.open(file);
    expect(fresh.position).toBe(0);
    fresh.close();
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    [
      'overwritten in the middle',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(8192, 7), bytes.subarray(16_384)]),
    ],
  ])('of a file that was %s is noticed by a check', async (_what, damage) => {
    const file = newFile();
    const store = ContentStore.open(file);
    apply(store, new SampleFeed().fill(50).history);
    store.close();
    expect(await checkContent(file, null)).toBe(true);
    writeFileSync(file, damage(readFileSync(file)));
    expect(await checkContent(file, null)).toBe(false);
  });

  test('never repeats a version of the store it replaces', () => {
    const file = newFile();
    const store = ContentStore.open(file);
    apply(store, new SampleFeed().fill(1).history);
    const { version } = store;
    store.close();
    ContentStore.remove(file);
    const next = ContentStore.open(file);
    expect(next.version).toBeGreaterThan(version);
    next.close();
  });
});
