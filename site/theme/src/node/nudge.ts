import { nudgeSchema } from 'disclosure-contract';
import { isSame, parseJson, SignedRequests, type SignedRequest } from './signed-requests.ts';

export type NudgeVerdict = 'accepted' | 'repeated' | 'refused';

/** Whether a nudge that was believed asks for an inspection as well. */
export function asksForInspection(body: string): boolean {
  return nudgeSchema.safeParse(parseJson(body)).data?.inspect === true;
}

export interface NudgeKeys {
  /** This node's token, from which the signing key follows. */
  readonly token: string | null;
  /** Accepted as a bearer token, for webhooks that cannot sign. */
  readonly secret: string | null;
}

/** Decides whether a nudge is to be believed. A signed one is believed once: a second copy is answered and ignored. */
export class NudgeGate {
  readonly #signed: SignedRequests;
  readonly #secret: string | null;

  constructor({ token, secret }: NudgeKeys) {
    this.#signed = new SignedRequests(token);
    this.#secret = secret;
  }

  judge(request: SignedRequest, nowSeconds: number): NudgeVerdict {
    const { authorization } = request.headers;
    if (typeof authorization === 'string') {
      return this.#secret !== null && isSame(authorization, `Bearer ${this.#secret}`) ? 'accepted' : 'refused';
    }
    if (!this.#signed.isSigned(request, nowSeconds)) return 'refused';
    const nudge = nudgeSchema.safeParse(parseJson(request.body));
    if (!nudge.success) return 'refused';
    return this.#signed.isFirst(nudge.data.id, nowSeconds) ? 'accepted' : 'repeated';
  }
}
