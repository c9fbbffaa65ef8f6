import { describe, expect, test } from 'vitest';
import { hasInk, manyLines, oneLine } from './plain-text.ts';

describe('oneLine()', () => {
  test.each([
    { rule: 'trims spaces of every width', written: '　题 目　', text: '题 目' },
    { rule: 'makes a space of what breaks a line', written: '甲 \r\n\t乙\u2028丙', text: '甲 乙 丙' },
    { rule: 'drops control characters', written: '甲\u0000\u0007乙\u009f', text: '甲乙' },
    { rule: 'drops marks of direction', written: 'a\u202egnp.exe\u2066b\u200f', text: 'agnp.exeb' },
    { rule: 'drops what has no width', written: '\ufeff甲\u200b乙\u00ad', text: '甲乙' },
    { rule: 'keeps joiners, which are spelling', written: 'ما\u200cى', text: 'ما\u200cى' },
    { rule: 'keeps rare characters', written: '𠮷䶮', text: '𠮷䶮' },
  ])('$rule', ({ written, text }) => {
    expect(oneLine(written)).toBe(text);
  });
});

test('manyLines() keeps lines and tabs, and writes every break the same way', () => {
  expect(manyLines('甲\r\n\t乙\r丙\u2029丁\u0000\u202e')).toBe('甲\n\t乙\n丙\n丁');
});

test.each(['', ' \n', '\u00a0\u3000', '\u200b\u200d\ufeff', '\u2800\u3164\uffa0\u115f'])(
  'hasInk() sees nothing in %o',
  (text) => {
    expect(hasInk(text)).toBe(false);
  },
);

test.each(['甲', '.', '\u200b1'])('hasInk() sees %o', (text) => {
  expect(hasInk(text)).toBe(true);
});
