import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';

/** A request line as it is written, whether a browser would write it or not. */
export interface WildRequest {
  readonly method: string;
  readonly target: string;
}

export interface WildAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  /** What was sent, or would have been to another method than HEAD. */
  readonly bodyLength: number;
}

const METHODS = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'FOO', 'get', ''];

const PIECES = [
  ...[
    '/',
    '//',
    '..',
    '.',
    '%2e',
    '%2e%2e',
    '%252e',
    '%2f',
    '%5c',
    '\\',
    '%00',
    '\0',
    '%',
    '%ff',
    '%E4%BD',
    '住房',
    ' ',
  ],
  ...[
    '?',
    '&',
    '=',
    '#',
    ';',
    '+',
    '*',
    "'",
    '"',
    '<',
    '@',
    ':80',
    '{}',
    '~',
    '-1',
    '1e9',
    '2024',
    '002026',
    '２０２６',
  ],
  ...['items', 'files', 'catalogue', 'organs', 'search', 'health', 'index.html', 'feed.xml', 'sitemap-', '404', '500'],
  ...[
    'q',
    'page',
    'category',
    'organ',
    'year',
    'sort',
    'validity',
    '_astro',
    '_image',
    '_server-islands',
    '_disclosure',
  ],
  ...['nudge', 'zhu-fang-2', 'lan-mu-1', '.html', '.xml', 'constructor', '__proto__'],
];

const piece = fc.constantFrom(...PIECES);
const printable = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  maxLength: 80,
});

/** Requests that may be anything: pieces of addresses, real addresses mutilated, noise, too long ones. */
export function wildRequests(addresses: readonly string[]): fc.Arbitrary<WildRequest> {
  const query = fc
    .array(fc.tuple(piece, fc.oneof(piece, printable)), { minLength: 1, maxLength: 5 })
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`);
  const address = fc.constantFrom(...addresses);
  const target = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
    fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('/')}`),
    printable.map((text) => `/${text}`),
    printable,
    { weight: 3, arbitrary: fc.tuple(address, fc.nat(), piece).map(([whole, at, text]) => inserted(whole, at, text)) },
    { weight: 3, arbitrary: fc.tuple(address, fc.nat(), mutilation).map(([whole, at, change]) => change(whole, at)) },
    { weight: 2, arbitrary: fc.tuple(fc.oneof(address, fc.constant('/search')), query).map((parts) => parts.join('')) },
  );
  const long = fc
    .tuple(target, fc.constantFrom(2000, 8000, 20_000))
    .map(([start, length]) => start.padEnd(length, 'a'));
  return fc.record({
    method: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('GET', 'HEAD') }, fc.constantFrom(...METHODS)),
    target: fc.oneof({ weight: 99, arbitrary: target }, long),
  });
}

const mutilation = fc.constantFrom<(whole: string, at: number) => string>(
  (whole) => whole,
  (whole) => whole.replace(/\/$/, ''),
  (whole) => `${whole}/`,
  (whole) => whole.toUpperCase(),
  (whole) => `${whole}index.html`,
  (whole) => whole.replace(/\/?$/, '.html'),
  (whole) => whole.replaceAll('/', '//'),
  (whole) => whole.replace(/\d+/, '00$&'),
  (whole, at) => whole.slice(0, at % whole.length),
  (whole, at) => whole.slice(at % whole.length),
  (whole, at) => whole.replaceAll(whole.charAt(at % whole.length), (char) => escapeOf(char)),
  (whole, at) => whole.replaceAll(whole.charAt(at % whole.length), (char) => escapeOf(char).replace('%', '%25')),
);

function inserted(whole: string, at: number, text: string): string {
  const place = 1 + (at % whole.length);
  return whole.slice(0, place) + text + whole.slice(place);
}

function escapeOf(char: string): string {
  return `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

const CONNECTIONS = 4;
const IN_A_ROW = 50;

/** Sends every request as it is written, over few connections, and gives the answers in the same order. */
export async function answersTo(port: number, requests: readonly WildRequest[]): Promise<WildAnswer[]> {
  const answers: WildAnswer[] = [];
  const waiting = requests.map((request, at) => ({ ...request, at }));
  const work = async () => {
    for (let batch = waiting.splice(0, IN_A_ROW); batch.length > 0; batch = waiting.splice(0, IN_A_ROW)) {
      while (batch.length > 0) {
        const received = await answersOnOneConnection(port, batch);
        // The connection may end at a request that no answer can follow; what ends it must have an answer itself.
        const told = received.length > 0 ? received : [{ status: 0, bodyLength: 0 }];
        for (const answer of told) answers[batch.shift()?.at ?? -1] = answer;
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return answers;
}

async function answersOnOneConnection(port: number, requests: readonly WildRequest[]): Promise<WildAnswer[]> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true).setTimeout(10_000, () => socket.destroy());
  const answers: WildAnswer[] = [];
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const request = requests[answers.length];
      const read = request && readAnswer(bytes, request.method === 'HEAD');
      if (!read) break;
      answers.push(read.answer);
      bytes = bytes.subarray(read.end);
    }
    if (answers.length === requests.length) socket.end();
  });
  socket.on('error', () => undefined);
  for (const { method, target } of requests) socket.write(`${method} ${target} HTTP/1.1\r\nhost: x\r\n\r\n`);
  await once(socket, 'close');
  return answers;
}

/** The first whole answer of what has arrived, and where it ends. */
function readAnswer(bytes: Buffer, isHead: boolean): { answer: WildAnswer; end: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = bytes.subarray(0, headEnd).toString('latin1');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const bodyLength = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const end = headEnd + 4 + (isHead ? 0 : bodyLength);
  return end > bytes.length ? null : { answer: { status, bodyLength }, end };
}

/** Every request whose answer is none, a failure, or silent, one line each. */
export function unclear(requests: readonly WildRequest[], answers: readonly WildAnswer[]): string[] {
  return requests.flatMap(({ method, target }, at) => {
    const { status, bodyLength } = answers[at] ?? { status: 0, bodyLength: 0 };
    const isClear = status >= 200 && status < 500 && bodyLength > 0;
    return isClear ? [] : [`${status} with ${bodyLength} bytes: ${method} ${JSON.stringify(target.slice(0, 200))}`];
  });
}
