import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());

interface Published {
  readonly revisionNote: string | null;
  readonly replaces: string[];
  readonly history: { kind: string; at: string; reason: string | null; note: string | null }[];
}

async function publishedVersion(documentId: string): Promise<Published> {
  const [row] = await department.rows('change', { subject: documentId, isLatest: true });
  return JSON.parse(String(row?.['payload'])) as Published;
}

test('a version carries what became of the ones before: corrected, withdrawn and why, published again', async () => {
  const documentId = await department.published({ title: '公租房配租公告' });
  expect(await publishedVersion(documentId)).toMatchObject({
    history: [{ kind: 'published', reason: null, note: null }],
  });

  await department.items.update({ documentId, data: { revisionNote: '更正了第二条的受理时间' } });
  await department.publish(documentId);
  const revised = await publishedVersion(documentId);
  expect(revised.revisionNote).toBe('更正了第二条的受理时间');
  expect(revised.history.map(({ kind, note }) => [kind, note])).toEqual([
    ['published', null],
    ['revised', '更正了第二条的受理时间'],
  ]);

  await department.service('withdrawal')['withdraw']!({ documentId, reason: 'inaccurate' });
  await department.publish(documentId);
  const again = await publishedVersion(documentId);
  expect(again.history.map(({ kind, reason, note }) => [kind, reason, note])).toEqual([
    ['published', null, null],
    ['revised', null, null],
    ['withdrawn', 'inaccurate', null],
    ['republished', null, null],
  ]);
  expect(again.history.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
});

test('a note is said of one version, and the form is empty for the next', async () => {
  const documentId = await department.published({ title: '供应计划' });
  await department.items.update({ documentId, data: { title: '年度供应计划', revisionNote: '补充了年度' } });
  await department.publish(documentId);
  expect(await department.items.findOne({ documentId, status: 'draft' })).toMatchObject({ revisionNote: null });
  await department.items.update({ documentId, data: { title: '2026年度供应计划' } });
  await department.publish(documentId);
  expect((await publishedVersion(documentId)).history.map(({ note }) => note)).toEqual([null, '补充了年度', null]);
});

test('while it was for staff alone, nothing happened that the public is told of', async () => {
  const documentId = await department.published({ title: '内部通报', scope: 'internal' });
  await department.items.update({ documentId, data: { title: '内部通报之二', revisionNote: '只在内部说' } });
  await department.publish(documentId);
  await department.items.update({ documentId, data: { scope: 'public' } });
  await department.publish(documentId);
  const { history } = await publishedVersion(documentId);
  expect(history.map(({ kind }) => kind)).toEqual(['published']);
  expect(JSON.stringify(history)).not.toContain('内部');
});

test('what an item takes the place of travels with it', async () => {
  const old = await department.published({ title: '旧办法' });
  const documentId = await department.published({ title: '新办法', replaces: [old] });
  expect((await publishedVersion(documentId)).replaces).toEqual([old]);
});
