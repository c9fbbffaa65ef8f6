import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../src/domain/audit-chain.ts';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';
const PARALLEL = 50;

let cms: RunningCms;
let department: Department;
let admin: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
}, 120_000);
afterAll(() => cms.stop());

type Row = Record<string, unknown>;

/** Sign-ins and the like are written down when they are over. */
const settled = () => department.service('audit-watch')['settled']!();
const entries = async (): Promise<Row[]> => {
  await settled();
  return department.rows('audit-entry');
};
const verify = async (...noted: string[]) => {
  await settled();
  return department.service('audit')['verify']!(noted);
};
const detailOf = (entry: Row | undefined) => JSON.parse(String(entry?.['detail'])) as Row;

/** The entries that an act leaves. */
async function entriesOf(act: () => Promise<unknown>): Promise<Row[]> {
  const before = (await entries()).length;
  await act();
  return (await entries()).slice(before);
}
const eventsOf = async (act: () => Promise<unknown>) =>
  (await entriesOf(act)).map(({ event, subject }) => [event, subject]);

describe('a write of an item', () => {
  test('leaves an entry with the fields that were written, and nothing that stands in them', async () => {
    let documentId = '';
    const [created] = await entriesOf(async () => (documentId = await department.draft({ title: '保密的题目' })));
    expect(created).toMatchObject({ event: 'item_created', subject: `item:${documentId}`, actorId: null });
    expect(detailOf(created)['fields']).toEqual(expect.arrayContaining(['body', 'publisher', 'title']));
    expect(JSON.stringify(created)).not.toContain('保密');

    const updated = await entriesOf(() => department.items.update({ documentId, data: { title: '又一个题目' } }));
    expect(updated).toMatchObject([{ event: 'item_updated', detail: '{"fields":["title"]}' }]);
  });

  test('of every kind leaves one', async () => {
    const documentId = await department.approved();
    const subject = `item:${documentId}`;
    const { items } = department;
    expect(await eventsOf(() => items.publish({ documentId }))).toEqual([['item_published', subject]]);
    await items.update({ documentId, data: { title: '改过的通知' } });
    expect(await eventsOf(() => items.discardDraft({ documentId }))).toEqual([['item_draft_discarded', subject]]);

    const [copied] = await entriesOf(() => items.clone({ documentId }));
    expect([copied?.['event'], detailOf(copied)['copyOf']]).toEqual(['item_copied', documentId]);
    const copy = String(copied?.['subject']).slice('item:'.length);
    expect(await eventsOf(() => items.delete({ documentId: copy }))).toEqual([['item_deleted', `item:${copy}`]]);
  });

  test('that is published or withdrawn is tied to its number and to the version in the feed', async () => {
    const documentId = await department.approved();
    const [published] = await entriesOf(() => department.items.publish({ documentId }));
    const [withdrawn] = await entriesOf(() =>
      department.service('withdrawal')['withdraw']!({ documentId, reason: 'duplicate' }),
    );
    const versions = await department.rows('change', { subject: documentId });
    for (const [at, entry] of [published, withdrawn].entries()) {
      const payload = String(versions[at]?.['payload']);
      expect(detailOf(entry)).toMatchObject({
        indexNo: (JSON.parse(payload) as Row)['indexNo'],
        feedSeq: versions[at]?.['seq'],
        payloadSha256: createHash('sha256').update(payload).digest('hex'),
      });
    }
    expect(withdrawn).toMatchObject({ event: 'item_withdrawn', subject: `item:${documentId}` });
    expect(detailOf(withdrawn)).toMatchObject({ reason: 'duplicate', replacedBy: null });
  });

  test('in an import leaves the same entries', async () => {
    const take = () =>
      department.importDocument({
        importKey: 'audit-1',
        importHash: '1',
        title: '导入的通知',
        body: '<p>x</p>',
        subject: 'other',
        genre: 'notice',
        publisher: 'zjj',
        responsible: 'office',
        categories: ['plans'],
        publish: true,
      });
    expect((await eventsOf(take)).map(([event]) => event)).toEqual([
      'batch_approved',
      'item_created',
      'item_published',
    ]);
    expect((await eventsOf(take)).map(([event]) => event)).toEqual(['batch_approved']);
  });

  test('names who did it, as they are called then', async () => {
    const documentId = await department.approved({ title: '署名' });
    const made = await entriesOf(() => admin('POST', `${ITEMS}/${documentId}/actions/publish`, { title: '署名' }));
    expect(made).toMatchObject([
      { event: 'item_updated', actorId: expect.stringMatching(/^\d+$/), actorName: '理管' },
      { event: 'item_published', actorName: '理管' },
    ]);
  });

  test('that is refused or of nothing leaves none, and takes no number', async () => {
    const documentId = await department.published();
    const unfinished = (await department.items.create({ data: { title: '未完成' } })).documentId;
    const { items } = department;
    const before = (await department.rows('counter', { name: 'audit' }))[0]?.['value'];
    const acts = [
      () => refusalOf(items.create({ data: { title: '日期', writtenOn: '2026-02-30' } })),
      () => refusalOf(items.update({ documentId, data: { indexNo: 'X/202601-00001' } })),
      () => refusalOf(items.update({ documentId, data: {}, status: 'published' })),
      () => refusalOf(items.publish({ documentId: unfinished })),
      () => refusalOf(items.unpublish({ documentId })),
      () => refusalOf(items.delete({ documentId })),
      () => refusalOf(items.discardDraft({ documentId: unfinished })),
      () => refusalOf(department.service('withdrawal')['withdraw']!({ documentId: unfinished, reason: 'duplicate' })),
      () => refusalOf(department.categories.create({ data: { code: 'plans', name: '同号' } })),
      () => refusalOf(department.organs.delete({ documentId: department.organ })),
      () => items.update({ documentId: 'nobody0000000000000000aa', data: { title: 'x' } }),
      () => items.delete({ documentId: 'nobody0000000000000000aa' }),
    ];
    for (const act of acts) expect(await eventsOf(act)).toEqual([]);
    expect((await department.rows('counter', { name: 'audit' }))[0]?.['value']).toBe(before);
  });

  test('that is taken back with the transaction around it leaves none', async () => {
    const act = () =>
      cms.strapi.db
        .transaction(async () => {
          await department.published({ title: '要撤销的' });
          throw new Error('taken back');
        })
        .catch(() => undefined);
    expect(await eventsOf(act)).toEqual([]);
    expect(await verify()).toMatchObject({ kind: 'intact' });
  });
});

describe('a write of the catalogue', () => {
  test.each(['categories', 'organs'] as const)('leaves an entry tied to the feed: %s', async (type) => {
    const documents = department[type];
    const kind = type === 'organs' ? 'organ' : 'category';
    const data = { code: `audit-${kind}`, name: '审计', ...(type === 'organs' ? { kind: 'section' } : {}) };
    let documentId = '';
    const [created] = await entriesOf(async () => ({ documentId } = await documents.create({ data })));
    expect(created).toMatchObject({ event: `${kind}_created`, subject: `${kind}:${documentId}` });
    const [updated] = await entriesOf(() => documents.update({ documentId, data: { name: '审计二' } }));
    expect(updated).toMatchObject({ event: `${kind}_updated` });
    const [deleted] = await entriesOf(() => documents.delete({ documentId }));
    expect(deleted).toMatchObject({ event: `${kind}_deleted`, subject: `${kind}:${documentId}` });
    const versions = await department.rows('change', { subject: documentId });
    expect([created, updated, deleted].map((entry) => detailOf(entry)['feedSeq'])).toEqual(
      versions.map(({ seq }) => seq),
    );
  });
});

describe('beyond the Document Service', () => {
  const email = 'strapi-super-admin@example.test';

  test('sign-in and sign-out are recorded with who it was', async () => {
    const act = async () => {
      const { body } = await callerFor(cms)('POST', '/admin/login', { email, password: 'Password-1' });
      await callerFor(cms, body.data.token)('POST', '/admin/logout', {});
    };
    expect(await entriesOf(act)).toMatchObject([
      { event: 'signed_in', actorName: '理管' },
      { event: 'signed_out', actorName: '理管' },
    ]);
    // Signing out ended all of this administrator's sessions.
    const { body } = await callerFor(cms)('POST', '/admin/login', { email, password: 'Password-1' });
    admin = callerFor(cms, body.data.token);
  });

  test('a failed sign-in is recorded without what was typed', async () => {
    const failed = await entriesOf(() =>
      callerFor(cms)('POST', '/admin/login', { email: 'my-secret@example.test', password: 'Password-2' }),
    );
    expect(failed).toMatchObject([{ event: 'sign_in_failed', actorId: null, subject: null, detail: '{}' }]);
    expect(JSON.stringify(await entries())).not.toContain('@');
  });

  test('changes of roles, permissions and accounts are recorded', async () => {
    let role: { id: number } = { id: 0 };
    const made = await entriesOf(async () => {
      role = (await admin('POST', '/admin/roles', { name: '审计员', description: '' })).body.data;
      const permissions = [
        { action: 'plugin::disclosure.pipeline.read', subject: null, properties: {}, conditions: [] },
      ];
      await admin('PUT', `/admin/roles/${role.id}/permissions`, { permissions });
      await admin('PUT', `/admin/roles/${role.id}/permissions`, { permissions: [] });
    });
    expect(made).toMatchObject([
      { event: 'role_created', subject: `role:${role.id}`, actorName: '理管' },
      { event: 'permission_created', subject: `role:${role.id}`, actorName: '理管' },
      { event: 'permission_deleted', subject: `role:${role.id}`, actorName: '理管' },
    ]);
    expect(detailOf(made[1])).toEqual({ permissions: ['plugin::disclosure.pipeline.read'] });

    const person = { firstname: '三', lastname: '张', email: 'zhang@example.test', roles: [role.id] };
    let user: { id: number } = { id: 0 };
    const account = await entriesOf(async () => {
      user = (await admin('POST', '/admin/users', person)).body.data;
      await admin('DELETE', `/admin/users/${user.id}`);
    });
    expect(account).toMatchObject([
      { event: 'user_created', subject: `user:${user.id}` },
      { event: 'user_deleted', subject: `user:${user.id}` },
    ]);
    expect(detailOf(account[0])).toEqual({ isActive: false, roles: [role.id] });
  });

  test("Strapi's own tokens and the nodes of the feed are recorded, and their secrets are not", async () => {
    const token = { name: '统计', description: '', type: 'read-only', lifespan: null, permissions: null };
    let secrets: string[] = [];
    const made = await entriesOf(async () => {
      const api = (await admin('POST', '/admin/api-tokens', token)).body.data;
      const node = (await admin('POST', '/disclosure/nodes', { name: '审计站', audience: 'staff' })).body.data;
      await admin('PUT', `/disclosure/nodes/${node.id}`, { audience: 'public' });
      await admin('DELETE', `/disclosure/nodes/${node.id}`);
      await admin('DELETE', `/admin/api-tokens/${api.id}`);
      secrets = [api.accessKey, node.token];
    });
    expect(made.map(({ event }) => event).sort()).toEqual([
      'api_token_created',
      'api_token_deleted',
      'node_created',
      'node_removed',
      'node_updated',
    ]);
    expect(made.every(({ actorName }) => actorName === '理管')).toBe(true);
    for (const secret of secrets) expect(JSON.stringify(made)).not.toContain(secret);
  });

  test('files of the media library are recorded', async () => {
    const form = new FormData();
    form.append('files', new Blob(['audited'], { type: 'text/plain' }), 'audit.txt');
    const { body } = await admin('POST', '/admin/login', { email, password: 'Password-1' });
    const made = await entriesOf(async () => {
      const answer = await fetch(`${cms.url}/upload`, {
        method: 'POST',
        headers: { authorization: `Bearer ${body.data.token}` },
        body: form,
      });
      expect(answer.ok).toBe(true);
    });
    expect(made).toMatchObject([{ event: 'file_created', actorName: '理管' }]);
  });
});

test('fifty saves and fifty publications at once leave a chain without a gap', async () => {
  const drafts: string[] = [];
  for (let at = 0; at < PARALLEL; at += 1) drafts.push(await department.approved({ title: '同时写' }));
  const left = await entriesOf(() =>
    Promise.all([
      ...drafts.map((documentId) => department.items.publish({ documentId })),
      ...drafts.map((_, at) => department.draft({ title: `同时存 ${at}` })),
    ]),
  );
  const of = (event: string) => left.filter((entry) => entry['event'] === event);
  expect([of('item_published').length, of('item_created').length, left.length]).toEqual([PARALLEL, PARALLEL, 100]);
  expect(await verify()).toMatchObject({ kind: 'intact', count: (await entries()).length });
}, 120_000);

test('bulk actions, saves and publications of the same items at once wait for each other, and none for ever', async () => {
  const drafts: string[] = [];
  for (let at = 0; at < 6; at += 1) drafts.push(await department.approved({ title: '同一批' }));
  const inOne = (ids: readonly string[]) =>
    cms.strapi.db.transaction(() => Promise.all(ids.map((documentId) => department.items.publish({ documentId }))));
  // As the panel's button does, with what was approved.
  const saveAndPublish = (documentId: string) =>
    cms.strapi.db.transaction(async () => {
      await department.items.update({ documentId, data: { title: '同一批' } });
      await department.items.publish({ documentId });
    });
  await Promise.all([
    inOne(drafts),
    inOne([...drafts].reverse()),
    ...drafts.map((documentId) => department.items.update({ documentId, data: { title: '同一批' } })),
    ...drafts.map(saveAndPublish),
  ]);
  expect(await verify()).toMatchObject({ kind: 'intact' });
}, 120_000);

describe('nobody reads or writes the log through Strapi', () => {
  const uid = 'plugin::disclosure.audit-entry';

  test('the content manager refuses, a super administrator too', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/x'],
      ['POST', ''],
      ['PUT', '/x'],
      ['DELETE', '/x'],
    ] as const) {
      const body = method === 'POST' || method === 'PUT' ? { event: 'forged' } : undefined;
      const { status } = await admin(method, `/content-manager/collection-types/${uid}${path}`, body);
      expect([method, status]).toEqual([method, expect.toBeOneOf([403, 404])]);
    }
    const refusal = await refusalOf(cms.strapi.documents(uid as never).findMany());
    expect(refusal.code).toBe('type_internal');
  });

  test.each(['/api/audit-entries', '/api/disclosure/audit-entries', '/api/disclosure/audit'])(
    'the public API knows no %s',
    async (path) => {
      for (const method of ['GET', 'POST']) {
        expect((await callerFor(cms)(method, path, method === 'POST' ? {} : undefined)).status).not.toBe(200);
      }
    },
  );
});

describe('the verification', () => {
  const table = () => cms.strapi.db.connection('disclosure_audit_entries');
  let kept: Row[] = [];

  /** Tampers as somebody with a database client would, and puts everything back. */
  async function verdictAfter(tamper: () => Promise<unknown>) {
    await settled();
    kept = await table().select('*').orderBy('seq');
    await tamper();
    return verify();
  }
  afterEach(async () => {
    if (kept.length === 0) return;
    await table().delete();
    for (const row of kept) await table().insert(row);
    kept = [];
    expect(await verify()).toMatchObject({ kind: 'intact' });
  });

  test.each(['at', 'actor_id', 'actor_name', 'event', 'subject', 'detail', 'previous_hash', 'hash'])(
    'names the entry whose %s was altered',
    async (column) => {
      const verdict = await verdictAfter(() =>
        table()
          .where({ seq: 4 })
          .update({ [column]: 'forged' }),
      );
      expect(verdict).toEqual({ kind: 'broken', seq: 4, way: 'altered' });
    },
  );

  test('names an entry that is gone', async () => {
    expect(await verdictAfter(() => table().where({ seq: 4 }).delete())).toEqual({
      kind: 'broken',
      seq: 4,
      way: 'missing',
    });
  });

  test('names where the end was cut off, and keeps the gap in mind when the log goes on', async () => {
    const count = (await entries()).length;
    const verdict = await verdictAfter(() =>
      table()
        .where('seq', '>', count - 3)
        .delete(),
    );
    expect(verdict).toEqual({ kind: 'broken', seq: count - 2, way: 'cut_off' });
  });

  test('names an entry that was put in', async () => {
    const count = (await entries()).length;
    const verdict = await verdictAfter(async () => {
      const [, , third, ...rest] = kept;
      for (const row of rest.reverse()) {
        await table()
          .where({ id: row['id'] })
          .update({ seq: Number(row['seq']) + 1 });
      }
      const said = { at: new Date(0).toISOString(), actorId: null, actorName: null, event: 'item_created' };
      const content = { ...said, subject: null, detail: '{}', previousHash: String(third?.['hash']) };
      await table().insert({
        document_id: 'forged',
        seq: 4,
        at: content.at,
        event: content.event,
        detail: content.detail,
        previous_hash: content.previousHash,
        hash: hashOf(content),
      });
    });
    expect(count).toBe(kept.length);
    expect(verdict).toEqual({ kind: 'broken', seq: 4, way: 'inserted' });
  });

  test('names the first of two entries that changed places', async () => {
    const verdict = await verdictAfter(async () => {
      await table().where({ seq: 4 }).update({ seq: -4 });
      await table().where({ seq: 9 }).update({ seq: 4 });
      await table().where({ seq: -4 }).update({ seq: 9 });
    });
    expect(verdict).toEqual({ kind: 'broken', seq: 4, way: 'out_of_order' });
  });

  test('misses a hash that was noted elsewhere when everything was computed anew', async () => {
    const before = await verify();
    const noted = String(before['hash']);
    expect(await verify(noted)).toMatchObject({ kind: 'intact' });
    const rewritten = async () => {
      let previousHash = '0'.repeat(64);
      for (const row of kept) {
        const content = {
          at: String(row['at']),
          actorId: null,
          actorName: null,
          event: String(row['event']),
          subject: row['subject'] === null ? null : String(row['subject']),
          detail: String(row['detail']),
          previousHash,
        };
        previousHash = hashOf({ ...content });
        await table()
          .where({ id: row['id'] })
          .update({ actor_id: null, actor_name: null, previous_hash: content.previousHash, hash: previousHash });
      }
    };
    expect(await verdictAfter(rewritten)).toMatchObject({ kind: 'intact' });
    expect(await verify(noted)).toEqual({ kind: 'hash_unknown', hash: noted });
  });

  test('runs as a command beside the running CMS', async () => {
    const { count, hash } = await verify();
    const root = resolve(import.meta.dirname, '../../../..');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['scripts/audit-verify.ts', ...args], {
        cwd: root,
        env: { ...process.env, DATA_DIR: cms.dataDir },
        encoding: 'utf8',
      });
    const well = run(String(hash));
    expect([well.stderr, well.status]).toEqual(['', 0]);
    expect(well.stdout).toMatch(new RegExp(`^审计日志完整：共 ${count} 条.*${hash}.*\nThe audit log is intact: .*\n$`));

    await verdictAfter(() => table().where({ seq: 4 }).update({ event: 'forged' }));
    const broken = run();
    expect([broken.status, broken.stdout]).toEqual([
      1,
      '审计日志不完整：第 4 条被改动过\nThe audit log is broken: entry 4 was altered\n',
    ]);
    expect(run('no-hash').status).toBe(1);
  }, 120_000);
});
