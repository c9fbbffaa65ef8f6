import { describe, expect, test } from 'vitest';
import { ownFilesIn, sanitiseBody, uploadsIn, withPublishedFiles } from './body-html.ts';

describe('sanitiseBody()', () => {
  test.each([
    { rule: 'drops scripts with their content', html: '<p>甲</p><script>alert(1)</script>', kept: '<p>甲</p>' },
    { rule: 'drops handlers', html: '<p onclick="x()">甲</p>', kept: '<p>甲</p>' },
    {
      rule: 'drops styles and frames with their content',
      html: '<style>p{}</style><iframe src="/x">乙</iframe><p>甲</p>',
      kept: '<p>甲</p>',
    },
    { rule: 'drops SVG', html: '<svg onload="x()"><text>乙</text></svg><p>甲</p>', kept: '<p>甲</p>' },
    { rule: 'drops links that run code', html: '<a href="javascript:x()">甲</a>', kept: '<a>甲</a>' },
    { rule: 'drops them also when written oddly', html: '<a href=" java\nscript:x()">甲</a>', kept: '<a>甲</a>' },
    {
      rule: 'keeps links to pages, mail and telephone',
      html: '<a href="https://a.cn/?a=1&amp;b=2">甲</a>',
      kept: '<a href="https://a.cn/?a=1&amp;b=2">甲</a>',
    },
    { rule: 'drops foreign images', html: '<p>甲<img src="https://evil.test/a.png"></p>', kept: '<p>甲</p>' },
    {
      rule: 'drops images written into the text',
      html: '<p>甲<img src="data:image/png;base64,AA"></p>',
      kept: '<p>甲</p>',
    },
    {
      rule: 'drops images outside the uploads',
      html: '<p>甲<img src="/uploads/../secret"><img src="/uploads/..%2fx/../y"></p>',
      kept: '<p>甲</p>',
    },
    {
      rule: 'keeps uploads',
      html: '<p><img src="/uploads/a_1.png" alt="图" class="x"></p>',
      kept: '<p><img src="/uploads/a_1.png" alt="图" /></p>',
    },
    {
      rule: 'keeps files of the item',
      html: '<p><img src="files/a.png"></p>',
      kept: '<p><img src="files/a.png" /></p>',
    },
    {
      rule: 'makes paths of images that name this CMS',
      html: '<p><img src="http://cms.test/uploads/a.png"></p>',
      kept: '<p><img src="/uploads/a.png" /></p>',
    },
  ])('$rule', ({ html, kept }) => {
    expect(sanitiseBody(html, 'http://cms.test')).toBe(kept);
  });

  test.each([
    'display:none',
    'DISPLAY : none !important',
    'visibility:hidden',
    'opacity:0',
    'font-size:0',
    'font-size:0px',
    'font-size: 0.1pt',
    'position:absolute;left:-9999px',
    'text-indent:-9999em',
    'height:0;overflow:hidden',
    'mso-hide:all',
    'clip:rect(0,0,0,0)',
    'transform:scale(0)',
    'display:/* */none',
  ])('drops what is hidden by %s', (style) => {
    expect(sanitiseBody(`<p>甲</p><div style="${style}">博彩</div><p>乙<span style='${style}'>博彩</span></p>`)).toBe(
      '<p>甲</p><p>乙</p>',
    );
  });

  test.each([
    'font-size:10.5pt',
    'font-size:0.9em',
    'line-height:1.5',
    'text-indent:2em',
    'margin-left:-18.0pt',
    'max-width:100%',
    'opacity:0.9',
  ])('keeps what is only styled by %s', (style) => {
    expect(sanitiseBody(`<p style="${style}">甲</p>`)).toBe('<p>甲</p>');
  });

  test.each([
    { html: '<p style="text-align: center; color: red">甲</p>', kept: '<p style="text-align:center">甲</p>' },
    { html: '<td align="right">1</td>', kept: '<td style="text-align:right">1</td>' },
    { html: '<p align="evil">甲</p>', kept: '<p>甲</p>' },
    { html: '<a style="text-align:center">甲</a>', kept: '<a>甲</a>' },
  ])('keeps alignment alone: $html', ({ html, kept }) => {
    expect(sanitiseBody(html)).toBe(kept);
  });

  test.each([
    'opacity:0.01',
    'opacity:0%',
    'opacity:calc(0)',
    'filter:opacity(0)',
    'left:-99em',
    'position:absolute;left:calc(-9999px)',
    'position:fixed;top:200cm',
    'text-indent:-9999px',
    'text-indent:-100%',
    'margin-left:-1000px',
    'zoom:0',
    'font-size:0',
    'font-size:1px',
    'font:0/0 a',
    'height:1px;overflow:hidden',
    'max-height:.5px;overflow-y:clip',
    'width:0',
    'clip-path:inset(100%)',
    'content-visibility:hidden',
    'transform:scale(0.001)',
    'transform:translateX(-9999px)',
    'transform:rotateX(90deg)',
    'color:transparent',
    'color:rgba(0,0,0,0)',
    'color:#fff',
    'color:#FDFDFD',
    'color:rgb(255 255 255)',
    'color:hsl(0,0%,100%)',
    'color:white;background:white',
    'color:#036;background-color:#036',
    '-webkit-text-fill-color:transparent',
    'dis\\70lay:none',
    'display:none!important',
    'visibility:/**/collapse',
  ])('drops a link that is hidden by %s, and what stands with it', (style) => {
    const link = '<a href="http://spam.test">乙</a>';
    expect(sanitiseBody(`<p>甲</p><p style="${style}">丙${link}</p>`)).toBe('<p>甲</p>');
    expect(sanitiseBody(`<p>甲<span style="${style}">丙${link}</span></p>`)).toBe('<p>甲</p>');
  });

  test.each([
    '<p hidden>丙<a href="http://spam.test">乙</a></p>',
    '<p HIDDEN="">乙</p>',
    '<div hidden="until-found">乙</div>',
    '<dialog>乙</dialog>',
    '<select><option>乙</option></select>',
    '<marquee width="1" height="1"><a href="http://spam.test">乙</a></marquee>',
    '<p><font color="white">乙</font></p>',
    '<a href="http://spam.test"></a>',
    '<p><a href="http://spam.test">&#8203;&nbsp;</a></p>',
    '<p><a href="http://spam.test"><b>\u3164\u2800</b></a></p>',
    '<a href="http://spam.test"><img src="/uploads/a.png" width="0" height="0"></a>',
    '<a href="http://spam.test"><img src="/uploads/a.png" style="width:1px;height:1px"></a>',
    '<a href="http://spam.test"><img src="https://elsewhere.test/a.png"></a>',
    '<p><img src="/uploads/a.png" width="1" height="1"></p>',
  ])('drops %s', (html) => {
    expect(sanitiseBody(`<p>甲</p>${html}`)).toBe('<p>甲</p>');
  });

  test.each([
    { what: 'a hanging indent', html: '<p style="text-indent:-21pt;margin-left:-5.4pt">甲</p>' },
    { what: 'a head of a table in white on blue', html: '<p style="background:#036"><b style="color:#fff">甲</b></p>' },
    { what: 'white on a picture', html: '<p style="background:url(x.png)"><b style="color:#fff">甲</b></p>' },
    { what: 'coloured text', html: '<p style="color:#c00">甲</p>' },
    { what: 'faded text', html: '<p style="opacity:.6">甲</p>' },
    { what: 'a centred box', html: '<p style="transform:translate(-50%,-50%)">甲</p>' },
    { what: 'a line of its own height', html: '<p style="line-height:1.5;overflow:hidden">甲</p>' },
    { what: 'a colour that is not known', html: '<p style="color:windowtext">甲</p>' },
  ])('keeps $what', ({ html }) => {
    expect(sanitiseBody(html).replace(/<[^>]*>/g, '')).toBe('甲');
  });

  test('keeps the cells of a table that Word gave no width', () => {
    const table = '<table><tr><td width="0" style="width:0cm">甲</td></tr></table>';
    expect(sanitiseBody(table)).toBe('<table><tr><td>甲</td></tr></table>');
  });

  test('keeps links that show a picture, and the space where a blind one stood', () => {
    const picture = '<a href="https://a.cn/"><img src="/uploads/a.png" width="300" /></a>';
    expect(sanitiseBody(`<p>${picture}</p>`)).toBe(`<p>${picture}</p>`);
    expect(sanitiseBody('<p>a<a href="https://a.cn/"> </a>b</p>')).toBe('<p>a b</p>');
  });

  test('drops control and direction characters, however they are written', () => {
    expect(sanitiseBody('<p>甲\u0000\u202e乙&#x202E;&#8203;\ufeff丙</p>')).toBe('<p>甲乙丙</p>');
  });

  test('gives the title of the page its own level', () => {
    expect(sanitiseBody('<h1>一</h1><h6>六</h6>')).toBe('<h2>一</h2><h5>六</h5>');
  });

  test('cleans what comes from Word', () => {
    const word =
      '<html xmlns:o="urn:x"><head><title>文</title><style>p.MsoNormal{}</style><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head>' +
      '<body><div class="Section1"><p class="MsoNormal" style="mso-pagination:none"><span lang="EN-US" style="font-family:仿宋">第一条' +
      '<o:p></o:p></span></p><![if !supportLists]><p class=MsoNormal><b>第二条</b></p><![endif]>' +
      '<div align="center"><table class="MsoTable" border="1"><tr><td width="100" colspan="2" style="width:1cm"><p class="MsoNormal" align="right">1<o:p>&nbsp;</o:p></p></td></tr></table></div>' +
      '<p class="MsoNormal"><o:p>&nbsp;</o:p></p></div></body></html>';
    expect(sanitiseBody(word).replaceAll('\u00a0', ' ')).toBe(
      '<p>第一条</p><p><b>第二条</b></p><table><tr><td colspan="2"><p style="text-align:right">1 </p></td></tr></table>',
    );
  });

  test('makes paragraphs of divisions, and leaves no paragraph around a table', () => {
    expect(sanitiseBody('<div><div>甲</div><div><table><tbody><tr><td>乙</td></tr></tbody></table></div></div>')).toBe(
      '<p>甲</p><table><tbody><tr><td>乙</td></tr></tbody></table>',
    );
  });

  test('changes nothing the second time', () => {
    const once = sanitiseBody(
      '<h1>甲</h1><div>a &lt;b&gt; <b>乙</b><table><tr><th scope="col">1</th></tr></table></div><p align=center>丙<br>丁</p>',
    );
    expect(sanitiseBody(once)).toBe(once);
  });
});

describe('files of a body', () => {
  const body = '<p><img src="/uploads/a.png" alt=""><a href="/uploads/b.pdf">乙</a><img src="files/c.png"></p>';

  test('are found with what they are', () => {
    expect(uploadsIn(body)).toEqual([
      { url: '/uploads/a.png', isImage: true },
      { url: '/uploads/b.pdf', isImage: false },
    ]);
    expect(ownFilesIn(body)).toEqual(['c.png']);
  });

  test('become files below the item', () => {
    const names = new Map([
      ['/uploads/a.png', 'a.png'],
      ['/uploads/b.pdf', '乙 1.pdf'],
    ]);
    expect(withPublishedFiles(body, names)).toContain(
      '<img src="files/a.png" alt=""><a href="files/%E4%B9%99%201.pdf">',
    );
  });
});
