import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());

type Data = Readonly<Record<string, unknown>>;

/** Writes rows as somebody with a database client would, below every gate. */
const tamper = (type: string, where: Data, data: Data) =>
  cms.strapi.db.query(`plugin::disclosure.${type}` as never).updateMany({ where, data } as never);

async function publicVersionOf(subject: string): Promise<Record<string, unknown>> {
  const [change] = await department.rows('change', { subject, isLatest: true });
  return JSON.parse(String(change?.['payload'])) as Record<string, unknown>;
}
const decidedOnce = ({ indexNo, firstPublishedAt, originalDate }: Data) => ({
  indexNo,
  firstPublishedAt,
  originalDate,
});

const imported = { subject: 'other', genre: 'notice', publisher: 'zjj', responsible: 'office', categories: ['plans'] };
const take = (document: Data) =>
  department.importDocument({ ...imported, body: '<p>x</p>', publish: true, ...document });

describe('an index number', () => {
  test('is held by one item only, also when somebody writes rows', async () => {
    const documentId = await department.published();
    const { indexNo } = await publicVersionOf(documentId);
    const second = { subject: 'somebody-else', indexNo, firstPublishedAt: new Date().toISOString() };
    const rows = cms.strapi.db.query('plugin::disclosure.registration' as never);
    await expect(rows.createMany({ data: [second] } as never)).rejects.toThrow();
    await expect(
      rows.createMany({ data: [{ ...second, subject: documentId, indexNo: 'X/202601-00001' }] } as never),
    ).rejects.toThrow();
  });

  test('and the first day are not taken over by a draft that came under another identity', async () => {
    const victim = await take({ importKey: 'v', importHash: '1', title: '旧通知', originalDate: '2013-02-28' });
    const before = await publicVersionOf(String(victim['documentId']));
    await tamper(
      'item',
      { documentId: victim['documentId'], publishedAt: null },
      { documentId: 'forged0000000000000000a1' },
    );
    await tamper('item', { documentId: 'forged0000000000000000a1' }, { slug: null, originalDate: null });

    await department.publish('forged0000000000000000a1');
    const forged = await publicVersionOf('forged0000000000000000a1');
    expect(forged['indexNo']).not.toBe(before['indexNo']);
    expect(forged['firstPublishedAt']).toBe(forged['publishedAt']);
  });

  test('and the first day come back when a draft has lost or changed them', async () => {
    const documentId = String(
      (await take({ importKey: 'r', importHash: '1', title: '原样', originalDate: '2014-05-06' }))['documentId'],
    );
    const before = decidedOnce(await publicVersionOf(documentId));
    for (const changed of [
      { indexNo: null, firstPublishedAt: null, originalDate: null },
      { indexNo: 'X/199901-00001', firstPublishedAt: new Date(0).toISOString(), originalDate: '1999-01-01' },
    ]) {
      await tamper('item', { documentId, publishedAt: null }, changed);
      await department.publish(documentId);
      expect(decidedOnce(await publicVersionOf(documentId))).toEqual(before);
    }
    expect(await department.rows('item', { documentId })).toMatchObject([
      { indexNo: before.indexNo, originalDate: '2014-05-06' },
      { indexNo: before.indexNo, originalDate: '2014-05-06' },
    ]);
  });

  test('of an item that was published before there was a register is found in the feed', async () => {
    const documentId = await department.published({ title: '登记之前' });
    const before = decidedOnce(await publicVersionOf(documentId));
    await cms.strapi.db
      .query('plugin::disclosure.registration' as never)
      .deleteMany({ where: { subject: documentId } } as never);
    await department.items.update({ documentId, data: { title: '登记之后' } });
    await department.publish(documentId);
    const after = await publicVersionOf(documentId);
    expect([after['title'], decidedOnce(after)]).toEqual(['登记之后', before]);
    expect(await department.rows('item', { documentId })).toMatchObject([
      { title: '登记之后', publishedAt: null },
      { title: '登记之后', indexNo: before.indexNo },
    ]);
    expect(await department.rows('registration', { subject: documentId })).toMatchObject([{ indexNo: before.indexNo }]);
  });
});

test('of two items that bore one number from before the register, the first to be published keeps it', async () => {
  const [one, two] = [await department.published({ title: '同号甲' }), await department.published({ title: '同号乙' })];
  const { indexNo } = await publicVersionOf(one);
  await cms.strapi.db
    .query('plugin::disclosure.registration' as never)
    .deleteMany({ where: { subject: { $in: [one, two] } } } as never);
  const payload = JSON.stringify({ ...(await publicVersionOf(two)), indexNo });
  await tamper('change', { subject: two, isLatest: true }, { payload });

  for (const documentId of [one, two]) await department.publish(documentId);
  expect((await publicVersionOf(one))['indexNo']).toBe(indexNo);
  expect((await publicVersionOf(two))['indexNo']).toMatch(/\/\d{6}-\d{5}$/);
  expect((await publicVersionOf(two))['indexNo']).not.toBe(indexNo);
});

describe('the original day of an import', () => {
  test('is not in the future', async () => {
    const { problems } = await refusalOf(
      take({ importKey: 'f', importHash: '1', title: '未来', originalDate: '2999-01-01' }),
    );
    expect(problems).toEqual(['originalDate: date_invalid']);
  });

  test('is fixed once the item was published', async () => {
    const document = { importKey: 'o', importHash: '1', title: '日期', originalDate: '2015-01-02' };
    await take({ ...document, publish: false });
    await take({ ...document, importHash: '2', originalDate: '2015-01-03' });
    const again = take({ ...document, importHash: '3', originalDate: '2016-01-01' });
    expect((await refusalOf(again)).problems).toEqual(['originalDate: field_immutable']);
    expect(await take({ ...document, importHash: '4', originalDate: '2015-01-03' })).toMatchObject({
      outcome: 'updated',
    });
  });
});
