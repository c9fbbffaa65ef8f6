import { readFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as docx from 'docx';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Answer, type Json } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ID = '11010519491231002X';
/** The test file of the makers of virus scanners, https://www.eicar.org, in two halves: in one, this file would be it. */
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

let cms: RunningCms;
let department: Department;
let token: string;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  token = await signIn(cms);
}, 120_000);
afterAll(() => cms.stop());

async function upload(name: string, content: Buffer | string, replaces?: number): Promise<Answer> {
  const form = new FormData();
  form.append('files', new Blob([content as never]), name);
  if (replaces !== undefined) form.append('fileInfo', JSON.stringify({ name }));
  const response = await fetch(`${cms.url}/upload${replaces === undefined ? '' : `?id=${replaces}`}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

async function uploaded(name: string, content: Buffer | string): Promise<number> {
  const { status, body } = await upload(name, content);
  expect(status, JSON.stringify(body)).toBe(201);
  return body[0].id;
}

async function word(text: string): Promise<Buffer> {
  const children = [new docx.Paragraph(text)];
  return docx.Packer.toBuffer(new docx.Document({ creator: '张三', sections: [{ children }] }));
}

async function pdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor('Zhang San');
  document.addPage().drawText(text);
  return Buffer.from(await document.save());
}

const findingsOf = async (documentId: string): Promise<Json> =>
  (await callerFor(cms, token)('GET', `/disclosure/items/${documentId}/findings`)).body.data;

describe('a file', () => {
  test.each([
    ['表格.docx', 'a text', '文件内容与扩展名不符'],
    ['表格.pdf', 'no PDF', '文件内容与扩展名不符'],
    ['包.zip', Buffer.from('504b0304ffff', 'hex'), '文件已损坏'],
  ])('%s that is none is not taken', async (name, content, reason) => {
    const { status, body } = await upload(name, content);
    expect([status, body.error.details?.code ?? body.error.message]).toEqual([400, 'attachment_refused']);
    expect(body.error.message).toContain(reason);
  });

  test('is judged again when other bytes take its place', async () => {
    const id = await uploaded('原来.docx', await word('原来'));
    const { status, body } = await upload('原来.docx', 'a text', id);
    expect([status, body.error.details?.code]).toEqual([400, 'attachment_refused']);
  });
});

describe('an attachment', () => {
  test('is published as a copy without metadata, the same each time; of the original the hash is kept', async () => {
    const attachments = [
      await uploaded('办法.docx', await word('办法全文')),
      await uploaded('图.pdf', await pdf('plan')),
    ];
    const documentId = await department.published({ attachments });
    const [change] = await department.rows('change', { subject: documentId });
    const published = JSON.parse(String(change?.['payload'])).attachments as { sha256: string; size: number }[];
    const rows = await department.rows('change-file', { subject: documentId });
    expect(rows.map((row) => row['sha256'])).toEqual(published.map(({ sha256 }) => sha256));
    for (const row of rows) expect(row['originalSha256']).toMatch(/^[0-9a-f]{64}$/);
    for (const { sha256, size } of published) {
      const bytes = await readFile(join(cms.dataDir, 'cms/published-files', sha256.slice(0, 2), sha256));
      expect(bytes.length).toBe(size);
      expect(bytes.includes('张三') || bytes.includes('Zhang San')).toBe(false);
    }

    await department.items.update({ documentId, data: { title: '改了标题' } });
    await department.publish(documentId);
    const again = JSON.parse(
      String((await department.rows('change', { subject: documentId, isLatest: true }))[0]?.['payload']),
    );
    expect(again.attachments).toEqual(published);
  });

  test('with a number of an identity card keeps the item from being published, and says where it stands', async () => {
    const documentId = await department.draft({ attachments: [await uploaded('名单.docx', await word(`张三 ${ID}`))] });
    const refusal = await refusalOf(department.publish(documentId));
    expect(refusal).toMatchObject({ code: 'publish_incomplete', problems: ['attachments: checks_failed'] });
    expect((await findingsOf(documentId)).findings).toMatchObject([
      { rule: 'citizen_number', severity: 'error', part: '名单.docx', found: ID, suggestion: '11*************02X' },
    ]);
    expect(await department.rows('change', { subject: documentId })).toEqual([]);
  });

  test('says where in a table its personal data stands', async () => {
    const documentId = await department.draft({
      attachments: [await uploaded('名单.csv', `姓名,电话\n甲,13800138000\n`)],
    });
    expect((await findingsOf(documentId)).findings).toMatchObject([{ part: '名单.csv › 第 2 行', at: 2 }]);
  });
});

describe('the text of an item', () => {
  test('with personal data is not published; with a mobile number for enquiries it is', async () => {
    const documentId = await department.draft({ body: `<p>甲 ${ID}</p>` });
    expect((await refusalOf(department.publish(documentId))).problems).toEqual(['body: checks_failed']);
    await department.items.update({ documentId, data: { body: '<p>咨询电话：13800138000</p>' } });
    await department.publish(documentId);
    expect(await department.rows('change', { subject: documentId })).toHaveLength(1);
  });

  test('is compared with the others: title, links, and what its category requires', async () => {
    await department.published({ title: '同名的通知' });
    const { documentId: category } = await department.categories.create({
      data: {
        code: 'lists',
        name: '清单',
        contentElements: [
          { value: '申请条件、办理程序', required: true },
          { value: '审批结果', required: true },
        ],
      },
    });
    const documentId = await department.draft({
      title: '同名的通知',
      body: '<p>办理程序见<a href="/items/gone/">这里</a></p>',
      categories: [category],
    });
    const { findings } = await findingsOf(documentId);
    expect(findings.map(({ rule, found }: Json) => `${rule} ${found}`)).toEqual([
      'title_duplicated 同名的通知',
      'link_dead /items/gone/',
      'element_missing 审批结果',
    ]);
    await department.publish(documentId);
  });
});

describe('links of a body to this site', () => {
  const link = (href: string) => `<a href="${href}">${href}</a>`;
  const deadLinksOf = async (documentId: string): Promise<Json> =>
    (await findingsOf(documentId)).findings
      .filter(({ rule }: Json) => rule === 'link_dead')
      .map(({ found }: Json) => found);
  const slugOf = async (documentId: string): Promise<Json> =>
    (await department.items.findOne({ documentId, status: 'published' }))?.['slug'];

  test('are found where no file, item, category or organ is, and where the reader of the item may not go', async () => {
    const file = await uploaded('办法.txt', '全文');
    const slug = await slugOf(await department.published({ title: '有附件的通知', attachments: [file] }));
    const staffSlug = await slugOf(await department.published({ title: '内部的通知', scope: 'internal' }));
    const there = [`/items/${slug}/`, `/items/${slug}/files/办法.txt`, '/catalogue/plans/', '/organs/zjj/', '/organs/'];
    const dead = [`/items/${slug}/files/附表.txt`, `/items/${staffSlug}/`, '/catalogue/gone/', '/organs/gone/'];
    const body = `<p>${[...there, ...dead].map(link).join('，')}</p>`;
    const documentId = await department.draft({ title: '有链接的通知', body });
    expect(await deadLinksOf(documentId)).toEqual(dead);
    await department.items.update({ documentId, data: { scope: 'internal' } });
    expect(await deadLinksOf(documentId)).not.toContain(`/items/${staffSlug}/`);
  });

  test('are followed to the files of the item itself, as its next version would have them', async () => {
    const attachments = [await uploaded('附表.txt', '表')];
    const documentId = await department.published({ title: '引用自己附件的通知', attachments });
    const own = [`/items/${await slugOf(documentId)}/files/附表.txt`, 'files/没有.txt'];
    await department.items.update({ documentId, data: { body: `<p>${own.map(link).join('，')}</p>` } });
    expect(await deadLinksOf(documentId)).toEqual(['files/没有.txt']);
    await department.items.update({ documentId, data: { attachments: [] } });
    expect(await deadLinksOf(documentId)).toEqual(own);
  });

  test('to an upload that is gone are an error, because they keep the item from being published', async () => {
    const documentId = await department.draft({
      title: '引用已删文件的通知',
      body: `<p>${link('/uploads/gone.pdf')}</p>`,
    });
    expect((await findingsOf(documentId)).findings).toMatchObject([
      { rule: 'file_missing', severity: 'error', place: 'body', found: 'gone.pdf' },
    ]);
  });
});

describe('usual wording', () => {
  const TYPO = '按照国家有关归定办理。';
  const unusual = { rule: 'unusual_wording', severity: 'warning', found: '关归定', suggestion: '关规定' };

  test('is compared with the stored text and with files, warns, and keeps nothing from being published', async () => {
    const attachments = [await uploaded('办法.docx', await word(TYPO))];
    const documentId = await department.draft({ title: '用词少见的通知', body: `<p>${TYPO}</p>`, attachments });
    const { inText, findings } = await findingsOf(documentId);
    expect(inText).toMatchObject([{ ...unusual, place: 'body' }]);
    expect(findings).toMatchObject([{ ...unusual, place: 'attachments', part: '办法.docx' }]);
    await department.publish(documentId);
    expect(await department.rows('change', { subject: documentId })).toHaveLength(1);
  });
});

describe('a virus scanner', () => {
  const config = () => cms.strapi.config.get('plugin::disclosure') as { clamav: unknown };
  let scanner: Server;
  const connections = new Set<Socket>();

  /** Speaks INSTREAM as clamd does, and knows one virus. */
  async function startScanner(): Promise<void> {
    scanner = createServer((socket) => {
      connections.add(socket);
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (piece: Buffer) => {
        received = Buffer.concat([received, piece]);
        let at = 'zINSTREAM\0'.length;
        const chunks: Buffer[] = [];
        while (at + 4 <= received.length) {
          const length = received.readUInt32BE(at);
          if (length === 0) {
            socket.end(Buffer.concat(chunks).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
            return;
          }
          chunks.push(received.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
    });
    await new Promise<void>((done) => scanner.listen(0, '127.0.0.1', done));
    config().clamav = { host: '127.0.0.1', port: (scanner.address() as AddressInfo).port };
  }

  function stopScanner(): Promise<unknown> {
    for (const connection of connections) connection.destroy();
    return new Promise((done) => scanner.close(done));
  }

  afterEach(() => {
    config().clamav = null;
  });

  test('that is not there is said not to have scanned', async () => {
    const documentId = await department.draft({ attachments: [await uploaded('未扫描.txt', '正文')] });
    expect((await findingsOf(documentId)).files).toEqual([{ name: '未扫描.txt', scan: 'not_scanned' }]);
  });

  test('keeps an infected file out, and one that was uploaded before it was known from being published', async () => {
    const documentId = await department.draft({ attachments: [await uploaded('早先.txt', EICAR)] });
    await startScanner();
    const { status, body } = await upload('病毒.txt', EICAR);
    expect([status, body.error.details.code]).toEqual([400, 'attachment_refused']);
    expect((await refusalOf(department.publish(documentId))).problems).toEqual(['attachments: checks_failed']);
    expect((await findingsOf(documentId)).files).toEqual([{ name: '早先.txt', scan: 'infected' }]);
    const clean = await department.draft({ attachments: [await uploaded('干净.txt', '正文')] });
    expect((await findingsOf(clean)).files).toEqual([{ name: '干净.txt', scan: 'clean' }]);
    await department.publish(clean);
    await stopScanner();
  });

  test('that does not answer lets nothing past', async () => {
    const documentId = await department.draft({ attachments: [await uploaded('等待.txt', '正文')] });
    await startScanner();
    await stopScanner();
    expect((await upload('新的.txt', '正文')).body.error.details.code).toBe('scanner_unreachable');
    expect((await refusalOf(department.publish(documentId))).problems).toEqual(['attachments: scanner_unreachable']);
    expect((await findingsOf(documentId)).files).toEqual([{ name: '等待.txt', scan: 'unreachable' }]);
  });
});
