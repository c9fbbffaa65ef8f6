import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { agreeToAll } from './support/people.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;
/** A media library on another host, which answers when it is let to. */
let host: Server;
let release: () => void;
let released: Promise<void>;
let asked: Promise<void>;
const requests: string[] = [];

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());
afterAll(() => host.close());

beforeAll(async () => {
  let noteAsked: () => void;
  asked = new Promise((done) => (noteAsked = done));
  released = new Promise((done) => (release = done));
  host = createServer((request, response) => {
    noteAsked();
    requests.push(request.url ?? '');
    void released.then(() => response.end(`bytes of ${request.url}`));
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
});

async function remoteFile(name: string, alternativeText: string | null = null): Promise<number> {
  const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/${name}`;
  const file = {
    name,
    url,
    hash: name,
    ext: '.txt',
    mime: 'text/plain',
    size: 1,
    alternativeText,
    provider: 'remote',
  };
  const { id } = await cms.strapi.db.query('plugin::upload.file').create({ data: file });
  return id as number;
}
const sha256Of = (name: string) => createHash('sha256').update(`bytes of /${name}`).digest('hex');

async function attachmentsOf(subject: string): Promise<string[]> {
  const [change] = await department.rows('change', { subject, isLatest: true });
  const { attachments } = JSON.parse(String(change?.['payload'])) as { attachments: { sha256: string }[] };
  return attachments.map((attachment) => attachment.sha256);
}

describe('a slow host of files', () => {
  test("holds up nobody else's publication, and an edit made meanwhile is what is under review", async () => {
    const slow = await department.draft({ title: '慢附件', attachments: [await remoteFile('first.txt')] });
    const submission = department.reviews.submit({ documentId: slow }, department.staff.officer);
    await asked;

    const quick = await department.published({ title: '不必等待' });
    expect(await department.rows('change', { subject: quick })).toHaveLength(1);

    await department.items.update({
      documentId: slow,
      data: { title: '改了附件', attachments: [await remoteFile('second.txt')] },
    });
    release();
    await agreeToAll(department.reviews, await submission, department.staff);
    await department.items.publish({ documentId: slow });
    expect(await attachmentsOf(slow)).toEqual([sha256Of('second.txt')]);
  });

  test('is asked before the lock is taken, also where a draft is saved and published in one transaction', async () => {
    const documentId = await department.approved({ title: '保存并发布', attachments: [await remoteFile('once.txt')] });
    const before = requests.length;
    const asksOf = () => requests.slice(before).filter((url) => url === '/once.txt').length;
    await cms.strapi.db.transaction(async () => {
      await department.items.update({ documentId, data: { title: '保存并发布' } });
      expect(asksOf()).toBe(1);
      await department.items.publish({ documentId });
    });
    expect(asksOf()).toBe(1);
    expect(await attachmentsOf(documentId)).toEqual([sha256Of('once.txt')]);
  });

  test('publishes what a file says anew when only that was changed', async () => {
    const file = await remoteFile('described.txt', 'described.txt');
    const documentId = await department.published({ attachments: [file] });
    const textsOf = async () => {
      const rows = await department.rows('change', { subject: documentId });
      return rows.map((row) => JSON.parse(String(row['payload'])).attachments[0].accessibleText);
    };
    expect(await textsOf()).toEqual([null]);
    await cms.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: file }, data: { alternativeText: '一张流程图：申请、受理、办结。' } });
    await department.publish(documentId);
    expect(await textsOf()).toEqual([null, '一张流程图：申请、受理、办结。']);
  });

  test('that has lost a file keeps the item from being published', async () => {
    const documentId = await department.draft({ attachments: [await remoteFile('kept.txt')] });
    host.close();
    host.closeAllConnections();
    expect((await refusalOf(department.publish(documentId))).problems).toEqual(['attachments: attachment_missing']);
  });
});
