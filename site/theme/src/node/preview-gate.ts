import { previewRequestSchema, type PreviewRequest } from 'disclosure-contract';
import { parseJson, SignedRequests, type SignedRequest } from './signed-requests.ts';

export type PreviewVerdict =
  | { readonly kind: 'refused' | 'invalid' | 'repeated' }
  | { readonly kind: 'accepted'; readonly request: PreviewRequest };

/** Decides whether a request for a preview is the CMS's, one of this version, and the first of its copies. */
export class PreviewGate {
  readonly #signed: SignedRequests;

  constructor(token: string | null) {
    this.#signed = new SignedRequests(token);
  }

  judge(request: SignedRequest, nowSeconds: number): PreviewVerdict {
    if (!this.#signed.isSigned(request, nowSeconds)) return { kind: 'refused' };
    const { data } = previewRequestSchema.safeParse(parseJson(request.body));
    if (data === undefined) return { kind: 'invalid' };
    return this.#signed.isFirst(data.id, nowSeconds) ? { kind: 'accepted', request: data } : { kind: 'repeated' };
  }
}
