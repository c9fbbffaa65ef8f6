import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const latestOf = async (subject: string) => (await department.rows('change', { subject, isLatest: true }))[0];

describe('the catalogue', () => {
  test('is in the feed as soon as it is saved, once for each change', async () => {
    const { documentId } = await department.categories.create({
      data: { code: 'budget', name: '预算', channels: [{ value: 'website', required: true }] },
    });
    await department.categories.update({ documentId, data: { name: '预算' } });
    await department.categories.update({ documentId, data: { name: '预算决算' } });
    expect(await department.rows('change', { subject: documentId })).toHaveLength(2);
    expect(JSON.parse(String((await latestOf(documentId))?.['payload']))).toMatchObject({
      name: '预算决算',
      channels: [{ value: 'website', required: true }],
    });

    await department.categories.delete({ documentId });
    expect(await latestOf(documentId)).toMatchObject({ kind: 'category_removed' });
  });

  test('says everyone and city where nobody chose, and carries all that was filled in', async () => {
    const { documentId } = await department.categories.create({ data: { code: 'columns', name: '各栏' } });
    const nothing = {
      targetGroup: null,
      stage: null,
      reviewProcedure: null,
      enquiryPhone: null,
      supervisionPhone: null,
    };
    const payloadOf = async () => JSON.parse(String((await latestOf(documentId))?.['payload']));
    expect(await payloadOf()).toMatchObject({
      ...nothing,
      contentElements: [],
      channels: [],
      targetAudiences: ['everyone'],
      levels: ['city'],
    });

    const data = {
      contentElements: [
        { value: '征收决定', required: true },
        { value: '政策解读', required: false },
      ],
      channels: [{ value: 'on_site', required: false }],
      targetAudiences: ['specific'],
      targetGroup: '征收范围内的被征收人',
      levels: ['city', 'county'],
      stage: 'decision',
      reviewProcedure: '科室初审，分管负责人审定',
      enquiryPhone: '0558-5550017',
      supervisionPhone: '0558-5550000',
    };
    await department.categories.update({ documentId, data });
    expect(await payloadOf()).toMatchObject(data);

    const widened = department.categories.update({ documentId, data: { targetAudiences: ['everyone'] } });
    expect((await refusalOf(widened)).problems).toEqual(['targetGroup: field_invalid']);
    expect(await payloadOf()).toMatchObject(data);
  });

  test('stays a tree', async () => {
    const top = await department.categories.create({ data: { code: 'top', name: '上' } });
    const below = await department.categories.create({ data: { code: 'below', name: '下', parent: top.documentId } });
    for (const parent of [top.documentId, below.documentId]) {
      const { code, problems } = await refusalOf(
        department.categories.update({ documentId: top.documentId, data: { parent } }),
      );
      expect([code, problems]).toEqual(['category_cycle', ['parent: category_cycle']]);
    }
    expect(JSON.parse(String((await latestOf(top.documentId))?.['payload'])).parent).toBeNull();
  });

  test('has items at its last level only: an entry that has some gets none below it', async () => {
    const held = await department.categories.create({ data: { code: 'held', name: '有事项' } });
    await department.draft({ title: '在此栏目', categories: [held.documentId] });
    const loose = await department.categories.create({ data: { code: 'loose', name: '无上级' } });

    const created = department.categories.create({ data: { code: 'new', name: '新', parent: held.documentId } });
    const { code, problems, message } = await refusalOf(created);
    expect([code, problems]).toEqual(['category_has_items', ['parent: category_has_items']]);
    expect(message).toMatchInlineSnapshot(
      `"栏目“有事项”里已有“在此栏目”，不能再设下级栏目。请先把它们改到别的栏目，或另选上级。"`,
    );
    const moved = department.categories.update({
      documentId: loose.documentId,
      data: { parent: { connect: [{ documentId: held.documentId }] } },
    });
    expect((await refusalOf(moved)).code).toBe('category_has_items');
    expect(await department.rows('category', { code: 'new' })).toEqual([]);
    expect(JSON.parse(String((await latestOf(loose.documentId))?.['payload'])).parent).toBeNull();
  });

  test.each([
    { data: { code: 'plans', name: '重复' }, code: 'code_taken' },
    { data: { code: 'Ein Code', name: '格式' }, code: 'code_invalid' },
    { data: { name: '没有代码' }, code: 'code_invalid' },
  ])('refuses $data', async ({ data, code }) => {
    expect((await refusalOf(department.categories.create({ data }))).code).toBe(code);
  });

  test('keeps codes for ever', async () => {
    const update = department.categories.update({ documentId: department.category, data: { code: 'renamed' } });
    expect((await refusalOf(update)).code).toBe('field_immutable');
  });

  test('loses nothing that is in use', async () => {
    await department.draft();
    expect((await refusalOf(department.categories.delete({ documentId: department.category }))).code).toBe(
      'catalogue_entry_in_use',
    );
    expect((await refusalOf(department.organs.delete({ documentId: department.section }))).code).toBe(
      'catalogue_entry_in_use',
    );
    expect((await refusalOf(department.organs.delete({ documentId: department.organ }))).code).toBe(
      'catalogue_entry_in_use',
    );
  });

  test('refuses a credit code that cannot be one', async () => {
    const update = department.organs.update({
      documentId: department.organ,
      data: { creditCode: '11341600MB1D360400' },
    });
    expect((await refusalOf(update)).problems).toEqual(['creditCode: field_invalid']);
  });

  test('is loaded from lists as often as one likes', async () => {
    const organs = [
      {
        code: 'child',
        kind: 'section',
        name: '科室',
        parent: 'mother',
        order: 2,
        aliases: [{ name: '旧名', from: null, until: '2019-01-01' }],
      },
      { code: 'mother', kind: 'department', name: '委员会', parent: null, order: 1, aliases: [] },
    ];
    const load = () => department.service('catalogue')['saveOrgans']!(organs);
    expect(await load()).toEqual({ created: 2, updated: 0 });
    const changes = (await department.rows('change')).length;
    expect(await load()).toEqual({ created: 0, updated: 2 });
    expect((await department.rows('change')).length).toBe(changes);
  });
});

describe('an import', () => {
  const source = {
    importKey: 'old/1',
    importHash: 'a',
    title: '旧网站的文件',
    body: '<p>内容</p>',
    categories: ['plans'],
    publisher: 'zjj',
    responsible: 'office',
    docNo: '建办字第3号（旧）',
    subject: 'other',
    genre: 'notice',
    originalDate: '2013-02-28',
    publish: true,
  };
  const take = (changes: object = {}) => department.importDocument({ ...source, ...changes });

  test('does the same thing only once', async () => {
    const first = await take();
    expect(first['outcome']).toBe('imported');
    const rows = (await department.rows('change')).length;
    expect(await take()).toMatchObject({ outcome: 'unchanged', documentId: first['documentId'] });
    expect((await department.rows('change')).length).toBe(rows);

    expect(await take({ importHash: 'b', title: '更正后的标题' })).toMatchObject({
      outcome: 'updated',
      documentId: first['documentId'],
    });
    expect(JSON.parse(String((await latestOf(String(first['documentId'])))?.['payload']))).toMatchObject({
      title: '更正后的标题',
      originalDate: '2013-02-28',
      docNo: '建办字第3号（旧）',
      indexNo: expect.stringContaining('/201302-00001'),
    });
  });

  test('brings what its items say of their own publication, and of their files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
    const path = join(folder, 'form.csv');
    writeFileSync(path, '项目,金额\n合计,1\n');
    const of = (importHash: string, accessibleText: string | null) =>
      take({
        importKey: 'old/terms',
        importHash,
        deadlineRule: 'immediate',
        reviewProcedure: '局务会议审定',
        attachments: [{ path, name: '金额表.csv', accessibleText }],
      });
    const payloadOf = async (result: Record<string, unknown>) =>
      JSON.parse(String((await latestOf(String(result['documentId'])))?.['payload']));

    expect(await payloadOf(await of('a', '合计一元'))).toMatchObject({
      deadlineRule: 'immediate',
      reviewProcedure: '局务会议审定',
      attachments: [{ name: '金额表.csv', accessibleText: '合计一元' }],
    });
    expect((await payloadOf(await of('b', '合计壹元')))['attachments']).toMatchObject([{ accessibleText: '合计壹元' }]);
    expect((await payloadOf(await of('c', null)))['attachments']).toMatchObject([{ accessibleText: '合计壹元' }]);
    expect(await department.rows('change', { subject: (await of('c', null))['documentId'] })).toHaveLength(3);
    rmSync(folder, { recursive: true });
  });

  test('explains what was imported before, and says what it could not find', async () => {
    const explained = String((await take())['documentId']);
    const result = await take({ importKey: 'old/2', interprets: ['old/1', 'old/404'] });
    expect(result['unknownInterprets']).toEqual(['old/404']);
    expect(JSON.parse(String((await latestOf(String(result['documentId'])))?.['payload'])).interprets).toEqual([
      explained,
    ]);
  });

  test('of an unknown category is refused before anything is stored', async () => {
    await expect(take({ importKey: 'old/3', categories: ['nowhere'] })).rejects.toMatchObject({
      code: 'import_unreadable',
    });
    expect(await department.rows('item', { importKey: 'old/3' })).toEqual([]);
  });
});
