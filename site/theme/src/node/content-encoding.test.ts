import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodedForm, encodingFor } from './content-encoding.ts';

test.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q=0, gzip ; q=0', null],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['identity;q=1, *;q=0', null],
  ['gzip;q=nothing', null],
])('a client that takes %j is sent %j', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

describe('the form of a body in a coding', () => {
  const page = Buffer.from('<p>住房保障政策</p>'.repeat(200));

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is the same text in %s, shorter, and made once', (encoding, decode) => {
    const form = encodedForm(page, 'text/html; charset=utf-8', encoding);
    expect(decode(form ?? '').equals(page)).toBe(true);
    expect(form?.length).toBeLessThan(page.length / 10);
    expect(encodedForm(page, 'text/html; charset=utf-8', encoding)).toBe(form);
  });

  test.each([
    ['of a picture', page, 'image/png'],
    ['of what fits into one packet', Buffer.from('<p></p>'.repeat(100)), 'text/html'],
    ['of what gets longer by it', randomBytes(2000), 'text/html'],
    ['of what takes too long to encode', Buffer.alloc(5 * 1024 * 1024), 'text/csv'],
  ])('is not there %s', (_, body, contentType) => {
    expect(encodedForm(body, contentType, 'gzip')).toBeNull();
  });
});
