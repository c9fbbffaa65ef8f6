import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DisclosureError } from 'disclosure-contract';

/**
 * The Ed25519 key that the node signs its manifest with, made at its first start. Only the node's own account can read
 * the file. Whoever has it can sign anything: what it signed proves something as long as the key was nobody else's.
 */
export class NodeKey {
  readonly #key: KeyObject;
  /** SPKI in PEM. */
  readonly publicKey: string;

  constructor(file: string) {
    this.#key = readKey(file) ?? makeKey(file);
    this.publicKey = createPublicKey(this.#key).export({ type: 'spki', format: 'pem' }) as string;
  }

  /** Base64. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.#key).toString('base64');
  }
}

function readKey(file: string): KeyObject | null {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return createPrivateKey(pem);
  } catch (error) {
    const message = `Cannot start the site node: its key "${file}" is no private key; restore it, or remove it to have a new one made`;
    throw new DisclosureError('config_invalid', message, {}, { cause: error });
  }
}

/** Whole or not at all: a start that is cut off leaves no half of a key. */
function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  linkSync(fresh, file);
  rmSync(fresh);
  return privateKey;
}
