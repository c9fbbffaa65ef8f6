import { createHash } from 'node:crypto';
import { addresses, type Item } from 'disclosure-contract';
import { expect, test, vi } from 'vitest';
import { AnswerCheck, checkDocument } from '../../../tests/support/open-api.ts';
import {
  SampleFeed,
  sampleCategory,
  sampleItem,
  sampleOrgan,
  tombstoneOf,
} from '../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../../../tests/support/sample-records.ts';
import { ofSite } from './feed-subjects.ts';
import { jsonFeedOf } from './feeds.ts';
import { pageOf } from './item-address.ts';
import { itemData, tombstoneData } from './item-data.ts';
import {
  catalogueData,
  categoryData,
  homeData,
  organData,
  organsData,
  searchData,
  servicesData,
  yearData,
} from './list-data.ts';
import { dataAddress } from './list-addresses.ts';
import { ContentStore } from './node/content-store.ts';
import { contentViews } from './node/content-views.ts';
import type { ContentViews, ItemView } from './node/views.ts';
import { openApi } from './openapi.ts';
import { adjustmentsData, powersData, risksData } from './record-data.ts';
import { searchChoices } from './search-options.ts';
import { statisticsData } from './statistics-data.ts';
import { ROUTES } from './routes.ts';
import { suggestionsData } from './suggestions-data.ts';

vi.mock('./interface-text.ts', () => ({
  labelOf: ({ zh }: { zh: string }) => zh,
  t: (key: string) => key,
  locale: 'zh-CN',
  licence: undefined,
  organName: '某局',
  siteName: '某局政府信息公开',
}));

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

const SITE = new URL('https://www.example.gov.cn/');
const feed = new SampleFeed();

const items: Item[] = [
  ...Array.from({ length: 25 }, (_, at) => sampleItem(at + 1, { originalDate: '2024-05-04' })),
  sampleItem(30, {
    categories: ['category-2', 'category-3'],
    responsible: 'organ-2',
    interprets: ['item-1'],
    body: '<p>见<a href="files/表 1.pdf">附表</a>和<a href="/items/zhu-fang-1/">通知</a><img src="files/tu.png" alt=""></p>',
    readings: [
      {
        sha256: sha256Of('csv'),
        html: '<table><tr><td>甲</td></tr></table>',
        isCut: false,
        refusal: null,
      },
    ],
    attachments: [
      feed.addFile('表 1.pdf', 'pdf', { accessibleText: '说明' }),
      feed.addFile('表 2.csv', 'csv'),
      feed.addFile('tu.png', 'png', { role: 'image' }),
    ],
    withholding: {
      mode: 'withheld',
      ground: 'state_secret',
      basis: '第十四条',
      decidedOn: '2026-01-02',
      reviewAgainOn: null,
    },
  }),
  samplePower(1),
  sampleGuide(1),
  sampleRiskPoint(1),
];

function published(): ContentViews {
  feed.saveOrgan(sampleOrgan(1, { aliases: [{ name: '曾用名', from: null, until: '2019-03-01' }] }));
  feed.saveOrgan(sampleOrgan(2, { parent: 'organ-1', kind: 'section' }));
  feed.saveCategory(
    sampleCategory(1, { contentElements: [{ value: '政策', required: true }], responsible: 'organ-2' }),
  );
  feed.saveCategory(sampleCategory(2, { parent: 'category-1', stage: null }));
  feed.saveCategory(sampleCategory(3));
  for (const item of items) feed.publish(item);
  const store = ContentStore.open(':memory:');
  const meta = { feedId: feed.feedId, through: feed.last, last: feed.last };
  store.apply({ data: feed.history, meta }, { today: '2026-11-20', recordPending: false });
  return contentViews(store, () => '2026-11-20T02:00:00.000Z');
}

const content = published();

function viewOf({ slug, record }: Item): ItemView {
  const answer = content.item(slug, record?.type ?? 'item');
  if (answer.kind !== 'item') throw new Error(`No item ${slug}`);
  return answer.view;
}

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The store has no such page');
  return value;
}

/** As programs get it. */
const sent = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

const mediaTypeOf = (path: string) => (path.includes('feed') ? 'application/feed+json' : 'application/json');
const query = { text: '住房', sort: 'relevance', page: 1 } as const;
const answers: [path: string, status: number, data: () => unknown][] = [
  ...items.map((item): [string, number, () => unknown] => [
    dataAddress(pageOf(item)),
    200,
    () => itemData(viewOf(item), SITE),
  ]),
  ['/items/zhu-fang-99.json', 410, () => tombstoneData(tombstoneOf(sampleItem(99)), null, SITE)],
  ['/index.json', 200, () => homeData(content.home(), SITE)],
  ['/catalogue.json', 200, () => catalogueData(content.tree(), SITE)],
  ['/catalogue/lan-mu-1.json', 200, () => categoryData(required(content.category('lan-mu-1')), SITE)],
  [
    '/catalogue/lan-mu-1/2024.json',
    200,
    () => yearData(required(content.categoryYear('lan-mu-1', '2024', null)), SITE),
  ],
  ['/catalogue/lan-mu-1/2024/1.json', 200, () => yearData(required(content.categoryYear('lan-mu-1', '2024', 1)), SITE)],
  ['/organs.json', 200, () => organsData(content.organs(), SITE)],
  ['/organs/ji-gou-1.json', 200, () => organData(required(content.organ('ji-gou-1')), SITE)],
  ['/services.json', 200, () => servicesData(content.services(), SITE)],
  ['/statistics/list.json', 200, () => statisticsData(content.statistics(), SITE)],
  ['/search.json?q=x', 200, () => searchData(query, content.search(query), searchChoices(content), SITE)],
  ['/search/suggestions.json?q=x', 200, () => suggestionsData(content.suggestions('住房'))],
  ['/powers/list.json', 200, () => powersData(content.powers(), SITE)],
  ['/powers/risks/list.json', 200, () => risksData(content.risks(), SITE)],
  ['/powers/changes/2026/list.json', 200, () => adjustmentsData(required(content.adjustments(null)), SITE)],
  ['/feed.json', 200, () => jsonFeedOf(content.feed(), ofSite, SITE)],
];

const description = openApi(SITE);
const check = new AnswerCheck(description);

test('the description of the API is OpenAPI', async () => {
  await checkDocument(description);
});

test.each(answers)('%s is what the description says, and nothing more', (path, status, data) => {
  expect(check.problems(path, status, mediaTypeOf(path), sent(data()))).toEqual([]);
});

test('everything that is described and JSON is among these', () => {
  const shown = new Set(answers.map(([path]) => check.templateOf(path)));
  const others = check.templates.filter((template) => template.endsWith('.json') && !shown.has(template));
  expect(others).toEqual([
    '/powers/changes/list.json',
    '/catalogue/{code}/feed.json',
    '/search/feed.json',
    '/openapi.json',
  ]);
});

test('an address is described for every route that gives data', () => {
  const data = ROUTES.filter(({ pattern }) => /\.(?:json|csv|jsonld)$|(?:feed|atom)\.xml$/.test(pattern));
  const described = new Set(check.templates);
  const missing = data.filter(({ pattern }) => !described.has(pattern.replace(/\[(\w+)\]/g, '{$1}')));
  // Of items, only powers are tables as well.
  expect(missing.map(({ pattern }) => pattern)).toEqual(['/powers/guides/[slug].csv', '/powers/risks/[slug].csv']);
});

test.each(answers.filter(([path]) => path !== '/feed.json'))(
  '%s names nothing by a number of the CMS',
  (_, _status, data) => {
    expect(JSON.stringify(data())).not.toMatch(/"(?:item|category|organ|quan-li|power)-\d+"|documentId/);
  },
);

test('a body leads to whole addresses, and pictures of it are no attachments', () => {
  const { body, attachments, mode, interprets } = itemData(viewOf(required(items[25] ?? null)), SITE);
  expect(body).toBe(
    '<p>见<a href="https://www.example.gov.cn/items/zhu-fang-30/files/%E8%A1%A8%201.pdf">附表</a>' +
      '和<a href="https://www.example.gov.cn/items/zhu-fang-1/">通知</a>' +
      '<img src="https://www.example.gov.cn/items/zhu-fang-30/files/tu.png" alt=""></p>',
  );
  expect(attachments).toMatchObject([
    { url: 'https://www.example.gov.cn/items/zhu-fang-30/files/%E8%A1%A8%201.pdf', text: '说明', pageUrl: null },
    { name: '表 2.csv', pageUrl: `https://www.example.gov.cn/items/zhu-fang-30/read/${sha256Of('csv').slice(0, 12)}/` },
  ]);
  expect(mode.code).toBe('withheld');
  expect(interprets).toEqual([{ title: items[0]?.title, url: 'https://www.example.gov.cn/items/zhu-fang-1/' }]);
});

test('pages of a year lead from one to the next as data', () => {
  const newest = yearData(required(content.categoryYear('lan-mu-1', '2024', null)), SITE);
  expect(newest).toMatchObject({ page: null, newerDataUrl: null });
  expect(newest.olderDataUrl).toMatch(/^https:\/\/www\.example\.gov\.cn\/catalogue\/lan-mu-1\/2024\/\d\.json$/);
});

test('home, lists and items lead to each other in both forms', () => {
  const entry = homeData(content.home(), SITE).newest.find(({ type }) => type === 'item');
  expect(entry?.dataUrl).toBe(entry?.url.replace(/\/$/, '.json'));
  expect(catalogueData(content.tree(), SITE).branches[0]).toMatchObject({
    url: `https://www.example.gov.cn${addresses.category('lan-mu-1')}`,
    dataUrl: 'https://www.example.gov.cn/catalogue/lan-mu-1.json',
    children: [{ code: 'lan-mu-2' }],
  });
});
