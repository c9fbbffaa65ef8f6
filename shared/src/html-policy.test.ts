import { expect, test } from 'vitest';
import { textOfHtml } from './html-policy.ts';

test.each([
  ['makes blocks to lines', '<h2>一</h2><p>二</p><ul><li>三</li></ul>', '一\n二\n三'],
  [
    'makes cells to lines, so that two amounts do not run together',
    '<table><tr><td>12</td><td>34</td></tr></table>',
    '12\n34',
  ],
  ['breaks a line where the body does', '甲<br>乙<br/>丙<hr>丁', '甲\n乙\n丙\n丁'],
  ['joins what inline marks cut', '<p>住<strong>房</strong>保<a href="/x">障</a></p>', '住房保障'],
  [
    'makes entities to characters, once',
    '<p>&lt;p&gt; &amp;lt; &quot;&#x4f4f;&#25151;&quot;&nbsp;x</p>',
    '<p> &lt; "住房" x',
  ],
  ['leaves an unknown entity as it is', '<p>&hellip; AT&T; &</p>', '&hellip; AT&T; &'],
  ['leaves out what is no character', '<p>a&#0;b&#x110000;c</p>', 'abc'],
  ['drops images and empty lines', '<p></p><p><img src="files/a.png" alt="图"></p><p>文</p>', '文'],
  ['folds white space, the ideographic too', '<p>　　各县区：  现 将</p>', '各县区： 现 将'],
])('textOfHtml() %s', (_what, html, text) => {
  expect(textOfHtml(html)).toBe(text);
});
