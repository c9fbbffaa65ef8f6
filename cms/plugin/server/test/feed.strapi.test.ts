import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedPageSchema, nudgeKeyText, type Change } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;
let adminToken: string;
const nodes: Record<'public' | 'staff', { call: Caller; token: string }> = {} as never;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  adminToken = await signIn(cms);
  for (const audience of ['public', 'staff'] as const) {
    const { token } = await department.service('site-nodes')['create']!({ name: audience, audience });
    nodes[audience] = { token: String(token), call: callerFor(cms, String(token)) };
  }
}, 120_000);
afterAll(() => cms.stop());

async function feedOf(
  audience: 'public' | 'staff',
  kind: 'changes' | 'snapshot' = 'changes',
  after = 0,
): Promise<Change[]> {
  const { body } = await nodes[audience].call('GET', `/api/disclosure/${kind}?after=${after}`);
  return feedPageSchema.parse(body).data;
}
const kindsOf = (changes: Change[], documentId: string) =>
  changes.filter((change) => change.payload.documentId === documentId).map((change) => change.kind);

describe('the feed', () => {
  test('is what the contract says, without gaps, page by page', async () => {
    await department.published({ title: '分页' });
    const whole = await nodes.public.call('GET', '/api/disclosure/changes');
    const { meta } = feedPageSchema.parse(whole.body);
    expect(meta.through).toBe(meta.last);

    const seqs: number[] = [];
    for (let after = 0; after < meta.last;) {
      const { body } = await nodes.public.call('GET', `/api/disclosure/changes?after=${after}&limit=2`);
      const page = feedPageSchema.parse(body);
      seqs.push(...page.data.map((change) => change.seq));
      after = page.meta.through;
    }
    expect(seqs).toEqual(Array.from({ length: meta.last }, (_, at) => at + 1));
  });

  test('never gives a public node what is for staff, and moves on past it', async () => {
    const documentId = await department.published({ title: '内部事项', scope: 'internal' });
    expect(kindsOf(await feedOf('staff'), documentId)).toEqual(['item_published']);
    const { body } = await nodes.public.call('GET', '/api/disclosure/changes');
    expect(JSON.stringify(body)).not.toContain(documentId);
    expect(body.meta.through).toBe(body.meta.last);
  });

  test('tells a public node that an item is gone when it becomes internal, and nothing else', async () => {
    const documentId = await department.published({ title: '收回内部' });
    await department.items.update({ documentId, data: { scope: 'internal', title: '只给内部看的标题' } });
    await department.publish(documentId);

    const latest = (await feedOf('public')).at(-1);
    expect(latest).toMatchObject({ kind: 'item_removed', payload: { documentId } });
    expect(Object.keys(latest!.payload)).toEqual(['documentId']);
    expect(kindsOf(await feedOf('staff'), documentId)).toEqual(['item_published', 'item_published']);

    await department.service('withdrawal')['withdraw']!({ documentId, reason: 'confidentiality' });
    expect((await feedOf('public')).at(-1)?.kind).toBe('item_removed');
    expect((await feedOf('staff')).at(-1)?.kind).toBe('item_withdrawn');
  });

  test('gives no node what is disclosed on application only', async () => {
    const documentId = await department.published({ disclosureMode: 'on_request' });
    expect(kindsOf(await feedOf('staff'), documentId)).toEqual([]);
    expect(kindsOf(await feedOf('public'), documentId)).toEqual([]);
  });

  test('as a snapshot leaves out what was overtaken', async () => {
    const documentId = await department.published({ title: '快照一' });
    await department.items.update({ documentId, data: { title: '快照二' } });
    await department.publish(documentId);
    expect(kindsOf(await feedOf('public'), documentId)).toHaveLength(2);
    expect(kindsOf(await feedOf('public', 'snapshot'), documentId)).toHaveLength(1);
  });

  test.each(['changes', 'snapshot'])('tells a node that is ahead of it where it ends: /%s', async (kind) => {
    const end = await nodes.public.call('GET', `/api/disclosure/${kind}?after=0&limit=1`);
    const { last } = end.body.meta;
    const ahead = await nodes.public.call('GET', `/api/disclosure/${kind}?after=${last + 100}`);
    expect(ahead.body).toMatchObject({ data: [], meta: { last, through: last } });
  });

  test.each(['after=-1', 'after=x', 'after=99999999999', 'after=%00', 'limit=0', 'limit=1001', 'since=1'])(
    'refuses ?%s',
    async (query) => {
      const { status, body } = await nodes.public.call('GET', `/api/disclosure/changes?${query}`);
      expect([status, body.error.details.code]).toEqual([400, 'parameter_invalid']);
    },
  );
});

describe('who may read', () => {
  const ROUTES = [
    ['GET', '/api/disclosure/changes'],
    ['GET', '/api/disclosure/snapshot'],
    ['GET', '/api/disclosure/files/:sha256'],
    ['POST', '/api/disclosure/receipts'],
    ['GET', '/api/disclosure/corrections/key'],
    ['POST', '/api/disclosure/corrections'],
  ];

  /** Every route of the content API, as the server itself has it. */
  function contentRoutes(): [method: string, path: string][] {
    const layers = cms.strapi.server.listRoutes() as { methods: string[]; path: string }[];
    return layers
      .filter(({ path }) => path.startsWith('/api/'))
      .flatMap(({ methods, path }) =>
        methods.filter((method) => method !== 'HEAD').map((method): [string, string] => [method, path]),
      );
  }
  const filledIn = (path: string) => path.replace(':sha256', '0'.repeat(64)).replace(/\/\(\.\*\)|\/:[^/]+/g, '/1');

  test('is asked of every route that the server has', () => {
    const own = contentRoutes().filter(([, path]) => path.startsWith('/api/disclosure/'));
    expect(own.sort()).toEqual([...ROUTES].sort());
  });

  test.each([undefined, 'x'.repeat(43), '.', 'node+x', 'admin'])(
    'opens none of them without the token of a node: %s',
    async (kind) => {
      const token = { 'node+x': `${nodes.public.token}x`, admin: adminToken }[kind ?? ''] ?? kind;
      for (const [method, path] of contentRoutes()) {
        for (const query of ['', '?status=draft', '?status=draft&populate=*']) {
          const body = method === 'GET' || method === 'DELETE' ? undefined : {};
          const answer = await callerFor(cms, token)(method, filledIn(path) + query, body);
          expect([401, 403, 404], `${method} ${path}${query}`).toContain(answer.status);
          expect(answer.body).toMatchObject({ data: null, error: { status: answer.status } });
        }
      }
    },
  );

  test('gives a node nothing but what is for nodes', async () => {
    for (const [method, path] of contentRoutes().filter((route) => !route[1].startsWith('/api/disclosure/'))) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const answer = await nodes.staff.call(method, `${filledIn(path)}?status=draft`, body);
      expect([401, 403, 404], `${method} ${path}`).toContain(answer.status);
    }
  });

  test.each(['changes', 'snapshot'])('shows no draft, whatever is asked for: %s', async (kind) => {
    const documentId = await department.draft({ title: '还是草稿' });
    for (const audience of ['public', 'staff'] as const) {
      const asked = await nodes[audience].call('GET', `/api/disclosure/${kind}?status=draft`);
      expect([asked.status, asked.body.error.details.code]).toEqual([400, 'parameter_invalid']);
      expect(kindsOf(await feedOf(audience, kind as 'changes'), documentId)).toEqual([]);
    }
  });

  test.each([
    'items',
    'items?status=draft',
    'disclosure/items',
    'categories',
    'organs',
    'changes',
    'disclosure/site-nodes',
    'upload/files',
  ])('nothing is open under a guessed path: /api/%s', async (path) => {
    const statuses = [
      (await callerFor(cms)('GET', `/api/${path}`)).status,
      (await nodes.staff.call('GET', `/api/${path}`)).status,
    ];
    for (const status of statuses) expect([401, 403, 404]).toContain(status);
  });
});

describe('files', () => {
  const bytes = 'attachment';
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  async function importWithFile(scope: string): Promise<string> {
    const path = join(mkdtempSync(join(tmpdir(), 'gongkai-file-')), 'a.txt');
    writeFileSync(path, bytes);
    const result = await department.importDocument({
      importKey: 'with-file',
      importHash: scope,
      title: '带附件',
      body: '',
      categories: ['plans'],
      publisher: 'zjj',
      responsible: 'office',
      subject: 'other',
      genre: 'notice',
      scope,
      attachments: [{ path, name: '附件/一.txt' }],
      publish: true,
    });
    return String(result['documentId']);
  }

  test('travel by hash, to whom the item travels, for as long as it does', async () => {
    const documentId = await importWithFile('public');
    const item = (await feedOf('public')).findLast((change) => change.payload.documentId === documentId);
    expect(item).toMatchObject({
      payload: { attachments: [{ sha256, fileName: '附件_一.txt', role: 'attachment', size: bytes.length }] },
    });

    const got = await nodes.public.call('GET', `/api/disclosure/files/${sha256}`);
    expect([got.status, got.body, got.headers.get('content-type')]).toEqual([200, bytes, 'application/octet-stream']);

    await importWithFile('internal');
    expect((await nodes.public.call('GET', `/api/disclosure/files/${sha256}`)).status).toBe(404);
    expect((await nodes.staff.call('GET', `/api/disclosure/files/${sha256}`)).status).toBe(200);

    await department.service('withdrawal')['withdraw']!({ documentId, reason: 'duplicate' });
    expect((await nodes.staff.call('GET', `/api/disclosure/files/${sha256}`)).status).toBe(404);
  });
});

describe('receipts', () => {
  const receipt = { seq: 1, pages: 3, durationMs: 12.5, visibleAt: '2026-11-23T10:00:00.000Z', problem: null };

  test('are taken once per node and change, and move the position', async () => {
    for (const pages of [3, 4]) {
      const answer = await nodes.public.call('POST', '/api/disclosure/receipts', {
        position: 2,
        receipts: [{ ...receipt, pages }],
      });
      expect(answer.status).toBe(200);
    }
    expect(await department.rows('receipt')).toMatchObject([
      { seq: 1, pages: 4, durationMs: 12.5, visibleAt: receipt.visibleAt },
    ]);
    expect(await department.rows('site-node', { audience: 'public' })).toMatchObject([{ position: 2 }]);
  });

  test('beyond the end of the feed move nothing', async () => {
    const { last } = (await nodes.public.call('GET', '/api/disclosure/changes')).body.meta;
    const position = last + 1;
    const answer = await nodes.public.call('POST', '/api/disclosure/receipts', { position, receipts: [] });
    expect([answer.status, answer.body.error.details]).toEqual([
      400,
      { position, last, code: 'parameter_invalid', errors: [] },
    ]);
    const receipts = [{ ...receipt, seq: position }];
    const taken = await nodes.public.call('POST', '/api/disclosure/receipts', { position: last, receipts });
    expect(taken.status).toBe(200);
    expect(await department.rows('receipt', { seq: position })).toEqual([]);
  });

  test('with figures that no column holds are taken as great ones', async () => {
    const receipts = [{ ...receipt, seq: 2, pages: 2 ** 40, problem: 'a\u0000b' }];
    const taken = await nodes.staff.call('POST', '/api/disclosure/receipts', { position: 2, receipts });
    expect(taken.status).toBe(200);
    expect(await department.rows('receipt', { seq: 2 })).toMatchObject([{ pages: 2 ** 31 - 1, problem: 'ab' }]);
  });

  test('that are not receipts are refused', async () => {
    const answer = await nodes.public.call('POST', '/api/disclosure/receipts', { position: -1, receipts: [] });
    expect([answer.status, answer.body.error.details.code]).toEqual([400, 'parameter_invalid']);
  });
});

describe('a nudge', () => {
  let server: Server;
  afterAll(() => server.close());

  test('comes signed, at once, and only after the commit', async () => {
    const received: { headers: Record<string, unknown>; body: string; at: number }[] = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ headers: request.headers, body, at: Date.now() });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const nudgeUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_disclosure/nudge`;
    const { token } = await department.service('site-nodes')['create']!({
      name: 'nudged',
      audience: 'public',
      nudgeUrl,
    });

    await department.published({ title: '通知节点' });
    const committedAt = Date.now();
    await expect.poll(() => received.length, { timeout: 2000 }).toBeGreaterThan(0);

    const [nudge] = received;
    const key = createHash('sha256')
      .update(nudgeKeyText(String(token)))
      .digest();
    const signed = `${String(nudge!.headers['x-disclosure-timestamp'])}.${nudge!.body}`;
    expect(nudge!.headers['x-disclosure-signature']).toBe(
      `v1=${createHmac('sha256', key).update(signed).digest('hex')}`,
    );
    expect(JSON.parse(nudge!.body).last).toBe((await department.rows('change')).length);
    expect(nudge!.at - committedAt).toBeLessThan(1000);
  });
});
