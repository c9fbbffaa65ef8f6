import { describe, expect, test } from 'vitest';
import { CORRECTION_LENGTHS, sealedCorrectionSchema, type Correction } from 'disclosure-contract';
import { CorrectionSeal } from '../../cms/plugin/server/src/domain/correction-seal.ts';
import { isSealingKey, sealCorrection } from '../../site/theme/src/node/correction-seal.ts';

const RECEIPT = '20261128-K7M2QX4D';
const correction: Correction = {
  kind: 'wording',
  page: '/items/a/',
  text: '“保姆审查”应为“保密审查”',
  contact: '13800000000',
};

/** The node seals, the CMS opens, and they share no code. */
describe('a correction that a node has sealed', () => {
  const seal = new CorrectionSeal('a secret of the application');
  const sealed = sealCorrection(correction, RECEIPT, seal.publicKey);

  test('is opened by the CMS whose key it was sealed for', () => {
    expect(isSealingKey(seal.publicKey)).toBe(true);
    expect(new CorrectionSeal('a secret of the application').open(sealed, RECEIPT)).toEqual(correction);
    expect(sealCorrection(correction, RECEIPT, seal.publicKey)).not.toBe(sealed);
  });

  test('says nothing to anybody else', () => {
    const bytes = Buffer.from(sealed, 'base64').toString('latin1');
    for (const word of ['13800000000', 'items', 'wording', Buffer.from('保姆').toString('latin1')]) {
      expect(bytes).not.toContain(word);
    }
    expect(new CorrectionSeal('another secret').open(sealed, RECEIPT)).toBeNull();
  });

  test('opens under its own receipt number alone, and not when a bit of it was changed', () => {
    expect(seal.open(sealed, '20261128-K7M2QX4E')).toBeNull();
    const bytes = Buffer.from(sealed, 'base64');
    for (const at of [0, 31, 32, bytes.length - 17, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(seal.open(changed.toString('base64'), RECEIPT)).toBeNull();
    }
    for (const wrong of ['', 'AAAA', bytes.subarray(0, 48).toString('base64')])
      expect(seal.open(wrong, RECEIPT)).toBeNull();
  });

  test('fits into what a node sends, however long it is', () => {
    const longest = {
      ...correction,
      page: '页'.repeat(CORRECTION_LENGTHS.page),
      text: '字'.repeat(CORRECTION_LENGTHS.text),
      contact: '联'.repeat(CORRECTION_LENGTHS.contact),
    };
    const at = '2026-11-28T00:00:00.000Z';
    const sent = { receiptNumber: RECEIPT, at, sealed: sealCorrection(longest, RECEIPT, seal.publicKey) };
    expect(sealedCorrectionSchema.safeParse(sent).success).toBe(true);
  });
});
