import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Codings that a body is kept in besides its own bytes, the shorter one first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The shortest coding that a client takes, by its `Accept-Encoding` (RFC 9110, 12.5.3); null: the bytes as they are. What
 * is not named is not taken, unless `*` is.
 */
export function encodingFor(accepted: string | undefined): Encoding | null {
  if (accepted === undefined) return null;
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  const rest = weights.get('*') ?? 0;
  return ENCODINGS.find((encoding) => (weights.get(encoding) ?? rest) > 0) ?? null;
}

const IS_TEXT = /^text\/|json|javascript|svg|xml/;
/** What fits into one packet with its headers takes as long as what is shorter; what is longer takes too long to encode. */
const [LEAST_BYTES, MOST_BYTES] = [1024, 4 * 1024 * 1024];

/** Effort of what is read for years, and of what is encoded while somebody waits for it: a millisecond for a page. */
const EFFORTS = { once: { br: 11, gzip: 9 }, now: { br: 5, gzip: 6 } } as const;
export type EncodingEffort = keyof typeof EFFORTS;

const forms = new WeakMap<Buffer, Map<Encoding, Buffer>>();

/**
 * A body in a coding, made when it is first asked for and kept for as long as the body itself is: it cannot outlive the
 * page that it is a form of. Null for what does not get shorter by it.
 */
export function encodedForm(
  body: Buffer,
  contentType: string,
  encoding: Encoding,
  effort: EncodingEffort = 'now',
): Buffer | null {
  if (!IS_TEXT.test(contentType) || body.length < LEAST_BYTES || body.length > MOST_BYTES) return null;
  const known = forms.get(body) ?? new Map<Encoding, Buffer>();
  const form = known.get(encoding) ?? encode(body, encoding, effort);
  forms.set(body, known.set(encoding, form));
  return form.length < body.length ? form : null;
}

function encode(body: Buffer, encoding: Encoding, effort: EncodingEffort): Buffer {
  if (encoding === 'gzip') return gzipSync(body, { level: EFFORTS[effort].gzip });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: EFFORTS[effort].br,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, { params });
}
