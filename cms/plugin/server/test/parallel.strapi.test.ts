import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const COUNT = 50;

let cms: RunningCms;
let department: Department;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());

const count = (to: number) => Array.from({ length: to }, (_, at) => at + 1);

test('fifty publications at once get fifty numbers without a gap, and fifty addresses', async () => {
  const drafts: string[] = [];
  for (const _ of count(COUNT)) drafts.push(await department.approved({ title: '同时发布' }));
  const before = (await department.rows('change')).length;

  await Promise.all(drafts.map((documentId) => department.items.publish({ documentId })));

  const published = await department.rows('item', { documentId: { $in: drafts }, publishedAt: { $ne: null } });
  expect(published).toHaveLength(COUNT);
  expect(published.map((row) => Number(String(row['indexNo']).slice(-5))).sort((a, b) => a - b)).toEqual(count(COUNT));
  expect(new Set(published.map((row) => row['slug'])).size).toBe(COUNT);
  const changes = await department.rows('change');
  expect(changes.slice(before).map((row) => row['seq'])).toEqual(count(COUNT).map((at) => before + at));
}, 120_000);

test('one item published by many at once has one public version', async () => {
  const documentId = await department.approved({ title: '众人同发' });
  await Promise.all(count(8).map(() => department.items.publish({ documentId })));
  expect(await department.rows('item', { documentId, publishedAt: { $ne: null } })).toHaveLength(1);
  expect(await department.rows('change', { subject: documentId, isLatest: true })).toHaveLength(1);
  expect(await department.rows('address', { subject: documentId })).toHaveLength(1);
}, 60_000);

test('a bulk action publishes in one transaction, in parallel, and equal titles do not collide', async () => {
  const drafts = [await department.approved({ title: '批量' }), await department.approved({ title: '批量' })];
  await cms.strapi.db.transaction(() =>
    Promise.all(drafts.map((documentId) => department.items.publish({ documentId }))),
  );
  const published = await department.rows('item', { documentId: { $in: drafts }, publishedAt: { $ne: null } });
  expect(published.map((row) => row['slug']).sort()).toEqual(['pi-liang', 'pi-liang-2']);
});
