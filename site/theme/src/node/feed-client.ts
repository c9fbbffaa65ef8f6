import type { ReadableStream } from 'node:stream/web';
import {
  DisclosureError,
  feedPageSchema,
  type FeedPage,
  type Receipts,
  type SealedCorrection,
} from 'disclosure-contract';
import { z } from 'zod';

/** The CMS as a node sees it. Every method throws `feed_unreachable` or `feed_invalid`; none retries. */
export interface FeedClient {
  changes(after: number): Promise<FeedPage>;
  snapshot(after: number): Promise<FeedPage>;
  /** The bytes of a published file. The caller checks the hash. */
  file(sha256: string): Promise<ReadableStream>;
  report(receipts: Receipts): Promise<void>;
  /** What corrections are sealed for; null where the CMS is of a version that takes none. */
  correctionKey(): Promise<string | null>;
  /** Gives the receipt numbers of what the CMS has now. */
  sendCorrections(corrections: readonly SealedCorrection[]): Promise<string[]>;
}

const TIMEOUT_MS = 20_000;
/** For the bytes of a file, which may be large and the line slow. */
const FILE_TIMEOUT_MS = 600_000;
const PAGE_LIMIT = 500;

const keySchema = z.object({ data: z.object({ publicKey: z.string() }) });
const takenSchema = z.object({ data: z.object({ taken: z.array(z.string()) }) });

/** `stop` ends a call that is under way. */
export function feedClient(cmsUrl: string, token: string, stop?: AbortSignal): FeedClient {
  async function call(path: string, init: RequestInit = {}, timeoutMs = TIMEOUT_MS): Promise<Response> {
    const url = `${cmsUrl}/api/disclosure/${path}`;
    let response: Response;
    try {
      response = await fetch(url, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(stop ? [stop] : [])]),
      });
    } catch (error) {
      throw new DisclosureError('feed_unreachable', `Cannot reach the CMS at ${cmsUrl}`, {}, { cause: error });
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new DisclosureError(
        response.status === 401 ? 'node_unknown' : 'feed_unreachable',
        response.status === 401
          ? `Cannot read the feed at ${cmsUrl}: it does not know this node's token`
          : `Cannot read the feed: ${url} answered ${response.status}`,
        { status: response.status },
      );
    }
    return response;
  }

  async function answer<Data>(path: string, schema: z.ZodType<Data>, init?: RequestInit): Promise<Data> {
    const response = await call(path, init);
    const { data, error } = schema.safeParse(await response.json().catch(() => null));
    if (error) throw new DisclosureError('feed_invalid', `Cannot understand the answer of ${path}`);
    return data;
  }

  async function page(kind: 'changes' | 'snapshot', after: number): Promise<FeedPage> {
    const response = await call(`${kind}?after=${after}&limit=${PAGE_LIMIT}`);
    const { data, error } = feedPageSchema.safeParse(await response.json().catch(() => null));
    if (error) {
      const where = error.issues[0]?.path.join('.') ?? '';
      throw new DisclosureError(
        'feed_invalid',
        `Cannot read the feed after ${after}: its answer is not understood at "${where}"`,
        { after },
      );
    }
    return data;
  }

  return {
    changes: (after) => page('changes', after),
    snapshot: (after) => page('snapshot', after),
    async file(sha256) {
      const { body } = await call(`files/${sha256}`, {}, FILE_TIMEOUT_MS);
      if (!body) throw new DisclosureError('feed_invalid', `Cannot read file ${sha256}: the answer is empty`);
      return body as ReadableStream;
    },
    async correctionKey() {
      try {
        return (await answer('corrections/key', keySchema)).data.publicKey;
      } catch (error) {
        if (error instanceof DisclosureError && error.details['status'] === 404) return null;
        throw error;
      }
    },
    async sendCorrections(corrections) {
      const body = JSON.stringify({ corrections });
      const headers = { 'content-type': 'application/json' };
      return (await answer('corrections', takenSchema, { method: 'POST', headers, body })).data.taken;
    },
    async report(receipts) {
      const response = await call('receipts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(receipts),
      });
      await response.body?.cancel();
    },
  };
}
