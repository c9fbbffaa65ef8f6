import type { Correction, SealedCorrection } from 'disclosure-contract';
import { sealCorrection } from '../../site/theme/src/node/correction-seal.ts';

/** A correction as a node sends it to the CMS of this key. */
export function sealedFor(publicKey: string, receiptNumber: string, correction: Correction): SealedCorrection {
  const sealed = sealCorrection(correction, receiptNumber, publicKey);
  return { receiptNumber, at: '2026-11-28T01:00:00.000Z', sealed };
}
