import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;
let admin: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
}, 120_000);
afterAll(() => cms.stop());

describe('the content under review', () => {
  test('names what it points to, and carries the hash that a review of it has', async () => {
    const documentId = await department.draft({ title: '送审的内容' });
    const { status, body } = await admin('GET', `/disclosure/items/${documentId}/draft`);
    expect(status).toBe(200);
    const { content, contentHash } = body.data;
    expect(content).toMatchObject({ title: '送审的内容', attachments: [], interprets: [] });
    expect(content.publisher.name).toEqual(expect.any(String));
    expect(content.categories[0].name).toEqual(expect.any(String));

    await admin('POST', `/disclosure/items/${documentId}/reviews`, { note: '' });
    const { body: reviews } = await admin('GET', `/disclosure/items/${documentId}/reviews`);
    expect(reviews.data[0]).toMatchObject({ state: 'open', contentHash });
  });

  test('holds nothing of the row that does not become public', async () => {
    const documentId = await department.draft({ title: '内部的列' });
    const { body } = await admin('GET', `/disclosure/items/${documentId}/draft`);
    for (const column of ['id', 'contributors', 'importKey', 'withdrawalReason', 'updatedAt']) {
      expect(body.data.content).not.toHaveProperty(column);
    }
  });

  test('is not there for an item that is not', async () => {
    expect((await admin('GET', '/disclosure/items/nothing/draft')).status).toBe(404);
  });
});

test('whoever writes a chain is told the roles that its steps can name', async () => {
  const { body } = await admin('GET', '/disclosure/review-roles');
  expect(body.data).toContainEqual({ code: 'disclosure-head', name: '主要领导' });
});
