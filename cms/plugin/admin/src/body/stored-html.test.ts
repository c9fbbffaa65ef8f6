import { describe, expect, test } from 'vitest';
import { toStoredHtml } from './stored-html.ts';

describe('toStoredHtml()', () => {
  test.each([
    { rule: 'is empty for an empty editor', html: '<p></p>', stored: '' },
    {
      rule: 'drops the paragraph that the editor keeps after a table',
      html: '<table><tbody></tbody></table><p></p>',
      stored: '<table><tbody></tbody></table>',
    },
    {
      rule: 'unwraps the one paragraph of a cell',
      html: '<td colspan="2"><p>甲</p></td>',
      stored: '<td colspan="2">甲</td>',
    },
    {
      rule: 'keeps an aligned paragraph',
      html: '<td><p style="text-align: right">1</p></td>',
      stored: '<td><p style="text-align: right">1</p></td>',
    },
    {
      rule: 'keeps the paragraphs of a cell that has several',
      html: '<td><p>甲</p><p>乙</p></td>',
      stored: '<td><p>甲</p><p>乙</p></td>',
    },
    {
      rule: 'unwraps list items, and those before an inner list',
      html: '<li><p>甲</p><ul><li><p>乙</p></li></ul></li>',
      stored: '<li>甲<ul><li>乙</li></ul></li>',
    },
  ])('$rule', ({ html, stored }) => {
    expect(toStoredHtml(html)).toBe(stored);
  });
});
