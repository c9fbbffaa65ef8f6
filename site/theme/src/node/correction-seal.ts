import {
  createCipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { CORRECTION_SEAL, type Correction } from 'disclosure-contract';

/** What stands before the 32 bytes of an X25519 key in SPKI (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

/** Seals for whoever has the private key: the node itself cannot open it again. `publicKey` is 32 bytes in base64. */
export function sealCorrection(correction: Correction, receiptNumber: string, publicKey: string): string {
  const { purpose, keyBytes, nonceBytes } = CORRECTION_SEAL;
  const recipient = Buffer.from(publicKey, 'base64');
  const own = generateKeyPairSync('x25519');
  const ownPublic = rawPublic(own.publicKey);
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: publicKeyOf(recipient) });
  const salt = Buffer.concat([ownPublic, recipient]);
  const derived = Buffer.from(hkdfSync('sha256', secret, salt, purpose, keyBytes + nonceBytes));
  const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, keyBytes), derived.subarray(keyBytes));
  cipher.setAAD(Buffer.from(receiptNumber));
  const body = Buffer.concat([cipher.update(JSON.stringify(correction), 'utf8'), cipher.final()]);
  return Buffer.concat([ownPublic, body, cipher.getAuthTag()]).toString('base64');
}

/** Whether a text is a key that something can be sealed for. */
export function isSealingKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length);
}
