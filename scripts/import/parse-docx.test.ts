import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx';
import { describe, expect, test } from 'vitest';
import { parseDocx } from './parse-docx.ts';

const FILE = { title: '文件名', versionOn: null };
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const word = (children: FileChild[]): Promise<Buffer> => Packer.toBuffer(new Document({ sections: [{ children }] }));
const centred = (text: string): Paragraph => new Paragraph({ text, alignment: AlignmentType.CENTER });
const parse = async (children: FileChild[]) => parseDocx(await word(children), FILE);

describe('the title', () => {
  const styled = (text: string, heading: 'Title' | 'Heading1' | 'Heading2'): Paragraph =>
    new Paragraph({ text, heading });

  test.each([
    [
      'the title style',
      [styled('年度报告', HeadingLevel.TITLE), styled('总体情况', HeadingLevel.HEADING_1), new Paragraph('甲。')],
    ],
    [
      'the first heading',
      [styled('年度报告', HeadingLevel.HEADING_1), styled('总体情况', HeadingLevel.HEADING_2), new Paragraph('甲。')],
    ],
    ['centred lines', [centred('年度'), centred('报告'), new Paragraph('一、总体情况'), new Paragraph('甲。')]],
    ['the first line', [new Paragraph('年度报告'), new Paragraph('一、总体情况'), new Paragraph('甲。')]],
  ])('is %s', async (_, children) => {
    const document = await parse(children);
    expect(document.title).toBe('年度报告');
    expect(document.bodyHtml).toMatch(/^<h2>(?:一、)?总体情况<\/h2>\n<p>甲。<\/p>$/);
  });
});

test('keeps tables with joined cells, pictures and the place of the signature', async () => {
  const cell = (text: string, columnSpan = 1): TableCell =>
    new TableCell({ children: [new Paragraph(text)], columnSpan });
  const document = await parse([
    centred('关于供水的通知'),
    new Table({
      rows: [new TableRow({ children: [cell('场所', 2)] }), new TableRow({ children: [cell('甲'), cell('乙')] })],
    }),
    new Paragraph({
      children: [
        new ImageRun({ type: 'png', data: Buffer.from(PIXEL, 'base64'), transformation: { width: 9, height: 9 } }),
      ],
    }),
    new Paragraph({ text: '2019年11月11日', alignment: AlignmentType.RIGHT }),
  ]);
  expect(document.bodyHtml).toContain('<td colspan="2"><p>场所</p></td>');
  expect(document.images.map(({ name }) => name)).toEqual([expect.stringMatching(/^image-[0-9a-f]{12}\.png$/)]);
  expect(document.bodyHtml).toContain(`<img src="files/${document.images[0]?.name}" />`);
  expect(document.bodyHtml).toContain('<p style="text-align:right">2019年11月11日</p>');
  expect(document.writtenOn).toBe('2019-11-11');
});

describe('refuses', () => {
  test('an encrypted or old file', async () => {
    await expect(parseDocx(Buffer.from('d0cf11e0a1b11ae1ffff', 'hex'), FILE)).rejects.toThrow(/已加密/);
  });

  test('a file that is cut off', async () => {
    const whole = await word([new Paragraph('甲')]);
    await expect(parseDocx(whole.subarray(0, whole.length / 2), FILE)).rejects.toThrow(/已损坏/);
  });

  test('a ZIP file that is no document', async () => {
    await expect(parseDocx(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), FILE)).rejects.toThrow(
      /已损坏/,
    );
  });
});
