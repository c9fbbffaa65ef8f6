import { describe, expect, test } from 'vitest';
import { acceptedStep, base32, otpauthUri, stepAt, totpCode } from './totp.ts';

/** RFC 6238, appendix B: the secret of the SHA-1 vectors. */
const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('totpCode() gives the vector of RFC 6238 at %s s', (seconds, code) => {
  expect(totpCode(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
});

/** RFC 4648, section 10. */
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32() writes "%s" as RFC 4648 does', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});

describe('acceptedStep()', () => {
  const now = new Date('2026-11-28T09:00:10Z');
  const step = stepAt(now);

  test.each([-1, 0, 1])('accepts a clock that is %s steps off', (off) => {
    expect(acceptedStep(secret, totpCode(secret, step + off), now, 0)).toBe(step + off);
  });

  test.each([-2, 2])('refuses a clock that is %s steps off', (off) => {
    expect(acceptedStep(secret, totpCode(secret, step + off), now, 0)).toBeNull();
  });

  test('refuses a code a second time, and those of steps before it', () => {
    expect(acceptedStep(secret, totpCode(secret, step), now, step)).toBeNull();
    expect(acceptedStep(secret, totpCode(secret, step - 1), now, step)).toBeNull();
    expect(acceptedStep(secret, totpCode(secret, step + 1), now, step)).toBe(step + 1);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses what is no code: "%s"', (code) => {
    expect(acceptedStep(secret, code, now, 0)).toBeNull();
  });
});

test('otpauthUri() names issuer and account, escaped', () => {
  expect(otpauthUri(Buffer.from('foobar'), { issuer: '公开平台', account: 'a+b@example.test' })).toBe(
    'otpauth://totp/%E5%85%AC%E5%BC%80%E5%B9%B3%E5%8F%B0:a%2Bb%40example.test' +
      '?secret=MZXW6YTBOI&issuer=%E5%85%AC%E5%BC%80%E5%B9%B3%E5%8F%B0&algorithm=SHA1&digits=6&period=30',
  );
});
