import type { IncomingMessage } from 'node:http';
import type { IsoInstant } from 'disclosure-contract';
import { readCorrection } from '../correction-request.ts';
import type { CorrectionSpool } from './correction-spool.ts';
import { RequestLimit } from './request-limit.ts';
import type { RefusedCorrection } from './views.ts';

/** Bytes of a form: of the longest that the fields allow, percent-encoded. */
export const LONGEST_CORRECTION = 24 * 1024;

const TEN_MINUTES_MS = 10 * 60 * 1000;

export type CorrectionAnswer =
  | { readonly kind: 'taken'; readonly receiptNumber: string }
  | { readonly kind: 'refused'; readonly refused: RefusedCorrection };

/** Takes corrections that people send: what is wrong with a form is told, what is right is sealed and gets a receipt number. */
export class CorrectionDesk {
  readonly #spool: CorrectionSpool;
  readonly #limit = new RequestLimit({ ofOne: 10, ofAll: 200, withinMs: TEN_MINUTES_MS });

  constructor(spool: CorrectionSpool) {
    this.#spool = spool;
  }

  answer(body: string, client: string, now: IsoInstant): CorrectionAnswer {
    const { values, problems, correction } = readCorrection(new URLSearchParams(body));
    if (correction === null) return { kind: 'refused', refused: { values, problems, status: 422 } };
    if (!this.#limit.take(client, Date.parse(now))) {
      return { kind: 'refused', refused: { values, problems: { form: 'too_many' }, status: 429 } };
    }
    const receiptNumber = this.#spool.take(correction, now);
    if (receiptNumber !== null) return { kind: 'taken', receiptNumber };
    return { kind: 'refused', refused: { values, problems: { form: 'unavailable' }, status: 503 } };
  }
}

/** Who asks: behind a proxy on this machine, whom the proxy names. It is counted by, and noted nowhere. */
export function clientOf({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? '';
  const isProxied = /^(?:::1|(?:::ffff:)?127\.)/.test(address);
  const named = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return isProxied && named ? named : address;
}
