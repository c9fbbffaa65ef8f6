import { addresses } from 'disclosure-contract';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../../../../tests/support/sample-records.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';
import type { ContentViews, PowerFilter, RecordView } from './views.ts';

let feed: SampleFeed;
let store: ContentStore;
let content: ContentViews;

/** Reads what the feed has come to. */
function read(): void {
  store.apply(
    { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } },
    { today: '2026-11-20', recordPending: true },
  );
}

beforeEach(() => {
  feed = new SampleFeed();
  for (const n of [1, 2]) feed.saveOrgan(sampleOrgan(n));
  feed.saveCategory(sampleCategory(1));
  feed.publish(samplePower(1, { kind: 'penalty' }));
  feed.publish(samplePower(2, { kind: 'license', level: 'county' }, { responsible: 'organ-2' }));
  feed.publish(samplePower(3, { kind: 'license', flows: [], duties: [] }, { responsible: 'organ-2' }));
  feed.publish(sampleGuide(2));
  store = ContentStore.open(':memory:');
  onTestFinished(() => store.close());
  read();
  content = contentViews(store, () => '2026-11-20T02:00:00.000Z');
});

const codes = (filter?: PowerFilter) => content.powers(filter).entries.map(({ code }) => code);

function recordAt(path: string): RecordView | null {
  const [, , ...rest] = path.split('/');
  const type = rest[0] === 'guides' ? 'guide' : rest[0] === 'risks' ? 'risk_point' : 'power';
  const answer = content.item(rest.at(-2) ?? '', type);
  return answer.kind === 'item' ? answer.view.record : null;
}

describe('the list of powers', () => {
  test('goes by kind and code, and leads to guides', () => {
    expect(codes()).toEqual(['XK-0002', 'XK-0003', 'XK-0001']);
    expect(content.powers().entries.map(({ guide }) => guide?.slug ?? null)).toEqual(['zhi-nan-2', null, null]);
    expect(content.powers().sections.map(({ code }) => code)).toEqual(['ji-gou-1', 'ji-gou-2']);
  });

  test.each<[PowerFilter, string[]]>([
    [{ kind: 'license' }, ['XK-0002', 'XK-0003']],
    [{ section: 'ji-gou-1' }, ['XK-0001']],
    [{ section: 'ji-gou-2', level: 'county' }, ['XK-0002']],
    [{ text: '提出申请' }, ['XK-0002', 'XK-0001']],
    [{ text: '提出申请', kind: 'penalty' }, ['XK-0001']],
    [{ text: 'XK-0003' }, ['XK-0003']],
    [{ text: '《' }, []],
    [{ text: '" OR *' }, []],
    [{ kind: 'levy' }, []],
  ])('with the filters %j is %j', (filter, expected) => {
    expect(codes(filter)).toEqual(expected);
    expect(content.powers(filter).total).toBe(3);
  });

  test('says how a power was adjusted last', () => {
    const adjustments = [
      { kind: 'cancelled', on: '2026-05-01', basis: '决定', note: '' },
      { kind: 'added', on: '2020-05-01', basis: '通知', note: '' },
    ] as const;
    feed.publish(samplePower(1, { kind: 'penalty', adjustments: [...adjustments] }));
    read();
    expect(content.powers({ kind: 'penalty' }).entries).toMatchObject([{ lastAdjustment: 'cancelled' }]);
  });
});

describe('the page of a power', () => {
  const page = addresses.item('quan-li-1', 'power');

  test('leads to the regulation of the document number it cites, from when that is published until it is withdrawn', () => {
    const regulations = () => {
      const record = recordAt(page);
      return record?.type === 'power' ? record.regulations.map((link) => link?.slug ?? null) : [];
    };
    expect(regulations()).toEqual([null, null]);
    feed.publish(sampleItem(2));
    feed.publish(sampleItem(3, { title: '《中华人民共和国城市房地产管理法》（2019年修正）' }));
    read();
    expect(regulations()).toEqual(['zhu-fang-3', 'zhu-fang-2']);
    feed.withdraw(sampleItem(2));
    read();
    expect(regulations()).toEqual(['zhu-fang-3', null]);
  });

  test('shows its risk points, the highest first, and an item that belongs to it leads back', () => {
    feed.publish(sampleItem(5));
    feed.publish(sampleRiskPoint(1, { level: 'low' }));
    feed.publish(sampleRiskPoint(2, { level: 'high', power: samplePower(1).documentId }));
    feed.publish(samplePower(1, { related: ['item-5', 'item-6'] }));
    read();
    expect(recordAt(page)).toMatchObject({
      risks: [{ slug: 'feng-xian-2' }, { slug: 'feng-xian-1' }],
      related: [{ slug: 'zhu-fang-5' }],
    });
    expect(content.item('zhu-fang-5')).toMatchObject({ view: { powers: [{ slug: 'quan-li-1', type: 'power' }] } });
  });
});

test('the page of a guide shows the power it goes through, while that is public', () => {
  const page = addresses.item('zhi-nan-2', 'guide');
  expect(recordAt(page)).toMatchObject({ power: { slug: 'quan-li-2', responsible: { code: 'ji-gou-2' } } });
  feed.withdraw(samplePower(2));
  read();
  expect(recordAt(page)).toMatchObject({ power: null });
});

test('risk points are filtered by section and level', () => {
  feed.publish(sampleRiskPoint(1, { level: 'low' }));
  feed.publish(sampleRiskPoint(2, { level: 'high' }, { responsible: 'organ-2' }));
  read();
  const slugs = (filter?: Parameters<ContentViews['risks']>[0]) =>
    content.risks(filter).entries.map(({ slug }) => slug);
  expect(slugs()).toEqual(['feng-xian-1', 'feng-xian-2']);
  expect(slugs({ level: 'high' })).toEqual(['feng-xian-2']);
  expect(slugs({ section: 'ji-gou-1' })).toEqual(['feng-xian-1']);
  expect(slugs({ section: 'ji-gou-1', level: 'high' })).toEqual([]);
});

test('adjustments are listed by year, the newest first', () => {
  expect(content.adjustments(null)).toMatchObject({
    year: '2026',
    years: [
      { year: '2026', count: 3 },
      { year: '2024', count: 3 },
    ],
  });
  expect(content.adjustments('2024')?.entries.map(({ kind, power }) => [kind, power.code])).toEqual([
    ['added', 'XK-0001'],
    ['added', 'XK-0002'],
    ['added', 'XK-0003'],
  ]);
  expect(content.adjustments('2025')).toBeNull();
});

test('an item at the address of another type has moved to its own', () => {
  expect(content.item('quan-li-1')).toMatchObject({ kind: 'moved', slug: 'quan-li-1', type: 'power' });
  expect(content.item('zhi-nan-2', 'power')).toMatchObject({ kind: 'moved', type: 'guide' });
});

test('a step of a flow, a document of a guide and a measure against a risk are found, and the hit says where', () => {
  feed.publish(sampleRiskPoint(1));
  read();
  const find = (text: string) => content.search({ text, sort: 'date', page: 1 }).hits;
  expect(find('一次性告知补正').map(({ type }) => type)).toContain('power');
  expect(find('窗口领取')).toMatchObject([{ type: 'guide', slug: 'zhi-nan-2' }]);
  const [risk] = find('双人审查');
  expect(risk).toMatchObject({ type: 'risk_point' });
  expect(risk?.excerptParts.some(({ text, isHit }) => isHit && text === '双人审查')).toBe(true);
});
