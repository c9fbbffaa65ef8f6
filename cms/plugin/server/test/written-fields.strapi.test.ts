import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const TYPES = '/content-manager/collection-types/plugin::disclosure';
const SOMEBODY = 987;
const LONG_AGO = '2001-01-01T00:00:00.000Z';

let cms: RunningCms;
let department: Department;
let admin: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
}, 120_000);
afterAll(() => cms.stop());

describe('the identity of a document', () => {
  test.each(['item', 'category', 'organ'])('is not given away by saving: %s', async (type) => {
    const documentId = { item: await department.draft(), category: department.category, organ: department.section }[
      type
    ]!;
    const { status, body } = await admin('PUT', `${TYPES}.${type}/${documentId}`, {
      documentId: 'forged00000000000000001',
    });
    expect([status, body.error.details.code]).toEqual([400, 'field_immutable']);
    expect(body.error.details.errors).toMatchObject([{ path: ['documentId'] }]);
    expect(await department.rows(type, { documentId: 'forged00000000000000001' })).toEqual([]);
    expect(await department.rows(type, { documentId })).toHaveLength(1);
  });

  test.each(['../../etc', 'a b', '中文', 'x'.repeat(300)])('is not chosen by who creates: %s', async (documentId) => {
    const { status, body } = await admin('POST', `${TYPES}.item`, { documentId, title: '自选编号' });
    expect([status, body.error.details.code]).toEqual([400, 'field_immutable']);
  });

  test('is not chosen for a copy', async () => {
    const documentId = await department.published({ title: '原件甲' });
    const other = await department.published({ title: '原件乙' });
    const { code } = await refusalOf(department.items.clone({ documentId, data: { documentId: other } }));
    expect(code).toBe('field_immutable');
    const copy = await department.items.clone({ documentId, data: { documentId, title: '副本' } });
    expect(copy.documentId).not.toBe(documentId);
  });

  test('may come back as it was given', async () => {
    const documentId = await department.draft();
    const saved = await admin('PUT', `${TYPES}.item/${documentId}`, { documentId, title: '原样' });
    expect([saved.status, saved.body.data.title]).toEqual([200, '原样']);
  });
});

test.each(['create', 'update', 'clone'] as const)(
  'what Strapi keeps about a row is not written: %s',
  async (action) => {
    const documentId = await department.draft({ title: '原题' });
    const kept = {
      id: 424242,
      locale: 'en',
      publishedAt: LONG_AGO,
      createdAt: LONG_AGO,
      updatedAt: LONG_AGO,
      createdBy: SOMEBODY,
      updatedBy: SOMEBODY,
      localizations: [],
      toString: 1,
    };
    const written = await department.items[action]({ documentId, data: { ...kept, title: '新题' } });
    const id = written!.documentId;
    const row = (await cms.strapi.db
      .query('plugin::disclosure.item')
      .findOne({ where: { documentId: id }, populate: ['createdBy', 'updatedBy'] })) as Record<string, unknown>;
    expect(row).toMatchObject({ title: '新题', locale: null, publishedAt: null, createdBy: null, updatedBy: null });
    expect(row['id']).not.toBe(kept.id);
    expect(new Date(row['updatedAt'] as string).toISOString()).not.toBe(LONG_AGO);
    expect(new Date(row['createdAt'] as string).toISOString()).not.toBe(LONG_AGO);
  },
);

test('who wrote stays noted, and nobody else is', async () => {
  const created = await admin('POST', `${TYPES}.item`, { title: '署名', createdBy: SOMEBODY, updatedBy: SOMEBODY });
  expect(created.status).toBe(201);
  const { documentId } = created.body.data;
  const { body } = await admin('GET', `${TYPES}.item/${documentId}`);
  expect(body.data).toMatchObject({ createdBy: { firstname: '管' }, updatedBy: { firstname: '管' } });
});

describe('values of another type', () => {
  test.each([
    { data: { docNo: 123 }, path: 'docNo' },
    { data: { docNo: ['x'] }, path: 'docNo' },
    { data: { title: { toString: 1 } }, path: 'title' },
    { data: { body: { toString: 1 } }, path: 'body' },
    { data: { abstract: 7 }, path: 'abstract' },
    { data: { subject: { toString: 1 } }, path: 'subject' },
    { data: { writtenOn: { toString: 1 } }, path: 'writtenOn' },
    { data: { writtenOn: 20260101 }, path: 'writtenOn' },
  ])('are refused and change nothing: $data', async ({ data, path }) => {
    const documentId = await department.draft({ docNo: '建办〔2026〕18号' });
    const { status, body } = await admin('PUT', `${TYPES}.item/${documentId}`, data);
    expect(status).toBe(400);
    expect(body.error.details.errors[0].path).toEqual([path]);
    expect(await department.rows('item', { documentId })).toMatchObject([
      { docNo: '建办〔2026〕18号', body: '<p>正文</p>' },
    ]);
  });

  test('under the names of methods are ignored', async () => {
    const documentId = await department.draft();
    for (const body of [{ toString: 1 }, { valueOf: 1, constructor: 'x' }]) {
      expect((await admin('PUT', `${TYPES}.item/${documentId}`, body)).status).toBe(200);
    }
  });

  test.each([{ order: 2 ** 40 }, { order: 1.5 }, { order: 'first' }])(
    'are refused in the catalogue: %o',
    async (data) => {
      const { status, body } = await admin('PUT', `${TYPES}.category/${department.category}`, data);
      expect([status, body.error.details.errors[0].path]).toEqual([400, ['order']]);
    },
  );
});

test('control and direction characters do not reach a title, a word or a body', async () => {
  const documentId = await department.published({
    title: ' a\u202eb\nc\u0000d\u200b ',
    keywords: ['住\u0000房'],
    abstract: '一\r\n二\u0000\u2066',
    body: '<p>正\u202e文&#8203;\u0000</p>',
  });
  const [change] = await department.rows('change', { subject: documentId });
  expect(JSON.parse(String(change?.['payload']))).toMatchObject({
    title: 'ab cd',
    keywords: ['住房'],
    abstract: '一\n二',
    body: '<p>正文</p>',
  });
});

test('an odd document number that an import left may be saved again', async () => {
  const odd = { importKey: 'odd', importHash: '1', title: '旧文', body: '<p>x</p>', categories: ['plans'] };
  const rest = {
    publisher: 'zjj',
    responsible: 'office',
    subject: 'other',
    genre: 'notice',
    docNo: '建办字第3号（旧）',
  };
  const { documentId } = await department.importDocument({ ...odd, ...rest });
  const saved = await admin('PUT', `${TYPES}.item/${String(documentId)}`, { title: '旧文一', docNo: rest.docNo });
  expect([saved.status, saved.body.data?.docNo]).toEqual([200, rest.docNo]);
  const changed = await admin('PUT', `${TYPES}.item/${String(documentId)}`, { docNo: '建办字第4号（旧）' });
  expect(changed.body.error.details.code).toBe('document_number_invalid');
});
