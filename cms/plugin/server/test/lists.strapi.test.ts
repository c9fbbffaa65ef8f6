import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepListsQuick } from '../src/services/editor-lists.ts';
import { callerFor, signIn } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ITEM = 'plugin::disclosure.item';
const COUNT = 400;

let cms: RunningCms;

/** Items that were published, straight into the table: what counts here is how many there are. */
beforeAll(async () => {
  cms = await startCms();
  const numbers = Array.from({ length: COUNT }, (_, at) => at);
  const data = numbers.flatMap((n) => {
    const updatedAt = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    const item = { documentId: `list-item-${n}`, title: `清单${n}`, updatedAt, createdAt: updatedAt };
    return [
      { ...item, publishedAt: null },
      { ...item, publishedAt: updatedAt },
    ];
  });
  for (let from = 0; from < data.length; from += 100) {
    await cms.strapi.db.query(ITEM).createMany({ data: data.slice(from, from + 100) });
  }
  await keepListsQuick(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());

test('the list shows the items changed last, and finds one by a piece of its title', async () => {
  const call = callerFor(cms, await signIn(cms));
  const list = async (query: string) => {
    const { body } = await call('GET', `/content-manager/collection-types/${ITEM}?page=1&pageSize=2&${query}`);
    return body.results.map(({ title }: { title: string }) => title);
  };
  expect(await list('sort=updatedAt:DESC')).toEqual([`清单${COUNT - 1}`, `清单${COUNT - 2}`]);
  expect(await list(`sort=updatedAt:DESC&_q=${encodeURIComponent('单123')}`)).toEqual(['清单123']);
  expect(await list('sort=updatedAt:DESC&_q=list-item-12'), 'nobody looks for what Strapi adds').toEqual([]);
});

// PostgreSQL chooses by statistics of its own.
if (process.env['TEST_DATABASE_URL'] === undefined) {
  const planOf = async (sql: string): Promise<string> => {
    const rows: { detail: string }[] = await cms.strapi.db.connection.raw(`explain query plan ${sql}`);
    return rows.map(({ detail }) => detail).join('; ');
  };

  test('SQLite reads the list in the order of an index, and sorts nothing', async () => {
    const plan = await planOf(
      'select * from disclosure_items as t where t.published_at is null order by t.updated_at desc, t.id asc limit 20',
    );
    expect(plan).toContain('disclosure_items_editors_idx');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  test('SQLite searches drafts in an index, without their bodies', async () => {
    const plan = await planOf(
      `select count(*) from disclosure_items as t where t.published_at is null and (t.id like '%住%'
       or t.title like '%住%' or t.slug like '%住%' or t.index_no like '%住%' or t.doc_no like '%住%')`,
    );
    expect(plan).toContain('COVERING INDEX disclosure_items_editors_idx');
  });

  test('SQLite finds the drafts of some items by the items, and not among all drafts', async () => {
    const plan = await planOf(
      `select * from disclosure_items as t where t.document_id in ('list-item-1', 'list-item-2', 'list-item-3')
       and t.id not in (1, 2, 3) and t.published_at is null`,
    );
    expect(plan).toContain('disclosure_items_documents_idx');
  });
}
