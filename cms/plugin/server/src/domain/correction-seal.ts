import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { CORRECTION_SEAL, correctionSchema, type Correction } from 'disclosure-contract';

/** What stands before the 32 bytes of an X25519 key in PKCS #8 and in SPKI (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

/**
 * Opens what nodes have sealed. The private key is derived from a secret of the application, so it is in no database and no
 * backup of one; with another secret, what is under way cannot be opened any more.
 */
export class CorrectionSeal {
  readonly #key: KeyObject;
  readonly #public: Buffer;

  constructor(applicationSecret: string) {
    const raw = Buffer.from(hkdfSync('sha256', applicationSecret, '', 'disclosure corrections', 32));
    this.#key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, raw]), format: 'der', type: 'pkcs8' });
    this.#public = createPublicKey(this.#key).export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length);
  }

  /** 32 bytes in base64, for nodes. */
  get publicKey(): string {
    return this.#public.toString('base64');
  }

  /** Null for what was sealed for another key or under another receipt number, was altered, or is no correction. */
  open(sealed: string, receiptNumber: string): Correction | null {
    const { purpose, publicBytes, keyBytes, nonceBytes, tagBytes } = CORRECTION_SEAL;
    const bytes = Buffer.from(sealed, 'base64');
    if (bytes.length <= publicBytes + tagBytes) return null;
    const sender = bytes.subarray(0, publicBytes);
    try {
      const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, sender]), format: 'der', type: 'spki' });
      const secret = diffieHellman({ privateKey: this.#key, publicKey: key });
      const salt = Buffer.concat([sender, this.#public]);
      const derived = Buffer.from(hkdfSync('sha256', secret, salt, purpose, keyBytes + nonceBytes));
      const decipher = createDecipheriv('aes-256-gcm', derived.subarray(0, keyBytes), derived.subarray(keyBytes));
      decipher.setAAD(Buffer.from(receiptNumber)).setAuthTag(bytes.subarray(bytes.length - tagBytes));
      const body = Buffer.concat([
        decipher.update(bytes.subarray(publicBytes, bytes.length - tagBytes)),
        decipher.final(),
      ]);
      return correctionSchema.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
    } catch {
      return null;
    }
  }
}
