import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, CREDIT_CODE, refusalOf, type Department } from './support/demo-department.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());

const latestOf = async (subject: string) => (await department.rows('change', { subject, isLatest: true }))[0];
const counterOf = async (name: string) => (await department.rows('counter', { name }))[0]?.['value'];
const draftRow = async (documentId: string) => department.items.findOne({ documentId, status: 'draft' });

describe('publishing', () => {
  test('writes the number, the address, the published row and the change together', async () => {
    const documentId = await department.published({ title: '住房保障规划' });
    const published = await department.items.findOne({ documentId, status: 'published' });
    const change = await latestOf(documentId);
    const payload = JSON.parse(String(change?.['payload']));

    expect(published?.['indexNo']).toMatch(new RegExp(`^${CREDIT_CODE}/\\d{6}-\\d{5}$`));
    expect(published?.['slug']).toBe('zhu-fang-bao-zhang-gui-hua');
    expect(change).toMatchObject({ kind: 'item_published', audience: 'public', sentTo: 'none', title: '住房保障规划' });
    expect(payload).toMatchObject({
      documentId,
      slug: 'zhu-fang-bao-zhang-gui-hua',
      indexNo: published?.['indexNo'],
      categories: [department.category],
      publisher: department.organ,
      responsible: department.section,
      formerSlugs: [],
    });
    expect(payload).not.toHaveProperty('importKey');
  });

  test('says of an item what it says of its own publication, and nothing of what its category says', async () => {
    const payloadOf = async (documentId: string) => JSON.parse(String((await latestOf(documentId))?.['payload']));
    const own = await department.published({ deadlineRule: 'immediate', reviewProcedure: '局务会议审定' });
    expect(await payloadOf(own)).toMatchObject({ deadlineRule: 'immediate', reviewProcedure: '局务会议审定' });
    const inherited = await department.published({ reviewProcedure: ' ' });
    expect(await payloadOf(inherited)).toMatchObject({ deadlineRule: null, reviewProcedure: null });
  });

  test('says everything that is missing at once, at its field', async () => {
    const bare = await department.items.create({
      data: { title: '只有标题', abstract: '只有标题', writtenOn: '2999-01-01' },
    });
    const { code, problems } = await refusalOf(department.publish(bare.documentId));
    expect(code).toBe('publish_incomplete');
    expect(problems).toEqual([
      'categories: category_missing',
      'subject: subject_missing',
      'genre: genre_missing',
      'publisher: publisher_missing',
      'responsible: responsible_missing',
      'body: content_missing',
      'abstract: abstract_repeats_title',
      'writtenOn: written_in_future',
    ]);
  });

  test('refuses a category that has others below it', async () => {
    const top = await department.categories.create({ data: { code: 'upper', name: '上级栏目' } });
    await department.categories.create({ data: { code: 'lower', name: '下级栏目', parent: top.documentId } });
    const documentId = await department.draft({ categories: [department.category, top.documentId] });
    const { problems } = await refusalOf(department.publish(documentId));
    expect(problems).toEqual(['categories: category_not_leaf']);
  });

  test('keeps the order of categories, the primary one first', async () => {
    const second = await department.categories.create({ data: { code: 'second', name: '第二栏目' } });
    const documentId = await department.published({ categories: [second.documentId, department.category] });
    const payload = JSON.parse(String((await latestOf(documentId))?.['payload']));
    expect(payload.categories).toEqual([second.documentId, department.category]);
  });

  test('leaves no gap behind when it fails after the numbers were taken', async () => {
    const documentId = await department.approved({ title: '发布失败' });
    const before = [await counterOf('feed'), (await department.rows('counter')).map((row) => row['value'])];
    const failing = cms.strapi.db.transaction(async () => {
      await department.items.publish({ documentId });
      throw new Error('after everything');
    });
    await expect(failing).rejects.toThrow('after everything');
    expect([await counterOf('feed'), (await department.rows('counter')).map((row) => row['value'])]).toEqual(before);
    expect(await latestOf(documentId)).toBeUndefined();
    expect(await department.rows('address', { subject: documentId })).toEqual([]);
    expect(await draftRow(documentId)).toMatchObject({ indexNo: null, firstPublishedAt: null });
  });

  test.each(['create', 'update', 'clone'] as const)('cannot be smuggled in through %s', async (action) => {
    const documentId = await department.draft();
    const params = { documentId, data: { title: '绕过' }, status: 'published' };
    const { code } = await refusalOf(department.items[action](params));
    expect(code).toBe('publish_separately');
  });
});

describe('publishing again', () => {
  test('keeps number, address and first day, and overtakes the version before', async () => {
    const documentId = await department.published({ title: '再次发布' });
    const first = JSON.parse(String((await latestOf(documentId))?.['payload']));
    await department.items.update({ documentId, data: { title: '再次发布（修订）' } });
    await department.publish(documentId);
    const second = JSON.parse(String((await latestOf(documentId))?.['payload']));

    expect(second).toMatchObject({
      title: '再次发布（修订）',
      slug: first.slug,
      indexNo: first.indexNo,
      firstPublishedAt: first.firstPublishedAt,
    });
    const versions = await department.rows('change', { subject: documentId });
    expect(versions.map((row) => row['isLatest'])).toEqual([false, true]);
  });

  test('under a changed address keeps the old one as a redirect for ever', async () => {
    const documentId = await department.published({ title: '地址一' });
    await department.items.update({ documentId, data: { slug: 'di-zhi-er' } });
    await department.publish(documentId);
    const payload = JSON.parse(String((await latestOf(documentId))?.['payload']));
    expect(payload).toMatchObject({ slug: 'di-zhi-er', formerSlugs: ['di-zhi-yi'] });

    const other = await department.draft({ title: '别的事项', slug: 'di-zhi-yi' });
    expect((await refusalOf(department.publish(other))).problems).toEqual(['slug: address_taken']);
  });

  test('tells a wider audience no address that was made from a title it was not to read', async () => {
    const documentId = await department.published({ title: '机密任免名单', scope: 'internal' });
    await department.items.update({ documentId, data: { title: '任免公示', scope: 'public' } });
    await department.publish(documentId);
    const payload = JSON.parse(String((await latestOf(documentId))?.['payload']));
    expect(payload).toMatchObject({ slug: 'ren-mian-gong-shi', formerSlugs: [] });

    await department.items.update({ documentId, data: { slug: 'gong-shi' } });
    await department.publish(documentId);
    await department.service('withdrawal')['withdraw']!({ documentId, reason: 'duplicate' });
    const tombstone = JSON.parse(String((await latestOf(documentId))?.['payload']));
    expect(tombstone).toMatchObject({ slug: 'gong-shi', formerSlugs: ['ren-mian-gong-shi'] });
  });

  test('keeps an address that the editor chose, or that says what the title says', async () => {
    for (const draft of [{ title: '内部一', slug: 'chosen-address' }, { title: '不变的题目' }]) {
      const documentId = await department.published({ ...draft, scope: 'internal' });
      const { slug } = JSON.parse(String((await latestOf(documentId))?.['payload']));
      const title = draft.slug === undefined ? draft.title : '公开一';
      await department.items.update({ documentId, data: { title, scope: 'public' } });
      await department.publish(documentId);
      expect(JSON.parse(String((await latestOf(documentId))?.['payload']))).toMatchObject({ slug, formerSlugs: [] });
    }
  });

  test('gives equal titles different addresses', async () => {
    const slugs = await Promise.all(
      ['一', '二'].map(async () => {
        const documentId = await department.published({ title: '同名事项' });
        return (await draftRow(documentId))?.['slug'];
      }),
    );
    expect(slugs.sort()).toEqual(['tong-ming-shi-xiang', 'tong-ming-shi-xiang-2']);
  });
});

describe('what the system sets', () => {
  test('cannot be changed, and may come back as it is', async () => {
    const documentId = await department.published();
    const stored = await draftRow(documentId);
    await department.items.update({ documentId, data: { ...stored, title: '原样送回' } });
    expect(await draftRow(documentId)).toMatchObject({
      title: '原样送回',
      indexNo: stored?.['indexNo'],
      firstPublishedAt: stored?.['firstPublishedAt'],
    });

    const forged = {
      indexNo: 'X/2026-00001',
      firstPublishedAt: '2020-01-01T00:00:00.000Z',
      originalDate: '2020-01-01',
    };
    const { code, problems } = await refusalOf(department.items.update({ documentId, data: forged }));
    expect(code).toBe('field_immutable');
    expect(problems).toHaveLength(3);
  });

  test('does not travel into a copy', async () => {
    const documentId = await department.published({ title: '原件' });
    const copy = await department.items.clone({ documentId });
    expect(await draftRow(copy.documentId)).toMatchObject({
      title: '原件',
      indexNo: null,
      slug: null,
      firstPublishedAt: null,
    });
  });
});

describe('what is written into a draft', () => {
  test('is brought into form', async () => {
    const documentId = await department.draft({
      docNo: '建办[2026]018号',
      body: '<h1>题</h1><script>1</script>',
      keywords: [' 住房 ', '住房'],
    });
    expect(await draftRow(documentId)).toMatchObject({
      docNo: '建办〔2026〕18号',
      body: '<h2>题</h2>',
      keywords: ['住房'],
    });
  });

  test('is refused at its field when it cannot be', async () => {
    const data = { docNo: '第十八号文', slug: 'Ein Titel', channels: ['telepathy'], writtenOn: '2026-02-30' };
    const { problems } = await refusalOf(department.draft(data));
    expect(problems.sort()).toEqual([
      'channels: field_invalid',
      'docNo: document_number_invalid',
      'slug: address_invalid',
      'writtenOn: date_invalid',
    ]);
  });
});
