import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dayInChina,
  RECEIPT_NUMBER_CHARACTERS,
  sealedCorrectionSchema,
  type Correction,
  type IsoInstant,
  type SealedCorrection,
} from 'disclosure-contract';
import { isSealingKey, sealCorrection } from './correction-seal.ts';

const KEY_FILE = 'key';
const SEALED = '.sealed.json';
/** More than these wait for a CMS that is away for long: then the form says so. */
const MOST_WAITING = 2000;

/**
 * Corrections that the CMS does not have yet, each sealed for it in a file: nobody can read them on the node, the node
 * included. A file goes when the CMS has said that it has the correction.
 */
export class CorrectionSpool {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** What corrections are sealed for; null until the CMS has told it. */
  get key(): string | null {
    try {
      const key = readFileSync(join(this.#folder, KEY_FILE), 'utf8');
      return isSealingKey(key) ? key : null;
    } catch {
      return null;
    }
  }

  keepKey(key: string): void {
    if (isSealingKey(key) && key !== this.key) this.#write(KEY_FILE, key);
  }

  /** Gives the receipt number; null where none can be taken now. */
  take(correction: Correction, at: IsoInstant): string | null {
    const { key } = this;
    if (key === null || this.#names().length >= MOST_WAITING) return null;
    const receiptNumber = newReceiptNumber(at);
    const sealed: SealedCorrection = { receiptNumber, at, sealed: sealCorrection(correction, receiptNumber, key) };
    this.#write(`${receiptNumber}${SEALED}`, JSON.stringify(sealed));
    return receiptNumber;
  }

  /** The oldest first, at most so many. A file that is none of ours is left where it is. */
  waiting(limit: number): SealedCorrection[] {
    return this.#names()
      .slice(0, limit)
      .flatMap(
        (name) => sealedCorrectionSchema.safeParse(parsed(readFileSync(join(this.#folder, name), 'utf8'))).data ?? [],
      );
  }

  remove(receiptNumbers: readonly string[]): void {
    for (const receiptNumber of receiptNumbers)
      rmSync(join(this.#folder, `${receiptNumber}${SEALED}`), { force: true });
  }

  #names(): string[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(SEALED))
      .sort();
  }

  /** Whole or not at all, and on the disk before anybody is given a receipt. */
  #write(name: string, text: string): void {
    const file = join(this.#folder, name);
    writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
}

function newReceiptNumber(at: IsoInstant): string {
  const characters = Array.from(
    { length: 8 },
    () => RECEIPT_NUMBER_CHARACTERS[randomInt(RECEIPT_NUMBER_CHARACTERS.length)],
  );
  return `${dayInChina(at).replaceAll('-', '')}-${characters.join('')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
