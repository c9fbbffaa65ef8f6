import { expect, onTestFinished, test, vi } from 'vitest';
import { SampleFeed } from '../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../../../tests/support/sample-records.ts';
import { ContentStore } from './node/content-store.ts';
import { contentViews } from './node/content-views.ts';
import { adjustmentsTable, powersData, powersTable, powerTable, risksTable, type DataTable } from './record-data.ts';

vi.mock('./interface-text.ts', () => ({
  labelOf: ({ zh }: { zh: string }) => zh,
  t: (key: string) => key,
}));

const SITE = new URL('https://www.example.gov.cn/');

function contentOf(feed: SampleFeed) {
  const store = ContentStore.open(':memory:');
  onTestFinished(() => store.close());
  store.apply(
    { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } },
    { today: '2026-11-20', recordPending: false },
  );
  return contentViews(store, () => '2026-11-20T02:00:00.000Z');
}

function sampleContent() {
  const feed = new SampleFeed().fill(1);
  for (const item of [samplePower(1), sampleGuide(1), sampleRiskPoint(1)]) feed.publish(item);
  return contentOf(feed);
}

/** The cell of the first row below a heading. */
const cellOf = ({ header, rows }: DataTable, heading: string) => rows[0]?.[header.indexOf(heading)];

test('every row of every table has a cell for every heading', () => {
  const content = sampleContent();
  const changes = content.adjustments(null);
  const tables = [powersTable(content.powers(), SITE), risksTable(content.risks(), SITE)];
  if (changes) tables.push(adjustmentsTable(changes, SITE));
  expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
  for (const { header, rows } of tables) expect(rows.every((row) => row.length === header.length)).toBe(true);
});

test('the list leads to each power and its guide by whole addresses', () => {
  const view = sampleContent().powers();
  const url = 'https://www.example.gov.cn/powers/quan-li-1/';
  const guideUrl = 'https://www.example.gov.cn/powers/guides/zhi-nan-1/';
  expect(cellOf(powersTable(view, SITE), 'data.address')).toBe(url);
  expect(cellOf(powersTable(view, SITE), 'power.guide')).toBe(guideUrl);
  expect(powersData(view, SITE)).toMatchObject({
    total: 1,
    powers: [{ code: 'XK-0001', kind: 'license', url, guideUrl }],
  });
});

test('a power is one row with the columns of the list of powers and duties', () => {
  const answer = sampleContent().item('quan-li-1', 'power');
  const view = answer.kind === 'item' ? answer.view : null;
  if (view?.record?.type !== 'power') throw new Error('no power');
  const table = powerTable(view, view.record.power, SITE);
  expect(cellOf(table, 'power.bases')).toContain('法律 《中华人民共和国城市房地产管理法》 第四十五条');
  expect(cellOf(table, 'power.liabilities')).toMatch(/^1\. .+\n2\. /);
  expect(cellOf(table, 'power.promised_limit')).toBe('10 个工作日');
});
