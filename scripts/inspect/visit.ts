import type { ReadableStream } from 'node:stream/web';

/** What came of asking for an address. */
export interface Visit {
  /** Null where there was no answer. */
  readonly status: number | null;
  /** Why there was none. */
  readonly problem: 'timeout' | 'unreachable' | null;
  /** Where redirects led to. */
  readonly url: string;
  readonly contentType: string;
  /** Null of a `HEAD`, of what is no text, and of what is too long. */
  readonly body: string | null;
}

const TIMEOUT_MS = 15_000;
/** No page is longer. */
const LONGEST_BODY = 4 * 1024 * 1024;
const USER_AGENT = 'gongkai-inspect/1 (inspection of government websites)';

/** Asks once, and never throws. An answer that takes longer than 15 seconds counts as none (国办秘函〔2019〕19号). */
export async function visit(url: string, method: 'GET' | 'HEAD'): Promise<Visit> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method, signal, headers: { 'user-agent': USER_AGENT } });
    const contentType = response.headers.get('content-type') ?? '';
    const body =
      method === 'GET' && /^(?:text|application)\/(?:html|[a-z+.-]*(?:xml|json))/.test(contentType)
        ? await bodyOf(response)
        : (await response.body?.cancel(), null);
    return { status: response.status, problem: null, url: response.url, contentType, body };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { status: null, problem: isLate ? 'timeout' : 'unreachable', url, contentType: '', body: null };
  }
}

async function bodyOf(response: Response): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return '';
  for await (const piece of response.body as ReadableStream<Uint8Array>) {
    length += piece.length;
    if (length > LONGEST_BODY) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

export function isDead({ status }: Visit): boolean {
  return status === null || status >= 400;
}

/** As a finding names it. */
export function statusOf({ status, problem }: Visit): string {
  if (status !== null) return String(status);
  return problem === 'timeout' ? '15 s' : '无响应 no answer';
}

/** Some at a time, in the order given, each when one before it has ended. */
export async function eachOf<Value>(
  values: Iterable<Value>,
  atOnce: number,
  work: (value: Value) => Promise<void>,
): Promise<void> {
  const waiting = values[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
