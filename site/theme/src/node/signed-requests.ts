import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { NUDGE_HEADERS, NUDGE_TOLERANCE_SECONDS, nudgeKeyText, nudgeSignedText } from 'disclosure-contract';

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Tells requests of the CMS from all others, and a first copy from those after it. */
export class SignedRequests {
  readonly #key: Buffer | null;
  /** Requests seen, with the second after which their timestamp is too old anyway. */
  readonly #seen = new Map<string, number>();

  /** The signing key follows from the node's token. Without one, nothing is believed. */
  constructor(token: string | null) {
    this.#key = token === null ? null : createHash('sha256').update(nudgeKeyText(token)).digest();
  }

  isSigned({ headers, body }: SignedRequest, nowSeconds: number): boolean {
    const timestamp = headers[NUDGE_HEADERS.timestamp];
    const signature = headers[NUDGE_HEADERS.signature];
    if (this.#key === null || typeof timestamp !== 'string' || typeof signature !== 'string') return false;
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > NUDGE_TOLERANCE_SECONDS)
      return false;
    const expected = createHmac('sha256', this.#key).update(nudgeSignedText(timestamp, body)).digest('hex');
    return isSame(signature, `v1=${expected}`);
  }

  isFirst(id: string, nowSeconds: number): boolean {
    for (const [seen, until] of this.#seen) {
      if (until >= nowSeconds) break;
      this.#seen.delete(seen);
    }
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, nowSeconds + 2 * NUDGE_TOLERANCE_SECONDS);
    return true;
  }
}

/** Compares secrets in a time that says nothing about them. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
