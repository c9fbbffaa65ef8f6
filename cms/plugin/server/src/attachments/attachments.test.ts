import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import * as docx from 'docx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFile, contentKindOf, inspectFile, matchesName, type Inspection } from './index.ts';
import { OfficePackage } from './office-package.ts';
import { entryBytes, readZip } from './zip-archive.ts';

const DEMO_FILES = join(import.meta.dirname, '../../../../demo/files');
const ID = '11010519491231002X';

const textOf = ({ parts }: Inspection) => parts.map(({ text }) => text).join('\n');
const rulesOf = ({ notes }: Inspection) => notes.map(({ rule, part }) => (part === null ? rule : `${rule} ${part}`));
const partWith = ({ parts }: Inspection, text: string) => parts.find((each) => each.text.includes(text))?.part;

interface Packed {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says of the size, where that is a lie. */
  readonly statedSize?: number;
  readonly flags?: number;
}

/** An archive as any program makes one, and as an attacker does. */
function zip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, statedSize, flags = 0x800 } of files) {
    const isEmpty = content.length === 0;
    const packed = isEmpty ? content : deflateRawSync(content);
    const rawName = Buffer.from(name);
    const sizes = Buffer.alloc(22);
    sizes.writeUInt16LE(flags, 0);
    sizes.writeUInt16LE(isEmpty ? 0 : 8, 2);
    sizes.writeUInt32LE(crc32(content), 8);
    sizes.writeUInt32LE(packed.length, 12);
    sizes.writeUInt32LE(statedSize ?? content.length, 16);
    sizes.writeUInt16LE(rawName.length, 20);
    const local = Buffer.concat([Buffer.from('504b03041400', 'hex'), sizes, Buffer.alloc(2), rawName, packed]);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(at, 12);
    directory.push(Buffer.concat([Buffer.from('504b010214001400', 'hex'), sizes, tail, rawName]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = '张三';
  book.lastModifiedBy = '李四';
  book.company = '某某公司';
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function word(children: docx.Paragraph[], options: Partial<docx.IPropertiesOptions> = {}): Promise<Buffer> {
  const document = new docx.Document({ creator: '张三', lastModifiedBy: '李四', sections: [{ children }], ...options });
  return docx.Packer.toBuffer(document);
}

async function pdf(text = `ID ${ID}`): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor('Zhang San');
  document.setTitle('D:/lists/zhangsan.doc');
  document.addPage().drawText(text, { x: 50, y: 700 });
  document.addPage().drawText('second page');
  return Buffer.from(await document.save());
}

describe('what a file is', () => {
  test.each([
    ['a.docx', 'MZ\x90\0 a program', false],
    ['a.pdf', '<!DOCTYPE html><script>', false],
    ['a.pdf', 'plain text', false],
    ['a.txt', '正文', true],
    ['a.jpg', 'GIF89a', false],
    ['a.csv', '#!/bin/sh\n', false],
    ['a.txt', '<html>', false],
  ])('%s holding %j is accepted: %s', (name, content, isAccepted) => {
    expect(matchesName(contentKindOf(Buffer.from(content)), name)).toBe(isAccepted);
  });

  test('is told by content for everything that the demo publishes', () => {
    const pdfFile = readFileSync(join(DEMO_FILES, '预售资金监管图解.pdf'));
    expect(contentKindOf(pdfFile)).toBe('pdf');
    expect(contentKindOf(readFileSync(join(DEMO_FILES, 'feedback-form.docx')))).toBe('docx');
  });

  test('any bytes are told, inspected, and cleaned or refused', async () => {
    const beginnings = ['', 'PK\x03\x04', '%PDF-1.7\n', '\xff\xd8\xff\xe1', '\x89PNG\r\n\x1a\n', 'RIFF0000WEBP'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), async (beginning, rest) => {
        const bytes = Buffer.concat([Buffer.from(beginning, 'latin1'), rest]);
        await inspectFile(bytes);
        await cleanFile(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

describe('a workbook', () => {
  const book = () =>
    workbook((made) => {
      const list = made.addWorksheet('名单');
      list.addRow(['姓名', '证件', '电话']);
      list.addRow(['甲', '见右', 13800138000]);
      list.addRow(['乙', ID, 1]).hidden = true;
      list.getColumn(5).hidden = true;
      list.getCell('E2').value = '备用列13900139000';
      list.getCell('A2').note = '批注13700137000';
      made.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['底稿数据']);
    });

  test('is read with what it hides, and where', async () => {
    const found = await inspectFile(await book());
    expect(found.kind).toBe('xlsx');
    expect(partWith(found, '13800138000')).toBe('工作表“名单”');
    expect(partWith(found, ID)).toBe('工作表“名单”（隐藏的行）');
    expect(partWith(found, '13900139000')).toBe('工作表“名单”（隐藏的列）');
    expect(partWith(found, '底稿数据')).toBe('工作表“底稿”（隐藏的工作表）');
    expect(partWith(found, '13700137000')).toBe('批注');
    expect(found.parts.find(({ part }) => part === '工作表“名单”（隐藏的行）')?.rows).toEqual([3]);
    expect(rulesOf(found)).toContain('hidden_content 工作表“底稿”（隐藏的工作表）');
    expect(rulesOf(found)).toContain('comments_kept 批注');
  });

  test('loses its properties in the copy and nothing else, and the copy opens in another program', async () => {
    const original = await book();
    const copy = await cleanFile(original);
    expect(copy?.includes('张三')).toBe(false);
    expect(new OfficePackage(copy!).xmlOf('docProps/core.xml')).not.toContain('李四');
    expect(new OfficePackage(copy!).xmlOf('docProps/app.xml')).not.toContain('某某公司');
    const reopened = new ExcelJS.Workbook();
    await reopened.xlsx.load(copy as never);
    expect(reopened.getWorksheet('名单')?.getCell('B3').value).toBe(ID);
    expect(await inspectFile(copy!)).toEqual(await inspectFile(original));
    expect(await cleanFile(original)).toEqual(copy);
    expect(await cleanFile(copy!)).toBeNull();
  });
});

describe('a Word document', () => {
  const change = { id: 1, author: '王五', date: '2026-11-01T00:00:00Z' };
  const document = () =>
    word(
      [
        new docx.Paragraph({ children: [new docx.TextRun('正文'), new docx.TextRun({ text: '藏起', vanish: true })] }),
        new docx.Paragraph({
          children: [
            new docx.DeletedTextRun({ text: `删去${ID}`, ...change }),
            new docx.CommentRangeStart(0),
            new docx.TextRun('有批注'),
            new docx.CommentRangeEnd(0),
            new docx.TextRun({ children: [new docx.CommentReference(0)] }),
          ],
        }),
      ],
      { comments: { children: [{ id: 0, author: '赵六', children: [new docx.Paragraph('请核对13800138000')] }] } },
    );

  test('is read with its comments, deletions and hidden words', async () => {
    const found = await inspectFile(await document());
    expect(partWith(found, '正文')).toBeNull();
    expect(partWith(found, ID)).toBe('修订中删去的文字');
    expect(partWith(found, '藏起')).toBe('隐藏的文字');
    expect(partWith(found, '13800138000')).toBe('批注');
    expect(found.notes).toMatchObject([
      { rule: 'comments_kept', found: '赵六' },
      { rule: 'tracked_changes', found: '王五' },
      { rule: 'hidden_content' },
    ]);
  });

  test('loses its properties in the copy; comments and changes stay, for an editor to decide', async () => {
    const original = await document();
    const copy = await cleanFile(original);
    expect(new OfficePackage(copy!).xmlOf('docProps/core.xml')).not.toContain('张三');
    expect(await inspectFile(copy!)).toEqual(await inspectFile(original));
  });

  test('that carries macros is told, whatever its name', async () => {
    const original = await word([new docx.Paragraph('正文')]);
    const files = readZip(original).map((entry) => ({ name: entry.name, content: entryBytes(original, entry, 1e8) }));
    const withMacros = zip([...files, { name: 'word/vbaProject.bin', content: Buffer.from('macro') }]);
    expect(rulesOf(await inspectFile(withMacros))).toEqual(['has_macros']);
  });
});

describe('a PDF', () => {
  test('is read page by page', async () => {
    const found = await inspectFile(await pdf());
    expect(partWith(found, ID)).toBe('第 1 页');
    expect(partWith(found, 'second page')).toBe('第 2 页');
  });

  test('in Chinese is read and cleaned', async () => {
    const original = readFileSync(join(DEMO_FILES, '预售资金监管图解.pdf'));
    expect(textOf(await inspectFile(original))).toContain('一图读懂预售资金监管');
    const copy = await cleanFile(original);
    expect(textOf(await inspectFile(copy!))).toBe(textOf(await inspectFile(original)));
  });

  test('loses author, title and XMP in the copy, the same each time', async () => {
    const document = await PDFDocument.load(await pdf());
    const xmp = '<x><pdfaid:part>2</pdfaid:part><dc:creator>Zhang San</dc:creator></x>';
    document.catalog.set(PDFName.of('Metadata'), document.context.register(document.context.stream(xmp)));
    const original = Buffer.from(await document.save());
    const copy = await cleanFile(original);
    const reopened = await PDFDocument.load(copy!, { updateMetadata: false });
    expect([reopened.getAuthor(), reopened.getTitle(), reopened.getCreationDate()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(copy!.toString('latin1')).not.toContain('Zhang San');
    expect(copy!.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(await cleanFile(original)).toEqual(copy);
  });

  test('without text is said to be none that was checked', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(rulesOf(await inspectFile(Buffer.from(await document.save())))).toEqual(['no_text_layer']);
  });

  test('that is signed is left as it is', async () => {
    const signed = Buffer.concat([await pdf(), Buffer.from('\n<< /Type /Sig /ByteRange [0 1 2 3] >>\n%%EOF')]);
    expect(rulesOf(await inspectFile(signed))).toContain('file_signed');
    expect(await cleanFile(signed)).toBeNull();
  });
});

describe('an archive', () => {
  const inner = () => zip([{ name: '名单.txt', content: Buffer.from(`张三 ${ID}`) }]);

  test('is read with what is in it', async () => {
    const found = await inspectFile(zip([{ name: '附件/名单.zip', content: inner() }]));
    expect(partWith(found, ID)).toBe('附件/名单.zip › 名单.txt');
  });

  test.each([
    ['holds a program', [{ name: 'setup.txt', content: Buffer.from('MZ program') }], 'archive_holds_program setup.txt'],
    ['holds a script by name', [{ name: 'a.vbs', content: Buffer.from('x') }], 'archive_holds_program a.vbs'],
    ['has a password', [{ name: 'a.txt', content: Buffer.from('x'), flags: 1 }], 'archive_encrypted a.txt'],
    [
      'unpacks to far more than it is',
      [{ name: 'bomb', content: Buffer.alloc(64 * 1024 * 1024) }],
      'archive_too_large',
    ],
    [
      'lies about what it unpacks to',
      [{ name: 'bomb', content: Buffer.alloc(1024 * 1024), statedSize: 10 }],
      'archive_too_large bomb',
    ],
    [
      'holds too many files',
      Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(0) })),
      'archive_too_many',
    ],
    [
      'lies in archives too deep',
      [{ name: 'a.zip', content: zip([{ name: 'b.zip', content: inner() }]) }],
      'archive_nested a.zip › b.zip',
    ],
  ] as const)(
    'that %s is told',
    async (_what, files, expected) => {
      expect(rulesOf(await inspectFile(zip(files)))).toContain(expected);
    },
    30_000,
  );
});

describe('a picture', () => {
  const scan = Buffer.from('ffda0008010100003f00' + '12ff0034ffd0' + 'ffd9', 'hex');
  const exif = (orientation: string) =>
    Buffer.from(
      `ffe10022457869660000${'4d4d002a00000008'}0001011200030000000100${orientation}0000${'00000000'}`,
      'hex',
    );
  const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
  const comment = Buffer.concat([Buffer.from('fffe0009', 'hex'), Buffer.from('secret!')]);

  test('of JPEG keeps what is seen, and how it is turned', async () => {
    const start = Buffer.from('ffd8', 'hex');
    const cleaned = await cleanFile(Buffer.concat([start, jfif, exif('06'), comment, scan, Buffer.from('trailer')]));
    expect(cleaned?.toString('hex')).toBe(Buffer.concat([start, jfif, exif('06'), scan]).toString('hex'));
  });

  test('of PNG loses its texts', async () => {
    const chunk = (type: string, content: string) => {
      const body = Buffer.concat([Buffer.from(type), Buffer.from(content)]);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(content.length);
      const check = Buffer.alloc(4);
      check.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, check]);
    };
    const signature = Buffer.from('89504e470d0a1a0a', 'hex');
    const [head, data, end] = [chunk('IHDR', 'x'.repeat(13)), chunk('IDAT', 'data'), chunk('IEND', '')];
    const original = Buffer.concat([
      signature,
      head,
      chunk('tEXt', 'Author\0Zhang'),
      data,
      chunk('tIME', 'x'.repeat(7)),
      end,
    ]);
    expect(await cleanFile(original)).toEqual(Buffer.concat([signature, head, data, end]));
  });
});
