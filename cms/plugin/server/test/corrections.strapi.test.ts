import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Correction } from 'disclosure-contract';
import { sealedFor } from '../../../../tests/support/sealed-correction.ts';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const LIST = '/content-manager/collection-types/plugin::disclosure.correction';
const correction: Correction = {
  kind: 'wording',
  page: '/items/a/',
  text: '“保姆审查”\n应为\u202e“保密审查”',
  contact: '13800000000',
};

let cms: RunningCms;
let department: Department;
let admin: Caller;
let node: Caller;
let publicKey: string;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
  const { token } = await department.service('site-nodes')['create']!({ name: '外网一号', audience: 'public' });
  node = callerFor(cms, String(token));
  ({ publicKey } = (await node('GET', '/api/disclosure/corrections/key')).body.data);
}, 120_000);
afterAll(() => cms.stop());

const send = (...receiptNumbers: string[]) =>
  node('POST', '/api/disclosure/corrections', {
    corrections: receiptNumbers.map((receiptNumber) => sealedFor(publicKey, receiptNumber, correction)),
  });
const listed = async () => (await admin('GET', LIST)).body.results;

describe('a correction that a node brings', () => {
  test('is acknowledged, kept once however often it is sent, and can be read in the panel', async () => {
    const one = '20261128-AAAAAAAA';
    expect((await send(one)).body).toEqual({ data: { taken: [one] } });
    expect((await send(one, '20261128-BBBBBBBB')).body.data.taken).toHaveLength(2);
    const rows = await listed();
    expect(rows).toHaveLength(2);
    expect(rows.find((row: { receiptNumber: string }) => row.receiptNumber === one)).toMatchObject({
      kind: 'wording',
      page: '/items/a/',
      text: '“保姆审查”\n应为“保密审查”',
      contact: '13800000000',
      state: 'received',
    });
  });

  test('leaves entries in the audit log, with nothing of what was written', async () => {
    const entries = await department.rows('audit-entry', { event: 'correction_received' });
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toMatch(/13800000000|审查|items/);
    expect(entries[0]).toMatchObject({ subject: 'correction:20261128-AAAAAAAA', actorId: null });
  });

  test('that cannot be opened is listed all the same: whoever has its number may ask', async () => {
    const sealed = { ...sealedFor(publicKey, '20261128-CCCCCCCC', correction), receiptNumber: '20261128-DDDDDDDD' };
    const { body } = await node('POST', '/api/disclosure/corrections', { corrections: [sealed] });
    expect(body.data.taken).toEqual(['20261128-DDDDDDDD']);
    const row = (await listed()).find((each: { receiptNumber: string }) => each.receiptNumber === '20261128-DDDDDDDD');
    expect(row.text).toContain('无法解密');
    expect(await department.rows('audit-entry', { event: 'correction_unreadable' })).toHaveLength(1);
  });

  test.each([[{}], [{ corrections: [{}] }], [{ corrections: Array(51).fill({}) }]])('is none as %j', async (body) => {
    expect((await node('POST', '/api/disclosure/corrections', body)).status).toBe(400);
  });

  test('is taken from nodes alone', async () => {
    for (const caller of [callerFor(cms), admin]) {
      expect((await caller('POST', '/api/disclosure/corrections', { corrections: [] })).status).toBe(401);
      expect((await caller('GET', '/api/disclosure/corrections/key')).status).toBe(401);
    }
  });
});

describe('in the panel', () => {
  test('state and note are written, what came stays as it is, and the log names no words', async () => {
    const [row] = await listed();
    const path = `${LIST}/${row.documentId}`;
    const written = { ...row, text: '改写', contact: '', state: 'corrected', handlingNote: '已电话告知张某' };
    expect((await admin('PUT', path, written)).status).toBe(200);
    const { body } = await admin('GET', path);
    expect(body.data).toMatchObject({
      text: row.text,
      contact: row.contact,
      state: 'corrected',
      handlingNote: '已电话告知张某',
    });
    const [entry] = await department.rows('audit-entry', { event: 'correction_updated' });
    expect(JSON.parse(String(entry?.['detail']))).toEqual({ fields: ['handlingNote', 'state'], state: 'corrected' });
  });

  test('nobody makes one, and an author reads none', async () => {
    const { status, body } = await admin('POST', LIST, {
      receiptNumber: '20261128-EEEEEEEE',
      text: 'x',
      kind: 'other',
    });
    expect([status, body.error.details.code]).toEqual([400, 'field_immutable']);
    const author = callerFor(cms, await signIn(cms, 'strapi-author'));
    // Strapi gives its own authors a right to what they made themselves, of every type.
    expect((await author('GET', LIST)).body.results).toEqual([]);
    const [row] = await listed();
    expect((await author('GET', `${LIST}/${row.documentId}`)).status).toBe(403);
  });

  test('who deletes one leaves an entry', async () => {
    const [row] = await listed();
    expect((await admin('DELETE', `${LIST}/${row.documentId}`)).status).toBe(200);
    expect(await department.rows('audit-entry', { event: 'correction_deleted' })).toHaveLength(1);
  });
});
