import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

test('plain text becomes paragraphs, and nothing in it becomes markup', () => {
  expect(paragraphsOf('第一段\n\n 第二段 <b>&</b>\n')).toBe('<p>第一段</p><p>第二段 &lt;b&gt;&amp;&lt;/b&gt;</p>');
});
