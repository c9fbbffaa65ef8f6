import { base32 } from './totp.ts';
import { sha256 } from './sha256.ts';

export const RECOVERY_CODES = 10;
/** Eighty bits: beyond guessing, also for somebody who has the hashes. */
export const RECOVERY_CODE_BYTES = 10;

/** `ABCD-EFGH-JKLM-NPQR`, from random bytes. */
export function recoveryCode(bytes: Uint8Array): string {
  return base32(bytes).replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code. People type it with or without hyphens and spaces, in any case. */
export function recoveryHash(account: string, code: string): string {
  return sha256(`recovery:${account}:${code.toUpperCase().replace(/[^A-Z2-7]/g, '')}`);
}

/** Whether this is written like a recovery code and not like one that changes with time. */
export function isRecoveryCode(code: string): boolean {
  return /^(?:[a-z2-7]{4}[-\s]*){4}$/i.test(code.trim());
}
