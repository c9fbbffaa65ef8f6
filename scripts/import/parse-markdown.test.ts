import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.ts';

const FILE = { title: '文件名', versionOn: null };
const bodyOf = (source: string): string => parseMarkdown(source, FILE).bodyHtml;

describe('a regulation', () => {
  const source = (notes: string, last: string): string =>
    `# 某市供水条例\n\n${notes}\n\n<!-- INFO END -->\n\n## 第一章 总 则\n\n第一条 为了管理。\n\n## 第二章 附则\n\n第二条 ${last}`;

  test('gives its dates, number and issuer', () => {
    const notes = '2018年9月6日 国务院第23次常务会议通过\n\n2018年11月6日 中华人民共和国国务院令第706号公布';
    const file = { title: '供水条例', versionOn: '2018-11-06' };
    expect(parseMarkdown(source(notes, '本条例自2019年3月1日起施行。'), file)).toMatchObject({
      title: '某市供水条例',
      publisherName: '国务院',
      docNo: '中华人民共和国国务院令第706号',
      writtenOn: '2018-11-06',
      originalDate: '2018-11-06',
      effectiveOn: '2019-03-01',
      notes: [],
    });
  });

  test('does not take the day of the first text for that of an amended one', () => {
    const notes = '2001年1月1日 某市第十届人民代表大会常务委员会第二次会议通过\n\n2011年1月8日 《某决定》第一次修正';
    const document = parseMarkdown(source(notes, '本条例自2001年5月1日起施行。'), FILE);
    expect(document).toMatchObject({
      publisherName: '某市人民代表大会常务委员会',
      writtenOn: '2011-01-08',
      effectiveOn: null,
    });
    expect(document.notes.join()).toMatch('2001-05-01 早于本版本的日期 2011-01-08');
  });

  test('takes effect on the day of promulgation when it says so', () => {
    const document = parseMarkdown(source('1995年7月28日 国务院发布', '本条例自发布之日起施行。'), FILE);
    expect(document.effectiveOn).toBe('1995-07-28');
  });

  test('keeps its notes centred above the chapters', () => {
    expect(bodyOf(source('1995年7月28日 国务院发布', '完。')).split('\n').slice(0, 3)).toEqual([
      '<p style="text-align:center">1995年7月28日 国务院发布</p>',
      '<h2>第一章 总则</h2>',
      '<p><strong>第一条</strong>\u3000为了管理。</p>',
    ]);
  });
});

describe('headings', () => {
  test('begin at h2 and skip no level', () => {
    expect(bodyOf('# 标题\n\n#### 深\n\n甲\n\n###### 更深\n\n乙\n\n## 高\n\n丙').match(/<h\d/g)).toEqual([
      '<h2',
      '<h3',
      '<h2',
    ]);
  });

  test('are all kept when none of them is the title', () => {
    expect(parseMarkdown('## 一、甲\n\n甲。\n\n## 二、乙\n\n乙。', FILE)).toMatchObject({
      title: '文件名',
      bodyHtml: '<h2>一、甲</h2>\n<p>甲。</p>\n<h2>二、乙</h2>\n<p>乙。</p>',
    });
  });
});

describe('what Chinese writers mean', () => {
  test.each([
    ['an indent of four blanks is no code', '    缩进的段落。', '<p>缩进的段落。</p>'],
    ['a range is no deletion', '5~10米，3~4米。', '<p>5~10米，3~4米。</p>'],
    ['a wrapped line goes on without a blank', '前一半\n后一半', '<p>前一半后一半</p>'],
    ['a line behind a sentence is a paragraph', '第一句。\n第二句。', '<p>第一句。</p>\n<p>第二句。</p>'],
    [
      'quotation marks for titles are no tags',
      '依据<中华人民共和国港口法>。',
      '<p>依据&lt;中华人民共和国港口法&gt;。</p>',
    ],
  ])('%s', (_, source, html) => {
    expect(bodyOf(`# 标题\n\n${source}`)).toBe(html);
  });

  test('script and foreign pictures stay outside', () => {
    const document = parseMarkdown(
      '# 标题\n\n甲<script>alert(1)</script>\n\n![图示](http://x.example/a.png)\n\n[乙](javascript:alert(1))',
      FILE,
    );
    expect(document.bodyHtml).toBe('<p>甲</p>\n<p>乙</p>');
    expect(document.notes).toEqual(['图片未导入：图示']);
  });
});
