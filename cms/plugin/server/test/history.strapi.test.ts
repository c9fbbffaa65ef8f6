import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../src/domain/sha256.ts';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller, type Json } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;
let admin: Caller;
let node: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
  const { token } = await department.service('site-nodes')['create']!({ name: '外网一号', audience: 'public' });
  node = callerFor(cms, String(token));
}, 120_000);
afterAll(() => cms.stop());

const instant = () => new Date().toISOString();
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

/** An instant with nothing else in its millisecond. */
async function moment(): Promise<string> {
  await pause();
  const at = instant();
  await pause();
  return at;
}

async function ask(address: string, at: string): Promise<Json> {
  const { status, body } = await admin('GET', `/disclosure/addresses/${encodeURIComponent(address)}?at=${at}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

describe('what an address showed', () => {
  test('is answered from the version that held, over changes, a move, a withdrawal and a new publication', async () => {
    const before = await moment();
    const documentId = await department.published({ title: '第一版', slug: 'li-shi-1', body: '<p>甲</p>' });
    const first = await moment();
    await department.items.update({ documentId, data: { title: '第二版', body: '<p>乙</p>' } });
    await department.publish(documentId);
    const second = await moment();
    await department.items.update({ documentId, data: { slug: 'li-shi-2' } });
    await department.publish(documentId);
    const moved = await moment();
    await department.service('withdrawal')['withdraw']!({ documentId, reason: 'inaccurate' });
    const withdrawn = await moment();
    await department.publish(documentId);
    const again = await moment();

    expect(await ask('li-shi-1', before)).toMatchObject({ state: 'never', version: null });
    expect(await ask('https://site.test/items/li-shi-1/', first)).toMatchObject({
      state: 'live',
      version: { title: '第一版', approval: { id: expect.stringMatching(/^review:/) } },
      shown: { item: { title: '第一版', body: '<p>甲</p>' } },
    });
    const of2 = await ask('li-shi-1', second);
    expect(of2).toMatchObject({ state: 'live', shown: { item: { body: '<p>乙</p>' } } });
    expect(await ask('/items/li-shi-1/', moved)).toMatchObject({
      state: 'moved',
      shown: { item: { slug: 'li-shi-2' } },
    });
    expect(await ask('li-shi-2', second)).toMatchObject({ state: 'never', version: { title: '第二版' } });
    for (const slug of ['li-shi-1', 'li-shi-2']) {
      expect(await ask(slug, withdrawn)).toMatchObject({
        state: 'withdrawn',
        shown: { tombstone: { reason: 'inaccurate' } },
      });
    }
    expect(await ask('li-shi-2', again)).toMatchObject({ state: 'live', version: { until: null } });

    const rows = await department.rows('change', { subject: documentId });
    expect(of2.version.payloadSha256).toBe(sha256(String(rows[1]?.['payload'])));
    expect(of2.version.until).toBe(new Date(rows[2]?.['at'] as string).toISOString());
    expect(of2.versions.map(({ kind }: Json) => kind)).toEqual([
      'item_published',
      'item_withdrawn',
      'item_published',
      'item_published',
      'item_published',
    ]);
  });

  test('names organs and categories as they were called then', async () => {
    await department.published({ title: '名称', slug: 'ming-cheng' });
    const at = await moment();
    await department.organs.update({ documentId: department.organ, data: { name: '住房和城乡建设局' } });
    await moment();
    expect((await ask('ming-cheng', at)).names[department.organ]).toBe('住建局');
    expect((await ask('ming-cheng', instant())).names[department.organ]).toBe('住房和城乡建设局');
  });

  test('is nothing at an address that no item ever had', async () => {
    expect(await ask('mei-you', instant())).toMatchObject({ state: 'never', version: null, versions: [] });
  });

  test.each([
    ['/catalogue/gui-hua/', instant()],
    ['li-shi-1', 'yesterday'],
  ])('is not answered for %s at %s', async (address, at) => {
    const { status, body } = await admin('GET', `/disclosure/addresses/${encodeURIComponent(address)}?at=${at}`);
    expect([status, body.error.details.code]).toEqual([400, 'parameter_invalid']);
  });

  test('is for administrators who may see the feed', async () => {
    expect((await callerFor(cms)('GET', '/disclosure/addresses/li-shi-1')).status).toBe(401);
    const author = callerFor(cms, await signIn(cms, 'strapi-author'));
    expect((await author('GET', '/disclosure/addresses/li-shi-1')).status).toBe(403);
  });
});

describe('a node that finds its files tampered with', () => {
  const incident = (given: object = {}) => ({
    id: randomUUID(),
    path: '/items/x/',
    kind: 'altered',
    at: instant(),
    isRepaired: true,
    ...given,
  });
  const report = (...incidents: object[]) =>
    node('POST', '/api/disclosure/receipts', { position: 0, receipts: [], incidents });
  const tamperings = async () =>
    (await department.rows('audit-entry', { event: 'node_tampering' })).map(({ subject, actorId, detail }) => ({
      subject,
      actorId,
      detail: JSON.parse(String(detail)) as Json,
    }));

  test('leaves one entry in the audit log for each, however often it is reported', async () => {
    const one = incident();
    const two = incident({ path: '/evil.php', kind: 'added' });
    expect((await report(one)).status).toBe(200);
    expect((await report(one, two)).status).toBe(200);
    const [{ documentId }] = (await department.rows('site-node')) as [{ documentId: string }];
    const { path, kind, at, isRepaired } = one;
    expect(await tamperings()).toMatchObject([
      { subject: `node:${documentId}`, actorId: null, detail: { path, kind, at, isRepaired } },
      { detail: { path: '/evil.php', kind: 'added' } },
    ]);
    expect(await department.service('audit')['verify']!()).toMatchObject({ kind: 'intact', earlier: 0 });
  });

  test('is shown with them', async () => {
    const { body } = await admin('GET', '/disclosure/status');
    expect(body.data.nodes[0].incidents).toMatchObject({
      count: 2,
      newest: [{ path: '/evil.php', kind: 'added', isRepaired: true }, { path: '/items/x/' }],
    });
  });

  test('is no longer shown with those that are long past', async () => {
    await report(incident({ at: '2026-01-01T00:00:00.000Z', path: '/old/' }));
    const { body } = await admin('GET', '/disclosure/status');
    expect(body.data.nodes[0].incidents.count).toBe(2);
  });

  test('cannot write marks that turn the text around, nor report what is no incident', async () => {
    await report(incident({ path: '/a\u202eb\nc' }));
    expect((await tamperings()).at(-1)?.detail.path).toBe('/ab c');
    expect((await report(incident({ kind: 'burnt' }))).status).toBe(400);
    expect((await report(incident({ path: 'x'.repeat(601) }))).status).toBe(400);
  });

  test('of an older build reports without them', async () => {
    expect((await node('POST', '/api/disclosure/receipts', { position: 0, receipts: [] })).status).toBe(200);
  });
});

describe('the audit log and the feed', () => {
  const verify = () => department.service('audit')['verify']!();
  const db = () => cms.strapi.db.query('plugin::disclosure.change' as never);

  test('say the same', async () => {
    const versions = (await department.rows('change')).length;
    expect(await verify()).toMatchObject({ kind: 'intact', versions, earlier: 0 });
  });

  test('differ at a version that was altered, and at one that is gone', async () => {
    const documentId = await department.published({ title: '被改动的' });
    const [row] = await department.rows('change', { subject: documentId });
    const { seq: feedSeq, payload } = row as { seq: number; payload: string };
    await db().updateMany({ where: { seq: feedSeq }, data: { payload: payload.replace('被改动的', '改动了的') } });
    expect(await verify()).toEqual({ kind: 'version_differs', feedSeq, way: 'altered' });
    await db().updateMany({ where: { seq: feedSeq }, data: { payload } });
    expect(await verify()).toMatchObject({ kind: 'intact' });

    const { id: _id, ...data } = row as { id: number };
    await db().deleteMany({ where: { seq: feedSeq } });
    expect(await verify()).toEqual({ kind: 'version_differs', feedSeq, way: 'missing' });
    await db().createMany({ data: [data] } as never);
    expect(await verify()).toMatchObject({ kind: 'intact' });
  });

  test('differ at a version that nobody published', async () => {
    const last = Math.max(...(await department.rows('change')).map(({ seq }) => Number(seq)));
    const [{ id: _id, documentId: _documentId, ...copied }] = (await department.rows('change', { seq: last })) as [
      Json,
    ];
    await db().createMany({ data: [{ ...copied, documentId: 'forged', seq: last + 1 }] } as never);
    expect(await verify()).toEqual({ kind: 'version_differs', feedSeq: last + 1, way: 'unlogged' });
    await db().deleteMany({ where: { seq: last + 1 } });
  });
});

describe('a node that inspects its site', () => {
  const inspection = {
    day: '2026-11-28',
    at: '2026-11-27T16:00:00.000Z',
    counts: { veto: 1, deduction: 0, notice: 1 },
    findings: [
      {
        rule: 'home_stale',
        severity: 'veto',
        place: '/',
        wrong: { zh: '首页两周\u202e没有更新', en: 'The home page is stale' },
        remedy: { zh: '更新', en: 'Update it' },
        dueOn: '2026-11-20',
      },
      {
        rule: 'column_due',
        severity: 'notice',
        place: '/catalogue/a/',
        wrong: { zh: '栏目 9 天后超期', en: 'It breaches in 9 days' },
        remedy: { zh: '更新', en: 'Update it' },
        dueOn: '2026-12-06',
      },
    ],
  };
  const report = (given: object) =>
    node('POST', '/api/disclosure/receipts', { position: 0, receipts: [], incidents: [], ...given });
  const nodeId = async () => (await admin('GET', '/disclosure/status')).body.data.nodes[0].id as string;

  test('is shown with what it found, in short and in whole, until it inspects again', async () => {
    const id = await nodeId();
    expect((await admin('GET', `/disclosure/nodes/${id}/inspection`)).body).toEqual({ data: null });
    expect((await report({ inspection })).status).toBe(200);
    await report({ inspection: null });
    const { body } = await admin('GET', '/disclosure/status');
    expect(body.data.nodes[0].inspection).toEqual({
      day: '2026-11-28',
      at: '2026-11-27T16:00:00.000Z',
      counts: { veto: 1, deduction: 0, notice: 1 },
      nextDueOn: '2026-12-06',
    });
    const whole = await admin('GET', `/disclosure/nodes/${id}/inspection`);
    expect(whole.body.data.findings).toMatchObject([{ wrong: { zh: '首页两周没有更新' } }, { dueOn: '2026-12-06' }]);
  });

  test('is asked to do so by whoever may manage nodes', async () => {
    const path = `/disclosure/nodes/${await nodeId()}/inspect`;
    expect((await admin('POST', path)).status).toBe(202);
    const author = callerFor(cms, await signIn(cms, 'strapi-author'));
    expect((await author('POST', path)).status).toBe(403);
    expect((await author('GET', path.replace('inspect', 'inspection'))).status).toBe(403);
    expect((await admin('POST', '/disclosure/nodes/none/inspect')).status).toBe(404);
  });

  test('cannot report what is no inspection', async () => {
    expect((await report({ inspection: { ...inspection, day: 'today' } })).status).toBe(400);
    const [finding] = inspection.findings;
    expect(
      (await report({ inspection: { ...inspection, findings: [{ ...finding, severity: 'fatal' }] } })).status,
    ).toBe(400);
    expect((await report({ inspection: { ...inspection, findings: Array(201).fill(finding) } })).status).toBe(400);
  });
});
