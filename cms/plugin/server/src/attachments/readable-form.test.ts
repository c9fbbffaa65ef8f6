import * as docx from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { evenHeadings } from './even-headings.ts';
import { readableForm } from './readable-form.ts';
import { rewriteZip } from './zip-writer.ts';
import { readZip } from './zip-archive.ts';

async function word(children: readonly (docx.Paragraph | docx.Table)[]): Promise<Buffer> {
  return docx.Packer.toBuffer(new docx.Document({ sections: [{ children: [...children] }] }));
}

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const cell = (text: string) => new docx.TableCell({ children: [new docx.Paragraph(text)] });
const row = (...texts: string[]) => new docx.TableRow({ children: texts.map(cell) });
const htmlOf = async (bytes: Buffer) => (await readableForm(bytes))?.html ?? '';

describe('a document', () => {
  test('keeps its headings, text and tables, whose first row heads the columns', async () => {
    const html = await htmlOf(
      await word([
        new docx.Paragraph({ text: '申请公租房须知', heading: docx.HeadingLevel.TITLE }),
        new docx.Paragraph({ text: '一、条件', heading: docx.HeadingLevel.HEADING_1 }),
        new docx.Paragraph('有本市户籍 < 十年'),
        new docx.Table({ rows: [row('材料', '份数'), row('申请表', '一份')] }),
      ]),
    );
    expect(html).toBe(
      '<h2>申请公租房须知</h2><h2>一、条件</h2><p>有本市户籍 &lt; 十年</p>' +
        '<table><thead><tr><th scope="col"><p>材料</p></th><th scope="col"><p>份数</p></th></tr></thead>' +
        '<tbody><tr><td><p>申请表</p></td><td><p>一份</p></td></tr></tbody></table>',
    );
  });

  test('of which every row is marked as a heading is read as a form, whose first row is one', async () => {
    const texts = [
      ['栏目', '填写内容'],
      ['姓名', ''],
    ];
    const rows = texts.map((each) => new docx.TableRow({ tableHeader: true, children: each.map(cell) }));
    const html = await htmlOf(await word([new docx.Table({ rows })]));
    expect(html.match(/<th\b/g)).toHaveLength(2);
    expect(html).toContain('<td><p>姓名</p></td>');
  });

  test('leaves out comments, with whoever made them', async () => {
    const bytes = await docx.Packer.toBuffer(
      new docx.Document({
        comments: { children: [{ id: 0, author: '张三', children: [new docx.Paragraph('不要公开')] }] },
        sections: [
          {
            children: [
              new docx.Paragraph({
                children: [new docx.CommentRangeStart(0), new docx.TextRun('正文'), new docx.CommentRangeEnd(0)],
              }),
            ],
          },
        ],
      }),
    );
    expect(await htmlOf(bytes)).toBe('<p>正文</p>');
  });

  test('that hides words has no page', async () => {
    const hidden = new docx.Paragraph({ children: [new docx.TextRun({ text: '身份证号', vanish: true })] });
    expect(await readableForm(await word([new docx.Paragraph('正文'), hidden]))).toEqual({
      html: null,
      isCut: false,
      refusal: 'hidden_content',
    });
  });

  test('that hides words by a style has no page', async () => {
    const document = new docx.Document({
      styles: { characterStyles: [{ id: 'Unseen', name: 'Unseen', run: { vanish: true } }] },
      sections: [{ children: [new docx.Paragraph({ children: [new docx.TextRun({ text: '藏', style: 'Unseen' })] })] }],
    });
    expect(await readableForm(await docx.Packer.toBuffer(document))).toMatchObject({ refusal: 'hidden_content' });
  });

  test('brings no script, style or picture along, and no link to anything but an address', async () => {
    const html = await htmlOf(
      await word([
        new docx.Paragraph({
          children: [
            new docx.ExternalHyperlink({ link: 'javascript:alert(1)', children: [new docx.TextRun('点我')] }),
            new docx.TextRun({ text: '红字', color: 'FF0000' }),
          ],
        }),
      ]),
    );
    expect(html).not.toMatch(/javascript|style|<img/);
    expect(html).toContain('红字');
  });

  test('with a part that unpacks to far more than it should has no page', async () => {
    const bytes = await word([new docx.Paragraph('正文')]);
    const bomb = Buffer.alloc(60 * 1024 * 1024, ' ');
    const packed = rewriteZip(bytes, readZip(bytes), new Map([['word/styles.xml', bomb]]));
    expect(await readableForm(packed)).toMatchObject({ html: null, refusal: 'too_large' });
  });
});

describe('a workbook', () => {
  test('shows what its reader sees: days, shares, and cells that take several columns', async () => {
    const html = await htmlOf(
      await workbook((book) => {
        const sheet = book.addWorksheet('预算');
        sheet.addRow(['2026年收支预算表']);
        sheet.mergeCells('A1:C1');
        sheet.addRow(['项目', '日期', '占比']);
        sheet.addRow(['住房保障', new Date(Date.UTC(2026, 10, 2)), 0.125]);
        sheet.getCell('B3').numFmt = 'yyyy"年"m"月"d"日"';
        sheet.getCell('C3').numFmt = '0.0%';
      }),
    );
    expect(html).toBe(
      '<table><caption>2026年收支预算表</caption><thead><tr><th scope="col">项目</th><th scope="col">日期</th>' +
        '<th scope="col">占比</th></tr></thead><tbody><tr><td>住房保障</td><td>2026-11-02</td><td>12.5%</td></tr></tbody></table>',
    );
  });

  test('leaves out hidden sheets, rows and columns, and comments', async () => {
    const html = await htmlOf(
      await workbook((book) => {
        const sheet = book.addWorksheet('名单');
        sheet.addRow(['姓名', '身份证号', '结果']);
        sheet.addRow(['王某', '11010519491231002X', '通过']);
        sheet.addRow(['李某', '未公示', '未通过']);
        sheet.getColumn(2).hidden = true;
        sheet.getRow(3).hidden = true;
        sheet.getCell('A2').note = '电话13800138000';
        book.addWorksheet('底稿', { state: 'hidden' }).addRow(['底稿内容']);
      }),
    );
    expect(html).toContain('王某');
    for (const secret of ['11010519491231002X', '身份证号', '李某', '13800138000', '底稿']) {
      expect(html).not.toContain(secret);
    }
  });

  test('of several sheets names each', async () => {
    const html = await htmlOf(
      await workbook((book) => {
        for (const name of ['收入', '支出'])
          book.addWorksheet(name).addRows([
            ['科目', '金额'],
            ['合计', 1],
          ]);
      }),
    );
    expect(html.match(/<h2>[^<]*<\/h2>/g)).toEqual(['<h2>收入</h2>', '<h2>支出</h2>']);
  });

  test('that goes on and on is cut, and says so', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('表');
      for (let n = 0; n < 2500; n += 1) sheet.addRow(['行', n]);
    });
    const form = await readableForm(bytes);
    expect(form?.isCut).toBe(true);
    expect(form?.html?.match(/<tr>/g)).toHaveLength(2000);
  });
});

describe('a table of text', () => {
  test('has its quotes, its separator and its encoding read as they were meant', async () => {
    const html = await htmlOf(Buffer.from('\ufeff项目;金额\n"甲;乙";"1,000"\n'));
    expect(html).toContain('<td>甲;乙</td><td>1,000</td>');
    expect(await htmlOf(Buffer.from('cfeec4bf2cbdf0b6ee0a', 'hex'))).toContain('<th scope="col">项目</th>');
  });

  test('of nothing has no page', async () => {
    expect(await readableForm(Buffer.from('\n\n'))).toMatchObject({ refusal: 'empty' });
  });
});

test('other kinds of files have no page, and nothing is said of it', async () => {
  expect(await readableForm(Buffer.from('%PDF-1.7\n'))).toBeNull();
});

test('headings go down one level at a time', () => {
  expect(evenHeadings('<h3>甲</h3><h5>乙</h5><h3>丙</h3><h2>丁</h2><h4>戊</h4>')).toBe(
    '<h2>甲</h2><h3>乙</h3><h2>丙</h2><h2>丁</h2><h3>戊</h3>',
  );
});
