import { afterAll, beforeAll, expect, test } from 'vitest';
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
const withdraw = (request: Record<string, unknown>) => department.service('withdrawal')['withdraw']!(request);

test('unpublishing without a reason is refused, and the item stays public', async () => {
  const documentId = await department.published();
  const { code, message } = await refusalOf(department.items.unpublish({ documentId }));
  expect(code).toBe('withdrawal_reason_missing');
  expect(message).toMatchInlineSnapshot(
    `"已公开的信息不能直接取消发布。请使用“撤下”并选择原因，公众会看到撤下的说明。"`,
  );
  expect(await department.items.findOne({ documentId, status: 'published' })).not.toBeNull();
});

test('withdrawing leaves a tombstone that points to the successor and says nothing of the content', async () => {
  const successor = await department.published({ title: '新的事项' });
  const documentId = await department.published({ title: '旧的事项' });
  await withdraw({ documentId, reason: 'replaced', replacedBy: successor });

  const change = await latestOf(documentId);
  const payload = JSON.parse(String(change?.['payload']));
  expect(change).toMatchObject({ kind: 'item_withdrawn', audience: 'public', sentTo: 'public' });
  expect(payload).toMatchObject({ slug: 'jiu-de-shi-xiang', reason: 'replaced', replacedBy: 'xin-de-shi-xiang' });
  expect(Object.keys(payload).sort()).toEqual(
    ['documentId', 'formerSlugs', 'indexNo', 'reason', 'replacedBy', 'slug', 'type', 'withdrawnAt'].sort(),
  );
  expect(await department.items.findOne({ documentId, status: 'published' })).toBeNull();
});

test.each([{ scope: 'internal' }, { disclosureMode: 'withheld' }, { disclosureMode: 'on_request' }])(
  'nobody is pointed to a successor that they may not read: %o',
  async (narrower) => {
    const successor = await department.published({ title: '机密内部名单', ...narrower });
    const documentId = await department.published({ title: '公开的旧通知' });
    await expect(withdraw({ documentId, reason: 'replaced', replacedBy: successor })).rejects.toMatchObject({
      code: 'successor_narrower',
    });
    expect(await latestOf(documentId)).toMatchObject({ kind: 'item_published' });
    const own = await department.published({ title: '同样范围的旧通知', ...narrower });
    await withdraw({ documentId: own, reason: 'replaced', replacedBy: successor });
  },
);

test('a withdrawn item keeps number, address and first day when it is published again', async () => {
  const documentId = await department.published({ title: '撤下再发' });
  const before = JSON.parse(String((await latestOf(documentId))?.['payload']));
  await withdraw({ documentId, reason: 'inaccurate' });
  expect(await department.rows('item', { documentId })).toMatchObject([{ withdrawalReason: 'inaccurate' }]);
  await department.publish(documentId);

  const after = JSON.parse(String((await latestOf(documentId))?.['payload']));
  const kept = ({ slug, indexNo, firstPublishedAt }: Record<string, unknown>) => ({ slug, indexNo, firstPublishedAt });
  expect(kept(after)).toEqual(kept(before));
  expect((await department.rows('item', { documentId })).map((row) => row['withdrawnAt'])).toEqual([null, null]);
});

test.each([
  { request: { reason: null }, code: 'withdrawal_reason_missing' },
  { request: { reason: 'boredom' }, code: 'withdrawal_reason_missing' },
  { request: { reason: 'replaced', replacedBy: 'nobody' }, code: 'item_unknown' },
  { request: { reason: 'replaced' }, code: 'successor_missing' },
])('a withdrawal with $request is refused', async ({ request, code }) => {
  const documentId = await department.published();
  await expect(withdraw({ documentId, ...request })).rejects.toMatchObject({ code });
  expect(await latestOf(documentId)).toMatchObject({ kind: 'item_published' });
});

test('what was public is kept, what never was can be deleted', async () => {
  const published = await department.published();
  await withdraw({ documentId: published, reason: 'duplicate' });
  expect((await refusalOf(department.items.delete({ documentId: published }))).code).toBe('published_item_kept');

  const draft = await department.draft();
  await department.items.delete({ documentId: draft });
  expect(await department.items.findOne({ documentId: draft })).toBeNull();
});

test('discarding a draft brings back what is public', async () => {
  const documentId = await department.published({ title: '公开的标题' });
  await department.items.update({ documentId, data: { title: '改坏的标题' } });
  await department.items.discardDraft({ documentId });
  expect(await department.items.findOne({ documentId, status: 'draft' })).toMatchObject({ title: '公开的标题' });
  await department.publish(documentId);
});

test('a draft that has no public version is not lost by going back to one', async () => {
  const never = await department.draft();
  const withdrawn = await department.published();
  await withdraw({ documentId: withdrawn, reason: 'duplicate' });
  for (const documentId of [never, withdrawn]) {
    expect((await refusalOf(department.items.discardDraft({ documentId }))).code).toBe('nothing_published');
    expect(await department.rows('item', { documentId })).toHaveLength(1);
  }
});
