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

const CATEGORY = 'plugin::disclosure.category';
const ORGAN = 'plugin::disclosure.organ';

async function latestOf(subject: string): Promise<Record<string, unknown>> {
  const [row] = await department.rows('change', { subject, isLatest: true });
  return JSON.parse(String(row?.['payload'])) as Record<string, unknown>;
}

test('the column of annual reports takes annual reports, and says what it refuses', async () => {
  const { documentId: category } = await cms.strapi.documents(CATEGORY as never).create({
    data: { name: '政府信息公开年报', code: 'nian-bao', purpose: 'annual_reports' } as never,
  });
  expect(await latestOf(category)).toMatchObject({ purpose: 'annual_reports' });

  const plan = await department.draft({ title: '2013年政务公开工作要点', categories: [category] });
  const { problems } = await refusalOf(department.publish(plan));
  expect(problems).toEqual(['categories: category_annual_reports_only']);

  const report = await department.published({ title: '某局2025年政府信息公开工作年度报告', categories: [category] });
  expect(await latestOf(report)).toMatchObject({ categories: [category] });
});

test('leaders, venues and ways to apply are public as soon as the organ is saved', async () => {
  const leaders = [{ name: '王某', post: '局长', duties: null }];
  const venues = [{ name: '窗口', address: '一楼', hours: '工作日', phone: '', holdings: '公开指南' }];
  const applicationWays = [{ way: '传真', place: '0558-5550002', note: null }];
  await cms.strapi.documents(ORGAN as never).update({
    documentId: department.organ,
    data: { leaders, venues, applicationWays } as never,
  });
  expect(await latestOf(department.organ)).toMatchObject({
    leaders: [{ name: '王某', post: '局长', duties: '' }],
    venues,
    applicationWays: [{ way: '传真', place: '0558-5550002', note: '' }],
  });
});

test('a row that lacks what readers need is refused, with its place', async () => {
  const update = cms.strapi.documents(ORGAN as never).update({
    documentId: department.organ,
    data: { venues: [{ name: '窗口', address: '', hours: '工作日' }] } as never,
  });
  const { message, problems } = await refusalOf(update);
  expect(problems).toEqual(['venues: field_invalid']);
  expect(message).toContain('第 1 行');
});
