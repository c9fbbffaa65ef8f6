import { expect, test } from 'vitest';
import { isRecoveryCode, recoveryCode, recoveryHash } from './recovery-codes.ts';

test('recoveryCode() writes ten bytes as four groups of four', () => {
  expect(recoveryCode(Buffer.from('0123456789'))).toBe('GAYT-EMZU-GU3D-OOBZ');
});

test('recoveryHash() is the same however the code is typed, and another for each account', () => {
  const hash = recoveryHash('3', 'GAYT-EMZU-GU3D-OOBZ');
  expect(recoveryHash('3', ' gaytemzu gu3doobz ')).toBe(hash);
  expect(recoveryHash('4', 'GAYT-EMZU-GU3D-OOBZ')).not.toBe(hash);
});

test.each([
  ['GAYT-EMZU-GU3D-OOBZ', true],
  ['gaytemzugu3doobz', true],
  ['123456', false],
  ['', false],
  ['GAYT-EMZU-GU3D', false],
])('isRecoveryCode() knows "%s" by its form', (code, is) => {
  expect(isRecoveryCode(code)).toBe(is);
});
