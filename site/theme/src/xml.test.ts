import { describe, expect, test } from 'vitest';
import { element, escapeXml } from './xml.ts';

describe('escapeXml()', () => {
  test.each([
    ['markup', `<a href="x">'&'</a>`, '&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;'],
    ['control characters', 'a\u0000b\u0008c\u001fd', 'abcd'],
    ['half of a surrogate pair', 'a\ud800b', 'ab'],
    ['U+FFFE and U+FFFF', 'a\ufffeb\uffffc', 'abc'],
    ['characters outside the basic plane', '𠮷😀', '𠮷😀'],
    ['tabs and line ends', 'a\tb\nc', 'a\tb\nc'],
  ])('handles %s', (_, text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});

describe('element()', () => {
  test('escapes text and attributes, and leaves children as they are', () => {
    expect(element('a', { b: '"' }, [element('c', {}, '<')])).toBe('<a b="&quot;"><c>&lt;</c></a>');
  });

  test('closes an element without content', () => {
    expect(element('link', { rel: 'self' })).toBe('<link rel="self"/>');
  });
});
