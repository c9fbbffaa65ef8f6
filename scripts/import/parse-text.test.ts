import { describe, expect, test } from 'vitest';
import { parseText } from './parse-text.ts';

const FILE = { title: '文件名', versionOn: null };
const bodyOf = (text: string): string[] => parseText(text, FILE).bodyHtml.split('\n');

describe('the head of a page', () => {
  const page = (head: string): string => `${head}\n\n    为了规范管理，制定本办法。\n`;

  test('gives title, date and source, and leaves the body', () => {
    const head =
      '某市住房局\n您现在所在的位置: 首页 > 公开\n关于供水的通知\n发布时间:2013-02-28 09:30 来源:某市住房局 字体:[ ]';
    expect(parseText(page(head), FILE)).toMatchObject({
      title: '关于供水的通知',
      bodyHtml: '<p>为了规范管理，制定本办法。</p>',
      publisherName: '某市住房局',
      originalDate: '2013-02-28',
      originalTime: '09:30',
      source: '某市住房局',
      notes: [],
    });
  });

  test('joins a title that runs over two lines', () => {
    const head = '当前位置：首页\n某市人民政府关于\n供水的通知\n发布日期：2013年2月28日';
    expect(parseText(page(head), FILE).title).toBe('某市人民政府关于供水的通知');
  });

  test('may be a table of labels above the title', () => {
    const head = '索引号：X1 文号：某建〔2020〕07号\n成文日期：2020-01-02\n发布日期：2020-01-03\n关于供水的通知';
    expect(parseText(page(head), FILE)).toMatchObject({
      title: '关于供水的通知',
      docNo: '某建〔2020〕7号',
      writtenOn: '2020-01-02',
      originalDate: '2020-01-03',
    });
  });

  test.each([
    ['发布时间:2013-02-28 00:00', '发布时间为 00:00，真实时间未知'],
    ['成文日期：2013-02-30', '成文日期“2013-02-30”不是存在的日期，未采用'],
    ['文号：某建[2013]012号', '文号“某建[2013]012号”已规范为“某建〔2013〕12号”'],
    ['文号：某建二〇一三年十二号', '文号“某建二〇一三年十二号”不是标准格式，按原文保留'],
  ])('notes what is doubtful in %s', (line, note) => {
    expect(parseText(page(`标题\n${line}`), FILE).notes).toContain(note);
  });

  test('is not taken from the text of a notice', () => {
    const { title, bodyHtml } = parseText('会议通知\n现将有关事项通知如下：\n日期：下周三\n来源：各科室', FILE);
    expect(title).toBe('会议通知');
    expect(bodyHtml).toContain('<p>日期：下周三</p>\n<p>来源：各科室</p>');
  });
});

describe('the structure of a text', () => {
  test('makes headings of short numbered lines with text below them', () => {
    expect(bodyOf('标题\n一、目标\n正文。\n（一）范围\n正文。\n二、措施\n正文。')).toEqual([
      '<h2>一、目标</h2>',
      '<p>正文。</p>',
      '<h3>（一）范围</h3>',
      '<p>正文。</p>',
      '<h2>二、措施</h2>',
      '<p>正文。</p>',
    ]);
  });

  test('splits a heading from the paragraph it was glued to', () => {
    expect(bodyOf('标题\n一、甲\n正文等内容。\u3000\u2003 (二)完善制度。\n正文。').slice(1, 3)).toEqual([
      '<p>正文等内容。</p>',
      '<h3>(二)完善制度。</h3>',
    ]);
  });

  test('keeps lists, numbered sentences and a number inside a paragraph as text', () => {
    const lines = [
      '（一）甲；',
      '（二）乙；',
      '（三）丙。',
      '内容如下：1)公开。2)服务。',
      '一、各科室要加强领导。要抓好落实。',
    ];
    expect(bodyOf(`标题\n${lines.join('\n')}`)).toEqual(lines.map((line) => `<p>${line}</p>`));
  });

  test('knows chapters, sections and articles', () => {
    expect(
      bodyOf('条例\n第一章　总　则\n第一节 目的\n第一条　为了管理。\n第二条 本条例\n（一）范围\n第三条 施行。'),
    ).toEqual([
      '<h2>第一章 总则</h2>',
      '<h3>第一节 目的</h3>',
      '<p><strong>第一条</strong>\u3000为了管理。</p>',
      '<p><strong>第二条</strong>\u3000本条例</p>',
      '<p>（一）范围</p>',
      '<p><strong>第三条</strong>\u3000施行。</p>',
    ]);
  });

  test('keeps a table of contents as paragraphs', () => {
    const text = '条例\n目　录\n第一章 总则\n第二章 附则\n第一章 总则\n甲。\n第二章 附则\n乙。';
    expect(bodyOf(text)).toEqual([
      '<p>目\u3000录</p>',
      '<p>第一章 总则</p>',
      '<p>第二章 附则</p>',
      '<h2>第一章 总则</h2>',
      '<p>甲。</p>',
      '<h2>第二章 附则</h2>',
      '<p>乙。</p>',
    ]);
  });

  test('places name and day of a signature, and reads them', () => {
    const document = parseText('关于供水的通知\n各科室：\n请执行。\n某市住房局\n二〇二〇年五月六日', FILE);
    expect(document).toMatchObject({ writtenOn: '2020-05-06', publisherName: '某市住房局' });
    expect(document.bodyHtml).toMatch(
      /<p style="text-align:right">某市住房局<\/p>\n<p style="text-align:right">二〇二〇年五月六日<\/p>$/,
    );
  });

  test('escapes what looks like mark-up', () => {
    expect(bodyOf('标题\n<script>alert(1)</script> & <b>')).toEqual([
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;</p>',
    ]);
  });
});

describe('the title', () => {
  test('is below the number of a red head', () => {
    expect(parseText('某市住房局文件\n某建〔2020〕5号\n关于供水的通知\n请执行。', FILE)).toMatchObject({
      title: '关于供水的通知',
      docNo: '某建〔2020〕5号',
    });
  });

  test('comes from the file name when the first line is a sentence', () => {
    expect(parseText('为了管理，制定本办法。\n第二段。', FILE)).toMatchObject({
      title: '文件名',
      notes: ['文中没有可用的标题，标题取自文件名'],
    });
  });

  test('alone is no document', () => {
    expect(() => parseText('关于供水的通知', FILE)).toThrow('没有正文');
  });
});
