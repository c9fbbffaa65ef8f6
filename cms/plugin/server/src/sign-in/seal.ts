import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets of second factors from whoever has only the database. Keys are derived from a secret of the application;
 * each sealed text belongs to one account and opens for no other.
 */
export class Seal {
  readonly #key: Buffer;
  readonly #nameKey: Buffer;

  constructor(applicationSecret: string) {
    const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', applicationSecret, '', purpose, 32));
    this.#key = derived('disclosure second factor');
    this.#nameKey = derived('disclosure sign-in names');
  }

  seal(secret: Buffer, account: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv).setAAD(Buffer.from(account));
    return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64');
  }

  /** Null for what was sealed with another key, for another account, or was altered. */
  open(sealed: string, account: string): Buffer | null {
    const bytes = Buffer.from(sealed, 'base64');
    const body = bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES);
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(account))
        .setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** Under which a typed name is counted: in the field for the name there may be anything, a password included. */
  nameHash(name: string): string {
    return createHmac('sha256', this.#nameKey).update(name).digest('hex');
  }
}
