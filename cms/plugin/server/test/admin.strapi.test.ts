import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';

let cms: RunningCms;
let department: Department;
let admin: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
}, 120_000);
afterAll(() => cms.stop());

describe('the content manager', () => {
  test('publishes through the gate, saves what it got back, and names who did it', async () => {
    const documentId = await department.approved({ title: '后台发布' });
    const published = await admin('POST', `${ITEMS}/${documentId}/actions/publish`, { title: '后台发布' });
    expect(published.status).toBe(200);

    const { body } = await admin('GET', `${ITEMS}/${documentId}`);
    expect(body.data).toMatchObject({ title: '后台发布', status: 'published' });
    const saved = await admin('PUT', `${ITEMS}/${documentId}`, { ...body.data, title: '后台发布三' });
    expect([saved.status, saved.body.error]).toEqual([200, undefined]);
    expect(saved.body.data).toMatchObject({ indexNo: body.data.indexNo, firstPublishedAt: body.data.firstPublishedAt });
    expect(await department.rows('change', { subject: documentId })).toMatchObject([
      { actor: expect.stringMatching(/^\d+$/) },
    ]);
  });

  test('shows each problem at its field', async () => {
    const { documentId } = await department.items.create({ data: { title: '缺' } });
    const { status, body } = await admin('POST', `${ITEMS}/${documentId}/actions/publish`, {});
    expect([status, body.error.name, body.error.details.code]).toEqual([400, 'ValidationError', 'publish_incomplete']);
    expect(body.error.details.errors[0]).toMatchObject({
      path: ['categories'],
      message: expect.stringContaining('请'),
    });
  });

  test('opens with the layout of the plugin', async () => {
    const { body } = await admin('GET', '/content-manager/content-types/plugin::disclosure.item/configuration');
    const { settings, layouts, metadatas } = body.data.contentType;
    expect(settings).toMatchObject({ mainField: 'title', defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC' });
    expect(layouts.edit[0]).toEqual([{ name: 'title', size: 12 }]);
    expect(metadatas.indexNo.edit.editable).toBe(false);
    expect(metadatas.publisher.edit.mainField).toBe('name');
    expect(JSON.stringify(layouts)).not.toContain('importKey');
  });
});

describe('an author, who may read only what is theirs', () => {
  let author: Caller;
  beforeAll(async () => {
    author = callerFor(cms, await signIn(cms, 'strapi-author'));
  });

  test("learns nothing of somebody else's item, and withdraws none", async () => {
    const documentId = await department.published({ title: '他人的内部事项', scope: 'internal' });
    for (const [method, path] of [
      ['GET', 'publication'],
      ['POST', 'withdraw'],
    ] as const) {
      const body = method === 'POST' ? { reason: 'duplicate' } : undefined;
      const answer = await author(method, `/disclosure/items/${documentId}/${path}`, body);
      expect(answer.status).toBe(403);
      expect(JSON.stringify(answer.body)).not.toMatch(/ta-ren-de|\d{6}-\d{5}/);
    }
    const own = (await author('POST', ITEMS, { title: '自己的' })).body.data.documentId;
    expect((await author('GET', `/disclosure/items/${own}/publication`)).body.data).toMatchObject({ state: 'never' });
  });
});

describe('the pipeline', () => {
  test.each(['%00', 'a%20b', '%E4%B8%AD', 'x'.repeat(300)])('knows no item called %s', async (name) => {
    expect((await admin('GET', `/disclosure/items/${name}/publication`)).status).toBe(404);
    expect((await admin('PUT', `/disclosure/nodes/${name}`, { name: 'x' })).status).toBe(404);
  });

  test.each(['before=99999999999', 'limit=0'])('refuses ?%s', async (query) => {
    expect((await admin('GET', `/disclosure/changes?${query}`)).status).toBe(400);
  });

  test('is closed without a session', async () => {
    for (const path of ['/disclosure/status', '/disclosure/changes', '/disclosure/items/x/publication']) {
      expect((await callerFor(cms)('GET', path)).status).toBe(401);
    }
  });

  test('shows the way of a publication from waiting to done', async () => {
    const created = await admin('POST', '/disclosure/nodes', { name: '公众站', audience: 'public', nudgeUrl: null });
    const { id, token } = created.body.data;
    expect([created.status, token]).toEqual([201, expect.stringMatching(/^[\w-]{43}$/)]);

    const documentId = await department.published({ title: '到达' });
    const seq = (await department.rows('change')).length;
    const before = (await admin('GET', `/disclosure/items/${documentId}/publication`)).body.data;
    expect(before).toMatchObject({
      state: 'live',
      url: 'https://site.test/items/dao-da/',
      receipts: [{ nodeId: id, state: 'waiting' }],
    });

    const receipts = [{ seq, pages: 5, durationMs: 40, visibleAt: new Date().toISOString(), problem: null }];
    await callerFor(cms, token)('POST', '/api/disclosure/receipts', { position: seq, receipts });
    const after = (await admin('GET', `/disclosure/items/${documentId}/publication`)).body.data;
    expect(after.receipts).toMatchObject([{ state: 'done', pages: 5, durationMs: 40 }]);

    const { data } = (await admin('GET', '/disclosure/status')).body;
    expect(data).toMatchObject({ last: seq, siteUrl: 'https://site.test', nodes: [{ id, position: seq, lag: 0 }] });
    expect(JSON.stringify(data)).not.toMatch(/tokenHash|nudgeKey/);
    const entries = (await admin('GET', '/disclosure/changes?limit=2')).body.data;
    expect(entries.map((entry: { seq: number }) => entry.seq)).toEqual([seq, seq - 1]);
    expect(entries[0]).toMatchObject({ kind: 'item_published', type: 'item' });

    expect(
      (await admin('PUT', `/disclosure/nodes/${id}`, { name: '公众站二', audience: 'public', nudgeUrl: null })).status,
    ).toBe(200);
    expect((await admin('POST', `/disclosure/nodes/${id}/nudge`)).status).toBe(202);
    expect((await admin('DELETE', `/disclosure/nodes/${id}`)).status).toBe(200);
    expect((await callerFor(cms, token)('GET', '/api/disclosure/changes')).status).toBe(401);
  });

  test.each([
    { item: { scope: 'public' }, reach: 'public', url: expect.stringMatching(/^https:\/\/site\.test\/items\//) },
    { item: { scope: 'internal' }, reach: 'staff', url: null },
    { item: { disclosureMode: 'withheld' }, reach: 'none', url: null },
  ])('names a public page only where there is one: $item', async ({ item, reach, url }) => {
    const documentId = await department.published({ title: `去向 ${reach}`, ...item });
    const { body } = await admin('GET', `/disclosure/items/${documentId}/publication`);
    expect(body.data).toMatchObject({ state: 'live', reach, url });
  });

  test('names the item that replaces a withdrawn one', async () => {
    const successor = await department.published({ title: '新的通知' });
    const documentId = await department.published({ title: '旧的通知' });
    const withdrawal = { reason: 'replaced', replacedBy: successor };
    const { body } = await admin('POST', `/disclosure/items/${documentId}/withdraw`, withdrawal);
    expect(body.data.replacedBy).toEqual({ documentId: successor, title: '新的通知' });
  });

  test('lets whoever may publish an item ask a site to try again, and shows that it succeeded', async () => {
    const node = { name: '修复站', audience: 'public', nudgeUrl: null };
    const { id, token } = (await admin('POST', '/disclosure/nodes', node)).body.data;
    const site = callerFor(cms, token);
    const documentId = await department.published({ title: '重试' });
    const seq = (await department.rows('change')).length;
    const receipt = { seq, pages: 5, durationMs: 40, visibleAt: new Date().toISOString(), problem: 'render_failed' };
    await site('POST', '/api/disclosure/receipts', { position: seq, receipts: [receipt] });

    const editor = callerFor(cms, await signIn(cms, 'strapi-editor'));
    const path = `/disclosure/items/${documentId}`;
    const retried = await editor('POST', `${path}/nodes/${id}/nudge`);
    expect([retried.status, retried.body.data.receipts[0].state]).toEqual([202, 'problem']);
    expect((await editor('POST', `/disclosure/nodes/${id}/nudge`)).status).toBe(403);

    await department.published({ title: '后来的' });
    await site('POST', '/api/disclosure/receipts', { position: seq + 1, receipts: [{ ...receipt, problem: null }] });
    const { receipts } = (await editor('GET', `${path}/publication`)).body.data;
    expect(receipts).toMatchObject([{ state: 'done', problem: null }]);
    expect((await admin('DELETE', `/disclosure/nodes/${id}`)).status).toBe(200);
  });

  test('withdraws with a reason', async () => {
    const documentId = await department.published({ title: '后台撤下' });
    const path = `/disclosure/items/${documentId}/withdraw`;
    const refused = await admin('POST', path, {});
    expect([refused.status, refused.body.error.details.code]).toEqual([400, 'withdrawal_reason_missing']);
    const { body } = await admin('POST', path, { reason: 'term_over' });
    expect(body.data).toMatchObject({ state: 'withdrawn', reason: 'term_over' });
  });
});

describe('what the plugin keeps for itself', () => {
  test.each([
    'change',
    'change-file',
    'counter',
    'registration',
    'address',
    'site-node',
    'receipt',
    'audit-entry',
    'review',
    'review-decision',
    'stand-in',
    'staff-member',
    'import-batch',
  ])('is not shown, changed or removed in the content manager: %s', async (type) => {
    const { token } = await department.service('site-nodes')['create']!({ name: type, audience: 'public' });
    await department.published({ title: type });
    const [row] = await department.rows(type);
    const path = `/content-manager/collection-types/plugin::disclosure.${type}`;
    const documentId = String(row?.['documentId'] ?? 'none');
    for (const [method, address, body] of [
      ['GET', path],
      ['GET', `${path}/${documentId}`],
      ['POST', path, { name: 'x' }],
      ['PUT', `${path}/${documentId}`, { name: 'x' }],
      ['DELETE', `${path}/${documentId}`],
      ['POST', `${path}/actions/bulkDelete`, { documentIds: [documentId] }],
    ] as const) {
      const answer = await admin(method, address, body);
      expect([403, 404]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toMatch(/tokenHash|nudgeKey|[0-9a-f]{64}/);
    }
    expect(await department.rows(type, { id: row?.['id'] ?? 0 })).toEqual(row === undefined ? [] : [row]);
    expect(String(token)).not.toBe('');
  });

  test('does not keep the start page from opening', async () => {
    for (const path of ['recent-documents?action=update', 'count-documents']) {
      expect((await admin('GET', `/content-manager/homepage/${path}`)).status).toBe(200);
    }
  });
});

describe('uploads', () => {
  test('are for administrators only, also for images that send no token', async () => {
    writeFileSync(join(cms.dataDir, 'cms/public/uploads/secret.txt'), 'draft');
    for (const path of [
      '/uploads/secret.txt',
      '/UPLOADS/secret.txt',
      '/%75ploads/secret.txt',
      '/x/../uploads/secret.txt',
      '/uploads%2fsecret.txt',
    ]) {
      const { status, body } = await callerFor(cms)('GET', path);
      expect([401, 404]).toContain(status);
      expect(body).not.toBe('draft');
    }
    expect((await admin('GET', '/uploads/secret.txt')).body).toBe('draft');

    const cookie = (await admin('GET', '/admin/users/me')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/path=\/uploads; .*samesite=strict; httponly/i);
    const [pair] = cookie.split(';');
    expect((await callerFor(cms)('GET', '/uploads/secret.txt', undefined, { cookie: pair! })).body).toBe('draft');
    const forged = `disclosure_uploads=${Date.now() + 9e6}.${pair!.split('.')[1]}`;
    expect((await callerFor(cms)('GET', '/uploads/secret.txt', undefined, { cookie: forged })).status).toBe(401);
  });
});
