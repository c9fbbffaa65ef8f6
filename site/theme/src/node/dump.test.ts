import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { SampleFeed, sampleItem } from '../../../../tests/support/sample-feed.ts';
import { samplePower } from '../../../../tests/support/sample-records.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';
import { dumpLines, type DumpFormat } from './dump.ts';

const SITE = new URL('https://www.example.gov.cn/');
const TODAY = '2026-11-20';
const ITEMS = 45;

const feed = new SampleFeed().fill(ITEMS);
feed.publish(samplePower(1));
feed.publish(sampleItem(99, { title: '=SUM(A1)', body: '<p>甲，"乙"</p><p>丙</p>', keywords: ['一', '二'] }));
const store = ContentStore.open(':memory:');
afterAll(() => store.close());
const content = contentViews(store, () => `${TODAY}T02:00:00.000Z`);

function catchUp(): void {
  const meta = { feedId: feed.feedId, through: feed.last, last: feed.last };
  store.apply({ data: feed.history, meta }, { today: TODAY, recordPending: false });
}
catchUp();

async function dumpOf(format: DumpFormat, onPiece: () => void = () => undefined): Promise<string> {
  let whole = '';
  for await (const piece of dumpLines(format, content, SITE)) {
    whole += piece;
    onPiece();
  }
  return whole;
}

test('every item is one line, the newest first, and the last line counts and vouches for them', async () => {
  const [end = '', ...lines] = (await dumpOf('ndjson')).trimEnd().split('\n').reverse();
  const items = lines.reverse().map((line) => JSON.parse(line) as { title: string; type: string; listedOn: string });
  expect(items).toHaveLength(ITEMS + 2);
  expect(items.filter(({ type }) => type === 'power')).toHaveLength(1);
  const days = items.map(({ listedOn }) => listedOn);
  expect(days).toEqual([...days].sort().reverse());
  const sha256 = createHash('sha256')
    .update(`${lines.join('\n')}\n`)
    .digest('hex');
  expect(JSON.parse(end)).toEqual({ end: { items: ITEMS + 2, sha256 } });
});

test('as a table it has a row for each item and a cell for each heading, and no text is run as a formula', async () => {
  const table = await dumpOf('csv');
  expect(table.startsWith('\ufeffindexNo,title,type,docNo,')).toBe(true);
  expect(table.match(/\r\n/g)).toHaveLength(ITEMS + 3);
  const row = table.split('\r\n').find((line) => line.includes('SUM'));
  expect(row).toContain(",'=SUM(A1),item,");
  expect(row).toContain('"一\n二"');
  expect(row).toContain('""乙""');
});

test('what is withdrawn while it is read, before its turn, is not in it', async () => {
  const oldest = sampleItem(1);
  const whole = await dumpOf('ndjson', () => {
    if (feed.history.at(-1)?.kind === 'item_withdrawn') return;
    feed.withdraw(oldest);
    catchUp();
  });
  expect(whole).not.toContain(oldest.title);
  expect(whole).toContain(sampleItem(2).title);
  expect(await dumpOf('csv')).not.toContain(oldest.title);
});
