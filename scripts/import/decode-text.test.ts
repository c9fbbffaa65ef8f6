import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const TEXT = '亳州市住房和城乡建设局\n为了确保政务公开工作有计划、有步骤地进行。';
/** `为了规范管理。` and a line end in GBK. */
const GBK = Buffer.from('ceaac1cbb9e6b7b6b9dcc0eda1a30d0a', 'hex');

describe('decodeText()', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  test('reads GB18030', () => {
    expect(decodeText(GBK)).toBe('为了规范管理。\r\n');
  });

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['random bytes', Buffer.from('fffffefdfcfb80818283ff00', 'hex')],
    ['text cut inside a character', Buffer.from(TEXT).subarray(0, 41)],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(/文字编码/);
  });
});
