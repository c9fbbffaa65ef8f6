import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Answer, type Caller, type Json } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';

let cms: RunningCms;
let department: Department;
let one: Caller;
let other: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  one = callerFor(cms, await signIn(cms));
  other = callerFor(cms, await signIn(cms, 'strapi-editor'));
  await letEditorsWrite();
}, 120_000);
afterAll(() => cms.stop());

/** Editors of a fresh CMS may do nothing yet. */
async function letEditorsWrite(): Promise<void> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } });
  const permissions = ['read', 'update', 'publish'].map((action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: 'plugin::disclosure.item',
    properties: action === 'publish' ? {} : { fields: ['title', 'body', 'abstract', 'categories', 'docNo', 'slug'] },
    conditions: [],
  }));
  const roles = cms.strapi.service('admin::role') as unknown as {
    assignPermissions(id: number, list: object[]): Promise<unknown>;
  };
  await roles.assignPermissions(role.id, permissions);
}

const open = async (caller: Caller, documentId: string): Promise<Json> =>
  (await caller('GET', `${ITEMS}/${documentId}`)).body.data;
/** Saves as the form does: with all that it was given, and what was changed. */
const save = (caller: Caller, opened: Json, changes: object): Promise<Answer> =>
  caller('PUT', `${ITEMS}/${opened.documentId}`, { ...fieldsOf(opened), ...changes });
const fieldsOf = ({ title, updatedAt, documentId, body, abstract }: Json) => ({
  title,
  updatedAt,
  documentId,
  body,
  abstract,
});
const codeOf = ({ body }: Answer) => body.error?.details?.code;
const history = async (documentId: string, query = ''): Promise<Json> =>
  (await one('GET', `/disclosure/items/${documentId}/versions${query}`)).body.data;
const kindsOf = async (documentId: string) => (await history(documentId)).entries.map(({ kind }: Json) => kind);
const titleOf = async (documentId: string) => (await open(one, documentId)).title;

describe('two people who edit one item', () => {
  test('are told: the second save is refused with who saved and when, and nothing of the first is lost', async () => {
    const documentId = await department.draft();
    const [mine, theirs] = [await open(one, documentId), await open(other, documentId)];
    expect((await save(other, theirs, { title: '他人改过的题目' })).status).toBe(200);
    const refused = await save(one, mine, { title: '我改过的题目' });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'edit_conflict']);
    expect(refused.body.error.details).toMatchObject({ documentId, savedBy: '理管', errors: [] });
    expect(refused.body.error.message).toMatch(/^理管 在 \d{4}-\d{2}-\d{2} \d{2}:\d{2} 保存过这一事项/);
    expect(await titleOf(documentId)).toBe('他人改过的题目');
  });

  test('are refused a publication that would carry away what the other saved', async () => {
    const documentId = await department.draft();
    const mine = await open(one, documentId);
    await save(other, await open(other, documentId), { abstract: '他人的概述' });
    const refused = await one('POST', `${ITEMS}/${documentId}/actions/publish`, {
      ...fieldsOf(mine),
      title: '我的题目',
    });
    expect(codeOf(refused)).toBe('edit_conflict');
    expect(await department.rows('change', { subject: documentId })).toEqual([]);
  });

  test('at the very same moment: one save wins, the other is told', async () => {
    const documentId = await department.draft();
    const [mine, theirs] = [await open(one, documentId), await open(other, documentId)];
    const answers = await Promise.all([
      save(one, mine, { title: '甲的题目' }),
      save(other, theirs, { title: '乙的题目' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(answers.map(codeOf).filter(Boolean)).toEqual(['edit_conflict']);
  });

  test('may both go on where nothing that stands in the form was changed: by a publication, or by a withdrawal', async () => {
    const documentId = await department.draft();
    const mine = await open(one, documentId);
    await department.approve(documentId);
    expect((await other('POST', `${ITEMS}/${documentId}/actions/publish`, {})).status).toBe(200);
    expect((await save(one, mine, { title: '发布后改的题目' })).status).toBe(200);
    const again = await open(one, documentId);
    await one('POST', `/disclosure/items/${documentId}/withdraw`, { reason: 'duplicate' });
    expect((await save(one, again, { title: '撤下后改的题目' })).status).toBe(200);
  });

  test('are known to each other while their forms are open', async () => {
    const documentId = await department.draft();
    const path = `/disclosure/items/${documentId}/presence`;
    expect((await one('POST', path)).body.data).toEqual({ others: [] });
    expect((await other('POST', path)).body.data).toEqual({ others: ['理管'] });
    await other('DELETE', path);
    expect((await one('POST', path)).body.data).toEqual({ others: [] });
  });
});

describe('one person', () => {
  test('saves again and publishes from the form as it was after the first save', async () => {
    const documentId = await department.draft();
    const opened = await open(one, documentId);
    const saved = (await save(one, opened, { title: '第一次保存' })).body.data;
    expect((await save(one, { ...opened, updatedAt: saved.updatedAt }, { title: '第二次保存' })).status).toBe(200);
    await department.approve(documentId);
    const latest = await open(one, documentId);
    expect((await one('POST', `${ITEMS}/${documentId}/actions/publish`, fieldsOf(latest))).status).toBe(200);
  });

  test('discards and copies without a conflict', async () => {
    const documentId = await department.published();
    await save(one, await open(one, documentId), { title: '改坏了' });
    expect((await one('POST', `${ITEMS}/${documentId}/actions/discard`, {})).status).toBe(200);
    expect((await save(one, await open(one, documentId), { title: '重新改' })).status).toBe(200);
    expect((await one('POST', `${ITEMS}/clone/${documentId}`, fieldsOf(await open(one, documentId)))).status).toBe(200);
  });

  test('who writes by a script, without saying what was seen, is asked nothing', async () => {
    const documentId = await department.draft();
    await save(one, await open(one, documentId), { title: '有人保存' });
    await department.items.update({ documentId, data: { title: '脚本写入' } });
    expect((await one('PUT', `${ITEMS}/${documentId}`, { title: '没有基准' })).status).toBe(200);
  });
});

describe('the history of an item', () => {
  test('has every save with its fields and its person, and what was published and withdrawn', async () => {
    const documentId = await department.draft();
    await save(other, await open(other, documentId), { title: '改过的题目' });
    await save(other, await open(other, documentId), { title: '改过的题目' });
    await department.approve(documentId);
    await one('POST', `${ITEMS}/${documentId}/actions/publish`, {});
    await one('POST', `/disclosure/items/${documentId}/withdraw`, { reason: 'duplicate' });
    const { entries } = await history(documentId);
    expect(entries.map(({ kind, actor, fields }: Json) => [kind, actor, fields])).toEqual([
      ['withdrawn', '理管', null],
      ['published', '理管', null],
      ['saved', '理管', ['title']],
      ['created', null, null],
    ]);
  });

  test('is given page by page, each entry once', async () => {
    const documentId = await department.published();
    for (let at = 0; at < 5; at += 1) await department.items.update({ documentId, data: { title: `题目 ${at}` } });
    const seen: string[] = [];
    for (let before = '', more = true; more;) {
      const page = await history(documentId, `?limit=2${before === '' ? '' : `&before=${before}`}`);
      seen.push(...page.entries.map(({ id }: Json) => id));
      before = seen.at(-1) ?? '';
      more = page.hasMore;
    }
    expect(seen).toEqual((await history(documentId)).entries.map(({ id }: Json) => id));
    expect(new Set(seen).size).toBe(7);
  });

  test('begins with the draft as it was found, where versions were not kept from the start', async () => {
    const documentId = await department.draft({ title: '旧题目' });
    await cms.strapi.db
      .query('plugin::disclosure.draft-version' as never)
      .deleteMany({ where: { subject: documentId } });
    await save(one, await open(one, documentId), { title: '新题目' });
    expect(await kindsOf(documentId)).toEqual(['saved', 'former']);
  });

  test('says what changed: since the version before, against the public one, against the draft', async () => {
    const documentId = await department.published({ title: '公开的题目' });
    await save(one, await open(one, documentId), { title: '草稿的题目' });
    const { entries } = await history(documentId);
    const difference = async (id: string, against: string) =>
      (await one('GET', `/disclosure/items/${documentId}/versions/${id}/difference?against=${against}`)).body.data
        .fields;
    const runs = [
      { kind: 'removed', text: '公开' },
      { kind: 'added', text: '草稿' },
      { kind: 'same', text: '的题目' },
    ];
    expect(await difference(entries[0].id, 'previous')).toEqual([{ field: 'title', kind: 'text', runs }]);
    expect(await difference('draft', 'live')).toEqual([{ field: 'title', kind: 'text', runs }]);
    expect(await difference(entries[0].id, 'draft')).toEqual([]);
  });

  test('shows nobody a field that the role may not read', async () => {
    const documentId = await department.draft({ reviewProcedure: '只给管理员看' });
    const [entry] = (await history(documentId)).entries;
    const version = (await other('GET', `/disclosure/items/${documentId}/versions/${entry.id}`)).body.data;
    expect(version).toMatchObject({ title: '关于印发年度计划的通知' });
    expect(version).not.toHaveProperty('reviewProcedure');
  });

  test('is thinned after a publication, and never in what was published', async () => {
    const documentId = await department.published();
    const kept = cms.strapi.config.get<number>('plugin::disclosure.draftVersionsKept');
    for (let at = 0; at < kept + 5; at += 1)
      await department.items.update({ documentId, data: { title: `题目 ${at}` } });
    expect(await department.rows('draft-version', { subject: documentId })).toHaveLength(kept + 6);
    await department.publish(documentId);
    expect(await department.rows('draft-version', { subject: documentId })).toHaveLength(kept);
    expect(await department.rows('change', { subject: documentId })).toHaveLength(2);
  }, 120_000);

  test('of a draft that is deleted goes with it', async () => {
    const documentId = await department.draft();
    await department.items.delete({ documentId });
    expect(await department.rows('draft-version', { subject: documentId })).toEqual([]);
  });
});

describe('restoring', () => {
  const restore = (documentId: string, id: string, body: object = {}) =>
    one('POST', `/disclosure/items/${documentId}/versions/${id}/restore`, body);

  test('writes a version into the draft, through the gate, and leaves what is public', async () => {
    const documentId = await department.published({ title: '第一版', abstract: '概述' });
    await save(one, await open(one, documentId), { title: '第二版', abstract: null });
    const first = (await history(documentId)).entries.at(-1).id;
    expect((await restore(documentId, first)).body).toEqual({ data: { missing: [] } });
    expect(await open(one, documentId)).toMatchObject({ title: '第一版', abstract: '概述' });
    expect((await kindsOf(documentId))[0]).toBe('restored');
    const [entry] = (await department.rows('audit-entry', { subject: `item:${documentId}` })).slice(-1);
    expect(entry).toMatchObject({ event: 'item_restored', detail: '{"fields":["abstract","title"]}' });
    expect(await department.rows('change', { subject: documentId })).toHaveLength(1);
  });

  test('brings relations back in their order, and says what is gone', async () => {
    const extra = (await department.categories.create({ data: { code: `gone-${Date.now()}`, name: '将删的目录' } }))
      .documentId;
    const documentId = await department.draft({ categories: [extra, department.category] });
    await department.items.update({ documentId, data: { categories: { set: [{ documentId: department.category }] } } });
    const first = (await history(documentId)).entries.at(-1).id;
    expect((await restore(documentId, first)).body.data.missing).toEqual([]);
    const version = (await one('GET', `/disclosure/items/${documentId}/versions/draft`)).body.data;
    expect(version.categories).toEqual([extra, department.category]);

    await department.items.update({ documentId, data: { categories: { set: [{ documentId: department.category }] } } });
    await department.categories.delete({ documentId: extra });
    await department.items.update({ documentId, data: { title: '另一题目' } });
    const answer = await restore(documentId, first);
    expect(answer.body.data.missing).toEqual([{ field: 'categories', name: '将删的目录' }]);
    expect(await titleOf(documentId)).toBe('关于印发年度计划的通知');
  });

  test('keeps what could not be saved, and writes of it only what is chosen', async () => {
    const documentId = await department.draft({ abstract: '原概述' });
    const mine = await open(one, documentId);
    await save(other, await open(other, documentId), { title: '他人的题目' });
    const data = { title: '我的题目', abstract: '我的概述', categories: { connect: [], disconnect: [] } };
    const kept = await one('POST', `/disclosure/items/${documentId}/versions`, { base: mine.updatedAt, data });
    expect(kept.status).toBe(201);
    const { updatedAt } = await open(one, documentId);
    expect((await restore(documentId, kept.body.data.id, { fields: ['abstract'], base: updatedAt })).status).toBe(200);
    expect(await open(one, documentId)).toMatchObject({ title: '他人的题目', abstract: '我的概述' });
    expect(await kindsOf(documentId)).toEqual(['restored', 'unsaved', 'saved', 'created']);
  });

  test('is refused over what was saved since it was looked at, and for a version that is not there', async () => {
    const documentId = await department.draft();
    const { updatedAt } = await open(one, documentId);
    await save(other, await open(other, documentId), { title: '其间保存' });
    const first = (await history(documentId)).entries.at(-1).id;
    expect(codeOf(await restore(documentId, first, { base: updatedAt }))).toBe('edit_conflict');
    expect(codeOf(await restore(documentId, 'draft-999999999'))).toBe('version_unknown');
    const elsewhere = await department.draft();
    expect(codeOf(await restore(elsewhere, first))).toBe('version_unknown');
  });

  test('is refused to who may read the item and not change it, and to who is not signed in', async () => {
    const documentId = await department.draft();
    const [{ id }] = (await history(documentId)).entries;
    const path = `/disclosure/items/${documentId}/versions/${id}/restore`;
    expect((await callerFor(cms)('POST', path, {})).status).toBe(401);
  });
});
