import { expect, test } from 'vitest';
import { pageBody, portableBody } from './body-html.ts';

const body = (html: string) => pageBody(html, '/items/some-item/', (count) => `T${count}`);

test('pageBody() gives pictures and files their full address', () => {
  expect(body('<p><img src="files/%E5%9B%BE.png" alt="图"><a href="files/a.pdf">a</a></p>')).toBe(
    '<p><img loading="lazy" decoding="async" src="/items/some-item/files/%E5%9B%BE.png" alt="图"><a href="/items/some-item/files/a.pdf">a</a></p>',
  );
});

test('pageBody() turns alignment into classes and drops every other style', () => {
  expect(body('<p style="text-align:right">日期</p><td style="color:red">x</td>')).toBe(
    '<p class="align-right">日期</p><td>x</td>',
  );
});

test('pageBody() puts each table into a frame that scrolls and can be reached by keyboard', () => {
  expect(body('<table><tbody></tbody></table><table></table>')).toBe(
    '<div class="table" role="group" tabindex="0" aria-label="T1"><table><tbody></tbody></table></div>' +
      '<div class="table" role="group" tabindex="0" aria-label="T2"><table></table></div>',
  );
});

test('pageBody() puts numbers of tables to the right, and leaves numbers of the text alone', () => {
  expect(
    body('<p>12</p><table><tr><td>面积</td><td style="text-align:center">7</td><td>12</td></tr></table>'),
  ).toContain('<tr><td>面积</td><td class="align-center">7</td><td class="number">12</td></tr>');
});

test('pageBody() leaves text alone that only looks like an attribute', () => {
  expect(body('<p>写作 src="files/ 的样子</p>')).toBe('<p>写作 src="files/ 的样子</p>');
});

test.each([
  ['files/表.pdf?a=1&amp;b=2', 'https://www.example.gov.cn/items/a/files/%E8%A1%A8.pdf?a=1&amp;b=2'],
  ['/items/b/', 'https://www.example.gov.cn/items/b/'],
  ['#one', 'https://www.example.gov.cn/items/a/#one'],
  ['https://www.gov.cn/', 'https://www.gov.cn/'],
  ['mailto:a@example.gov.cn', 'mailto:a@example.gov.cn'],
  ['http://[', 'http://['],
])('portableBody() completes %s', (address, whole) => {
  const html = (href: string) => `<p title="x"><a href="${href}">href="files/a"</a></p>`;
  expect(portableBody(html(address), 'https://www.example.gov.cn/items/a/')).toBe(html(whole));
});

test('pageBody() takes a head without a word for a cell', () => {
  const html = '<table><tr><th colspan="2"> </th><th><p></p></th><th>户数</th></tr></table>';
  expect(pageBody(html, '/items/a/', String)).toContain('<td colspan="2"></td><td></td><th>户数</th>');
});
