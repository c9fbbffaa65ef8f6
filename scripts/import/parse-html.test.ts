import { describe, expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';

const FILE = { title: '文件名', versionOn: null };

function page({
  head = '',
  main = '<p>正文内容在这里，足够长，可以认作正文的主体。</p>',
}: {
  head?: string;
  main?: string;
}): string {
  return `<html><head>${head}<style>p{}</style></head><body><nav>首页 导航</nav><div class="sidebar">相关链接</div>
    <div id="zoom">${main}</div><footer>版权所有</footer><script>track()</script></body></html>`;
}

const TITLED = '<meta name="ArticleTitle" content="标题">';
const bodyOf = (main: string): string =>
  parseHtml(
    page({ head: TITLED, main: `${main}<p>正文内容在这里，足够长，可以认作正文的主体。</p>` }),
    FILE,
  ).bodyHtml.replace(/\n?<p>正文内容在这里，足够长，可以认作正文的主体。<\/p>$/, '');

test('takes the text of the page and nothing around it', () => {
  expect(parseHtml(page({}), FILE).bodyHtml).toBe('<p>正文内容在这里，足够长，可以认作正文的主体。</p>');
});

test('reads the tags that government pages carry', () => {
  const head =
    '<title>x</title><meta name="ArticleTitle" content="关于供水的通知"><meta name="PubDate" content="2020-05-06 00:00"><meta name="ContentSource" content="某市住房局">';
  expect(parseHtml(page({ head }), FILE)).toMatchObject({
    title: '关于供水的通知',
    source: '某市住房局',
    originalDate: '2020-05-06',
    originalTime: null,
    notes: ['发布时间为 00:00，真实时间未知'],
  });
});

test.each([
  [
    'the only h1',
    '<title>甲_某局</title>',
    '<h1>关于供水的通知</h1><p>正文内容在这里，足够长，可以认作正文的主体。</p>',
  ],
  [
    'the window title without the name of the site',
    '<title>关于供水的通知_某市住房局</title>',
    '<p>正文内容在这里，足够长，可以认作正文的主体。</p>',
  ],
])('the title is %s', (_, head, main) => {
  const document = parseHtml(page({ head, main }), FILE);
  expect(document.title).toBe('关于供水的通知');
  expect(document.bodyHtml).not.toContain('关于供水');
});

describe('the body', () => {
  test.each([
    ['lines become paragraphs', '<p>　　甲。<br>　　乙。</p>', '<p>甲。</p>\n<p>乙。</p>'],
    [
      'marks survive a line break',
      '<p><span><b>甲<br>乙</b></span></p>',
      '<p><strong>甲</strong></p>\n<p><strong>乙</strong></p>',
    ],
    ['a frame of one cell is no table', '<table><tr><td><p>甲</p></td></tr></table>', '<p>甲</p>'],
    [
      'tables keep their spans',
      '<table><tr><td rowspan="2" onclick="x()">甲</td><td>乙</td></tr></table>',
      '<table><tr><td rowspan="2">甲</td><td>乙</td></tr></table>',
    ],
    ['bold numbered lines are headings', '<p><b>一、总则</b></p><p>甲。</p>', '<h2>一、总则</h2>\n<p>甲。</p>'],
    [
      'alignment of both kinds is kept',
      '<p align="center">甲</p><div style="text-align: right">乙</div>',
      '<p style="text-align:center">甲</p>\n<p style="text-align:right">乙</p>',
    ],
    ['scripted links are text', '<p><a href="javascript:x()">甲</a></p>', '<p>甲</p>'],
  ])('%s', (_, main, html) => {
    expect(bodyOf(main)).toBe(html);
  });

  test('leaves hidden text out and says so', () => {
    const document = parseHtml(
      page({ main: '<p>正文内容在这里，足够长，可以认作正文的主体。</p><p style="display:none">博彩</p>' }),
      FILE,
    );
    expect(document.bodyHtml).not.toContain('博彩');
    expect(document.notes).toContain('网页中有 1 处隐藏内容，未导入');
  });
});

test('linked files beside the page are named, addresses inside the former site are dropped', () => {
  const main =
    '<p>正文内容在这里，足够长，可以认作正文的主体。<a href="files/%E8%A1%A8.xlsx">附件：表</a><a href="/list">更多</a></p>';
  const document = parseHtml(page({ main }), FILE);
  expect(document.links).toEqual([{ path: 'files/表.xlsx', name: '附件：表' }]);
  expect(document.bodyHtml).not.toContain('<a');
});

test('refuses a page that nests without end', () => {
  expect(() => parseHtml('<div>'.repeat(100_000), FILE)).toThrow('嵌套过深');
});
