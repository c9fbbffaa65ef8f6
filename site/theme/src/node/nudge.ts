import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
  NUDGE_HEADERS,
  NUDGE_TOLERANCE_SECONDS,
  nudgeKeyText,
  nudgeSchema,
  nudgeSignedText,
} from 'disclosure-contract';

export interface NudgeRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type NudgeVerdict = 'accepted' | 'repeated' | 'refused';

export interface NudgeKeys {
  /** This node's token, from which the signing key follows. */
  readonly token: string | null;
  /** Accepted as a bearer token, for webhooks that cannot sign. */
  readonly secret: string | null;
}

/** Decides whether a nudge is to be believed. A signed one is believed once: a second copy is answered and ignored. */
export class NudgeGate {
  readonly #key: Buffer | null;
  readonly #secret: string | null;
  /** Nudges seen, with the second after which their timestamp is too old anyway. */
  readonly #seen = new Map<string, number>();

  constructor({ token, secret }: NudgeKeys) {
    this.#key = token === null ? null : createHash('sha256').update(nudgeKeyText(token)).digest();
    this.#secret = secret;
  }

  judge({ headers, body }: NudgeRequest, nowSeconds: number): NudgeVerdict {
    const authorization = headers.authorization;
    if (typeof authorization === 'string') {
      return this.#secret !== null && isSame(authorization, `Bearer ${this.#secret}`) ? 'accepted' : 'refused';
    }
    const timestamp = headers[NUDGE_HEADERS.timestamp];
    const signature = headers[NUDGE_HEADERS.signature];
    if (this.#key === null || typeof timestamp !== 'string' || typeof signature !== 'string') return 'refused';
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > NUDGE_TOLERANCE_SECONDS)
      return 'refused';

    const expected = createHmac('sha256', this.#key).update(nudgeSignedText(timestamp, body)).digest('hex');
    if (!isSame(signature, `v1=${expected}`)) return 'refused';
    const nudge = nudgeSchema.safeParse(parseJson(body));
    if (!nudge.success) return 'refused';
    return this.#isFirst(nudge.data.id, nowSeconds) ? 'accepted' : 'repeated';
  }

  #isFirst(id: string, nowSeconds: number): boolean {
    for (const [seen, until] of this.#seen) {
      if (until >= nowSeconds) break;
      this.#seen.delete(seen);
    }
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, nowSeconds + 2 * NUDGE_TOLERANCE_SECONDS);
    return true;
  }
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
