import { spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from './find-files.ts';
import type { ImportRequest } from './import-request.ts';
import type { BatchApproval, Destination } from './command-line.ts';
import {
  type BatchEntry,
  type ImportTarget,
  type KnownDocument,
  type Outcome,
  type ReportRow,
  runImport,
} from './import-run.ts';

/** Keeps what it was told, as the CMS would. */
class Shelf implements ImportTarget {
  readonly requests = new Map<string, ImportRequest>();
  readonly batches: (BatchApproval & { readonly entries: readonly BatchEntry[] })[] = [];

  find(importKey: string): Promise<KnownDocument | null> {
    const request = this.requests.get(importKey);
    return Promise.resolve(request ? { hash: request.importHash, isSettled: request.publish } : null);
  }

  approve(batch: BatchApproval & { readonly entries: readonly BatchEntry[] }): Promise<string> {
    this.batches.push(batch);
    return Promise.resolve(`batch-${this.batches.length}`);
  }

  async importDocument(request: ImportRequest, batch: string | null): Promise<Outcome> {
    const { importKey, importHash } = request;
    const entries = this.batches[Number(batch?.slice(6)) - 1]?.entries ?? [];
    const isApproved = entries.some((entry) => entry.importKey === importKey && entry.importHash === importHash);
    if (request.publish && !isApproved) throw new Error('not approved');
    if (request.title === '坏')
      throw Object.assign(new Error('2 errors'), { details: { errors: [{ message: '请选择体裁。' }] } });
    const known = await this.find(importKey);
    this.requests.set(importKey, request);
    return known === null ? 'imported' : known.hash === importHash ? 'unchanged' : 'updated';
  }
}

let folder: string;
let shelf: Shelf;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gongkai-import-test-')), 'docs');
  await mkdir(join(folder, 'sub'), { recursive: true });
  shelf = new Shelf();
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const put = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content);

const APPROVAL = { name: '旧站文件', approvedBy: '局长 张某', basis: '局务会议纪要〔2026〕3号' };

async function run(options: { destination?: Destination; paths?: string[] } = {}): Promise<ReportRow[]> {
  return runImport({
    files: await findFiles(options.paths ?? [folder]),
    target: shelf,
    placementOf: (publisherName) => ({
      category: 'rules',
      publisher: 'zjj',
      responsible: 'office',
      subject: 'finance_audit',
      notes: publisherName === null ? [] : [`由${publisherName}制发`],
    }),
    destination: options.destination ?? { kind: 'publication', approval: APPROVAL },
  });
}

const outcomes = (rows: readonly ReportRow[]) => Object.fromEntries(rows.map(({ file, outcome }) => [file, outcome]));

test('imports once, then finds it unchanged, then updates what changed', async () => {
  await put('a.txt', '关于供水的通知\n请执行。');
  await put('sub/b.md', '# 办法\n\n甲。');
  expect(outcomes(await run())).toEqual({ 'docs/a.txt': 'imported', 'docs/sub/b.md': 'imported' });
  expect(outcomes(await run())).toEqual({ 'docs/a.txt': 'unchanged', 'docs/sub/b.md': 'unchanged' });
  await put('a.txt', '关于供水的通知\n请认真执行。');
  expect(outcomes(await run())).toEqual({ 'docs/a.txt': 'updated', 'docs/sub/b.md': 'unchanged' });
});

test('a file given by itself is the same document as in its folder', async () => {
  await put('a.txt', '关于供水的通知\n请执行。');
  await run();
  expect(outcomes(await run({ paths: [join(folder, 'a.txt')] }))).toEqual({ 'docs/a.txt': 'unchanged' });
});

test('two versions of one regulation are two items', async () => {
  await put('条例(2001-01-01).md', '# 条例\n\n甲。');
  await put('条例(2011-01-08).md', '# 条例\n\n乙。');
  await run();
  expect([...shelf.requests.values()].map(({ title, originalDate }) => [title, originalDate])).toEqual([
    ['条例', '2001-01-01'],
    ['条例', '2011-01-08'],
  ]);
});

test('a dry run says what would happen and gives nothing away', async () => {
  await put('a.txt', '关于供水的通知\n请执行。');
  expect(outcomes(await run({ destination: { kind: 'check', missing: [] } }))).toEqual({ 'docs/a.txt': 'imported' });
  expect(shelf.requests.size).toBe(0);
});

describe('what is to be public is approved as one batch', () => {
  const entriesOf = (keys: readonly string[]) =>
    keys.map((importKey) => ({ importKey, importHash: shelf.requests.get(importKey)?.importHash }));

  test('with every document that can be read, as it is', async () => {
    await put('a.txt', '关于供水的通知\n请执行。');
    await put('sub/b.md', '# 办法\n\n甲。');
    await put('empty.txt', '');
    await run();
    expect(shelf.batches).toEqual([{ ...APPROVAL, entries: expect.any(Array) as BatchEntry[] }]);
    expect(shelf.batches[0]?.entries).toHaveLength(2);
    expect(shelf.batches[0]?.entries).toEqual(expect.arrayContaining(entriesOf(['docs/a.txt', 'docs/sub/b.md'])));
  });

  test('without what is public already, and not at all when everything is', async () => {
    await put('a.txt', '关于供水的通知\n请执行。');
    await run();
    await put('b.txt', '关于排水的通知\n请执行。');
    await run();
    await run();
    expect(shelf.batches).toHaveLength(2);
    expect(shelf.batches[1]?.entries).toEqual(entriesOf(['docs/b.txt']));
  });

  test('after it was imported as a draft, too', async () => {
    await put('a.txt', '关于供水的通知\n请执行。');
    expect(outcomes(await run({ destination: { kind: 'drafts' } }))).toEqual({ 'docs/a.txt': 'imported' });
    expect(shelf.batches).toEqual([]);
    expect(shelf.requests.get('docs/a.txt')?.publish).toBe(false);
    expect(outcomes(await run())).toEqual({ 'docs/a.txt': 'unchanged' });
    expect(shelf.requests.get('docs/a.txt')?.publish).toBe(true);
    expect(shelf.batches[0]?.entries).toEqual(entriesOf(['docs/a.txt']));
  });
});

describe('a file that cannot be imported stops no other', () => {
  test.each([
    ['empty.txt', '', '文件是空的'],
    ['a.pdf', '%PDF', 'PDF 不能作为正文导入：请导入其 .docx 原文，PDF 可在后台作为附件上传'],
    ['a.doc', 'x', '旧版 Word 或 WPS 文件：请另存为 .docx 后导入'],
    ['a.xyz', 'x', '不支持的文件类型“.xyz”：只能导入 .txt、.md、.html、.htm、.docx'],
    ['a.docx', 'PK', '文件已损坏：不是有效的 .docx'],
    ['bad.txt', '坏\n正文。', '请选择体裁。'],
  ])('%s', async (name, content, reason) => {
    await put(name, content);
    await put('good.txt', '关于供水的通知\n请执行。');
    const rows = await run();
    expect(rows).toContainEqual({ outcome: 'refused', file: `docs/${name}`, reason });
    expect(outcomes(rows)['docs/good.txt']).toBe('imported');
  });

  test.each(['none.txt', 'none.pdf', 'none', 'none/below.txt'])('a path that is not there: %s', async (name) => {
    expect(await run({ paths: [join(folder, name)] })).toMatchObject([{ reason: '找不到文件：请检查路径是否写对' }]);
  });

  test.each([
    ['to a document', '../outside.txt'],
    ['to a folder', '..'],
    ['to nothing', 'none.txt'],
  ])('a symbolic link %s', async (_, target) => {
    await writeFile(join(folder, '../outside.txt'), '关于供水的通知\n请执行。');
    await symlink(join(folder, target), join(folder, 'link.txt'));
    await put('good.txt', '关于供水的通知\n请执行。');
    expect(await run()).toMatchObject([
      { outcome: 'imported', file: 'docs/good.txt' },
      { outcome: 'refused', file: 'docs/link.txt', reason: '是符号链接，不跟随：请把它指向的文件本身放进文件夹' },
    ]);
  });

  test('a pipe, which nobody may ever write into', async () => {
    spawnSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await run()).toMatchObject([{ reason: '不是普通文件（管道、设备等），不能导入' }]);
  });
});

test('what the placement of a document says is a note of its row', async () => {
  await put('a.txt', '关于供水的通知\n请执行。\n某市水务局\n2024年3月1日');
  expect(await run()).toMatchObject([{ notes: ['由某市水务局制发'] }]);
  expect(shelf.requests.get('docs/a.txt')).toMatchObject({ subject: 'finance_audit', source: '某市水务局' });
});

describe('linked files', () => {
  const page = (href: string): string =>
    `<main><p>正文内容在这里，足够长，可以认作正文的主体。</p><a href="${href}">申请表</a></main>`;

  test('come along as attachments and are no documents of their own', async () => {
    await put('p.html', page('sub/form.pdf'));
    await put('sub/form.pdf', '%PDF');
    expect(outcomes(await run())).toEqual({ 'docs/p.html': 'imported' });
    expect(shelf.requests.get('docs/p.html')?.attachments).toEqual([
      { path: join(folder, 'sub/form.pdf'), name: '申请表.pdf' },
    ]);
  });

  test.each(['../secret.pdf', 'link.pdf', 'none.pdf'])('are taken from the given folder only: %s', async (href) => {
    await writeFile(join(folder, '../secret.pdf'), '%PDF');
    await symlink(join(folder, '../secret.pdf'), join(folder, 'link.pdf'));
    await put('p.html', page(href));
    await run();
    expect(shelf.requests.get('docs/p.html')?.attachments).toEqual([]);
  });
});
