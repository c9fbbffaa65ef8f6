import { describe, expect, test } from 'vitest';
import { cleanPastedHtml, placeImages } from './clean-pasted-html.ts';

const clean = (html: string) => cleanPastedHtml(html, 'https://cms.example').html;

describe('cleanPastedHtml() of Word', () => {
  test('keeps only the fragment, without conditional comments, styles and o:p', () => {
    const html = `<html xmlns:o="urn:x"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body>
      <!--StartFragment--><!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->
      <p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span lang=EN-US
      style='font-size:16.0pt;font-family:仿宋'>各<b>有关</b>单位：<o:p></o:p></span></p>
      <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><!--EndFragment--></body></html>`;
    expect(clean(html)).toBe('<p>各<b>有关</b>单位：</p>');
  });

  test('turns a title and outline levels into headings from h2 on, without bold', () => {
    const html = `<p class=MsoTitle align=center style='text-align:center'><b>通知</b></p>
      <h1><span style='font-weight:bold'>一、总则</span></h1><p class=MsoNormal style='mso-outline-level:2'>（一）目的</p>`;
    expect(clean(html)).toMatchInlineSnapshot(`
      "<h2 style="text-align: center">通知</h2>
            <h2>一、总则</h2><h3>（一）目的</h3>"
    `);
  });

  test('makes lists of bullets and Arabic numbers, and leaves Chinese numbers in the text', () => {
    const item = (marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    expect(clean(item('·', '甲') + item('·', '乙'))).toBe('<ul><li>甲</li><li>乙</li></ul>');
    expect(clean(item('3.', '丙') + item('4.', '丁'))).toBe('<ol start="3"><li>丙</li><li>丁</li></ol>');
    expect(clean(item('（一）', '戊'))).toBe('<p>（一）戊</p>');
  });

  test('keeps a table with merged cells and right-aligned amounts', () => {
    const html = `<table class=MsoTableGrid border=1 style='border-collapse:collapse'><colgroup><col width=10></colgroup><tr>
      <td width=189 colspan=2 rowspan=1 valign=top style='width:142pt'><p class=MsoNormal align=center>项目<o:p></o:p></p></td></tr>
      <tr><td><p>差旅</p></td><td><p align=right>1,200</p></td></tr></table>`;
    expect(clean(html).replace(/\s+(?=<)/g, '')).toMatchInlineSnapshot(
      `"<table><tr><td colspan="2"><p style="text-align: center">项目</p></td></tr><tr><td><p>差旅</p></td><td><p style="text-align: right">1,200</p></td></tr></table>"`,
    );
  });

  test('drops pictures whose bytes stayed on the disk, and counts them', () => {
    const pasted = cleanPastedHtml(
      `<p>图<img src="file:///C:/a.png"><v:imagedata src="x"/></p><p><img src="https://x.cn/b.png"></p>`,
    );
    expect(pasted).toEqual({ html: '<p>图</p>', inlineImages: [], droppedImages: 2 });
  });

  test('hands out pictures that are inside the clipboard, and takes their addresses once they are uploaded', () => {
    const pasted = cleanPastedHtml(
      '<p><img width=3 alt="img_2" src="data:image/png;base64,AAAA"><img src="data:image/gif;base64,BBBB"></p>',
    );
    expect(pasted.inlineImages).toEqual(['data:image/png;base64,AAAA', 'data:image/gif;base64,BBBB']);
    expect(placeImages(pasted.html, ['/uploads/a.png', undefined])).toBe('<p><img src="/uploads/a.png"></p>');
    expect(placeImages(pasted.html, [])).toBe('');
  });
});

describe('cleanPastedHtml() of web pages', () => {
  test.each([
    {
      rule: 'unwraps nested spans and keeps what they mean',
      html: '<div><span><span style="font-weight:700">甲</span>乙</span></div>',
      clean: '<p><strong>甲</strong>乙</p>',
    },
    {
      rule: 'unwraps the bold wrapper of Google Docs',
      html: '<b style="font-weight:normal;"><p>甲</p></b>',
      clean: '<p>甲</p>',
    },
    { rule: 'removes full-width spaces that imitate the indent', html: '<p>　　甲</p>', clean: '<p>甲</p>' },
    {
      rule: 'drops scripts, forms and hidden text',
      html: '<script>x<b></script><p>甲<span style="display:none">x</span><input></p>',
      clean: '<p>甲</p>',
    },
    {
      rule: 'keeps links that may be followed',
      html: '<a href="https://x.cn" onclick="y" class="z">甲</a>',
      clean: '<a href="https://x.cn">甲</a>',
    },
    {
      rule: 'unwraps links that may not',
      html: '<a href="javascript:alert(1)">甲</a><a href="file:///c/a">乙</a><a name="t">丙</a>',
      clean: '甲乙丙',
    },
    {
      rule: 'makes links and pictures of this CMS relative',
      html: '<a href="https://cms.example/a">甲</a><img src="https://cms.example/uploads/b.png" alt="图一">',
      clean: '<a href="/a">甲</a><img src="/uploads/b.png" alt="图一">',
    },
    {
      rule: 'closes what the page left open',
      html: '<ul><li>甲<li>乙</ul><p>丙<p>丁',
      clean: '<ul><li>甲</li><li>乙</li></ul><p>丙</p><p>丁</p>',
    },
    { rule: 'lets the highest heading become h2', html: '<h3>甲</h3><h4>乙</h4>', clean: '<h2>甲</h2><h3>乙</h3>' },
    { rule: 'leaves a bare less-than sign alone', html: '<p>1 < 2</p>', clean: '<p>1 &lt; 2</p>' },
  ])('$rule', ({ html, clean: expected }) => {
    expect(clean(html)).toBe(expected);
  });
});
