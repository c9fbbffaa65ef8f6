import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { addresses } from 'disclosure-contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SampleFeed, sampleItem, serveFeed, type ServedFeed } from '../../../../tests/support/sample-feed.ts';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { sampleGuide, samplePower } from '../../../../tests/support/sample-records.ts';
import { answersTo, unclear, wildRequests } from '../../../../tests/support/wild-requests.ts';
import { siteServer } from './http-server.ts';
import { itemPathOf } from './item-path.ts';
import { TAGS_HEADER } from './page-cache.ts';
import type { Rendered } from './publisher.ts';
import { SiteNode } from './site-node.ts';
import type { DisclosureLocals } from './views.ts';

vi.setConfig({ testTimeout: 20_000 });

const TOKEN = 'sample-node-token';
const SECRET = 'sample-nudge-secret';
/** Long enough to get shorter by compression. */
const SCRIPT = 'console.log("公开");\n'.repeat(200);
const PDF = '附件1 收费（2026）.pdf';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

let folder: string;
let served: ServedFeed;
let node: SiteNode;
let server: ReturnType<typeof siteServer>;
/** The same site at an address of TLS. */
let behindTls: typeof server;
let port: number;
const feed = new SampleFeed();
/** Targets that were rendered, newest last. */
const asked: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  folder = sampleFolder('http-server');
  const clientFolder = join(folder, 'client');
  mkdirSync(join(clientFolder, '_astro'), { recursive: true });
  writeFileSync(join(clientFolder, '_astro/page.abc.css'), 'body{}');
  writeFileSync(join(clientFolder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(clientFolder, '_astro/page.abc.js'), SCRIPT);
  writeFileSync(join(folder, 'secrets.json'), 'top secret');

  feed.fill(1);
  feed.publish(
    sampleItem(2, {
      attachments: [
        feed.addFile(PDF, 'pdf bytes'),
        feed.addFile('page.html', '<script>alert(1)</script>', { mime: 'text/html' }),
        feed.addFile('cut.pdf', 'whole file'),
      ],
    }),
  );
  feed.publish(sampleItem(3, { attachments: [feed.addFile('gone.pdf', 'withdrawn bytes')] }));
  served = await serveFeed(feed, TOKEN);
  const settings = {
    folder: join(folder, 'site'),
    port: 0,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:4321',
    cmsUrl: served.url,
    token: TOKEN,
    nudgeSecret: SECRET,
    rendersPreviews: false,
    freshnessLimits: new Map(),
    pollIntervalMs: 60_000,
  };
  const render = async (path: string): Promise<Rendered> => ({
    kind: 'page',
    body: Buffer.from(`page ${path}`),
    contentType: 'text/html',
    tags: ['home'],
  });
  const log = { info: () => undefined, warn: () => undefined, error: (message: string) => void errors.push(message) };
  node = new SiteNode({ settings, buildId: 'build-1', render, threadModule: null, log });
  node.start();
  const respond = async (target: string, shown: Pick<DisclosureLocals, 'correction'> = {}): Promise<Response> => {
    if (shown.correction !== undefined) {
      return new Response(JSON.stringify(shown.correction), { status: shown.correction.status });
    }
    asked.push(new URL(`http://localhost${target}`).pathname);
    if (target === '/fails') throw new Error('a template failed');
    const headers = { 'content-type': 'text/html', [TAGS_HEADER]: 'home', 'x-frame': 'y' };
    if (target === '/silent') return new Response(null, { status: 404 });
    return new Response(`rendered ${target}`, { status: statusOf(target), headers });
  };
  const serve = async (siteUrl: string) => {
    const started = siteServer({ node, settings: { ...settings, siteUrl }, clientFolder, respond, log });
    started.listen(0, '127.0.0.1');
    await once(started, 'listening');
    return started;
  };
  server = await serve(settings.siteUrl);
  ({ port } = server.address() as AddressInfo);
  behindTls = await serve('https://zjj.example.gov.cn');
  await vi.waitFor(() => expect(node.health().state).toBe('ready'), { timeout: 10_000 });
}, 20_000);

afterAll(async () => {
  for (const each of [server, behindTls]) {
    each.closeAllConnections();
    each.close();
  }
  await node.stop();
  await served.close();
  rmSync(folder, { recursive: true });
});

/** As the routes answer: 410 for what was withdrawn. */
function statusOf(target: string): number {
  if (target.startsWith('/search')) return 200;
  const { slug, type } = itemPathOf(target) ?? { slug: '', type: 'item' };
  return node.locals.content.item(slug, type).kind === 'withdrawn' ? 410 : 404;
}

function ask(
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const request = httpRequest(
      { port, host: '127.0.0.1', path: target, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: bytes.toString(),
            bytes,
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends bytes as they are, which a well-behaved client would not. */
function askRaw(text: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('close', () => {
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), text: answer });
    });
    socket.on('error', reject);
  });
}

async function nudge(): Promise<void> {
  const headers = { authorization: `Bearer ${SECRET}` };
  expect((await ask('/_disclosure/nudge', { method: 'POST', headers })).status).toBe(202);
}

const fileAddress = (name: string, n = 2) => `/items/zhu-fang-${n}/files/${encodeURIComponent(name)}`;

describe('a stored page', () => {
  test('is sent with its tag, to be asked for anew every time', async () => {
    const answer = await ask('/items/zhu-fang-2/');
    expect(answer).toMatchObject({ status: 200, body: 'page /items/zhu-fang-2/' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, no-cache',
    });
  });

  test('is not sent again to whom has it', async () => {
    const { headers } = await ask('/');
    const etag = headers.etag ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await ask('/', { headers: { 'if-none-match': known } }), known).toMatchObject({ status: 304, body: '' });
    }
    expect(await ask('/', { headers: { 'if-none-match': '"other"' } })).toMatchObject({ status: 200 });
  });

  test('is described without its body to HEAD', async () => {
    const answer = await ask('/', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe(String('page /'.length));
  });
});

describe('a script or a style', () => {
  const script = (headers: Record<string, string>, method = 'GET') => ask('/_astro/page.abc.js', { headers, method });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent as %s to who takes it, and is the same', async (encoding, decode) => {
    const { status, headers, bytes } = await script({ 'accept-encoding': encoding });
    expect({ status, ...headers }).toMatchObject({
      status: 200,
      'content-encoding': encoding,
      vary: 'accept-encoding',
    });
    expect(bytes.length).toBeLessThan(SCRIPT.length / 4);
    expect(Number(headers['content-length'])).toBe(bytes.length);
    expect(decode(bytes).toString()).toBe(SCRIPT);
  });

  test('is sent as it is to who takes no coding, and where a coding makes it longer', async () => {
    const plain = await script({});
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain).toMatchObject({ body: SCRIPT, headers: { vary: 'accept-encoding' } });
    expect(await ask('/_astro/page.abc.css', { headers: { 'accept-encoding': 'br' } })).toMatchObject({
      body: 'body{}',
    });
  });

  test('has a tag for each coding, and is not sent again to who has it', async () => {
    const [plain, coded] = [await script({}), await script({ 'accept-encoding': 'br' })];
    expect(plain.headers.etag).not.toBe(coded.headers.etag);
    const again = { 'accept-encoding': 'br', 'if-none-match': coded.headers.etag ?? '' };
    expect(await script(again)).toMatchObject({ status: 304, body: '', headers: { etag: coded.headers.etag } });
    expect(await script({ 'if-none-match': coded.headers.etag ?? '' })).toMatchObject({ status: 200 });
  });
});

describe('a dump of everything', () => {
  test.each([
    ['ndjson', 'application/x-ndjson; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8'],
  ] as const)('is saved as %s, and kept by nobody on the way', async (format, type) => {
    const { status, headers, body } = await ask(addresses.dump(format));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="items.${format}"`,
      'cache-control': 'no-store',
    });
    const titles = [1, 2].map((n) => sampleItem(n).title);
    expect(titles.filter((title) => !body.includes(title))).toEqual([]);
    expect(await ask(addresses.dump(format), { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });
});

describe('an answer that is made when it is asked for', () => {
  test('is not sent again to whom has it', async () => {
    const { headers, body } = await ask('/search?q=a');
    expect(headers).toMatchObject({
      'cache-control': 'public, no-cache',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) as string,
    });
    const known = { headers: { 'if-none-match': headers.etag ?? '' } };
    expect(await ask('/search?q=a', known)).toMatchObject({ status: 304, body: '' });
    expect(body).not.toBe((await ask('/search?q=b')).body);
    expect(await ask('/search?q=b', known)).toMatchObject({ status: 200 });
  });

  test('bears no hash where it is no answer to what was asked for', async () => {
    const { status, headers } = await ask('/items/mei-you/');
    expect([status, headers.etag]).toEqual([404, undefined]);
  });
});

test.each(['css', 'js'])(
  'an asset .%s bears what keeps it from being shown, and nothing that is for documents',
  async (kind) => {
    const { headers } = await ask(`/_astro/page.abc.${kind}`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('content-security-policy');
  },
);

describe('every answer', () => {
  test.each(['/', '/search?q=x', '/unknown/', '/favicon.svg', fileAddress(PDF), '/%00', '/fails'])(
    'to %s bears the security headers and no tags',
    async (target) => {
      const { headers } = await ask(target);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty(TAGS_HEADER);
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  test('asks for TLS from then on where the site is served by it, and nowhere else', async () => {
    const { port: tlsPort } = behindTls.address() as AddressInfo;
    const header = async (of: number) =>
      (await fetch(`http://127.0.0.1:${of}/`)).headers.get('strict-transport-security');
    expect([await header(port), await header(tlsPort)]).toEqual([null, 'max-age=31536000']);
  });

  test('to an address whose template fails is plain and says nothing of why', async () => {
    const answer = await ask('/fails');
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('template');
  });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s is not a method of the site',
  async (method) => {
    const answer = await ask('/', { method });
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  },
);

describe('another way to write an address', () => {
  test.each([
    ['/items/zhu-fang-1', '/items/zhu-fang-1/'],
    ['/items/zhu-fang-1/index.html', '/items/zhu-fang-1/'],
    ['/catalogue?from=%E5%BE%AE%E4%BF%A1', '/catalogue/?from=%E5%BE%AE%E4%BF%A1'],
    ['/%6frgans/', '/organs/'],
    ['/search/?q=x', '/search?q=x'],
  ])('leads from %s to %s', async (target, location) => {
    asked.length = 0;
    expect(await ask(target)).toMatchObject({ status: 301, headers: { location } });
    expect(asked).toEqual([]);
  });
});

test.each(['/500', '/500/', '/%35%30%30', '/404', '/_image?href=/favicon.svg', '/catalogue/lan-mu-1.html'])(
  '%s is no address of the site, whatever Astro makes of it',
  async (target) => {
    asked.length = 0;
    expect((await ask(target)).status).toBe(404);
    expect(asked.filter((path) => path !== '/404')).toEqual([]);
  },
);

test('an answer that a route leaves empty is given in words', async () => {
  expect(await ask('/silent')).toMatchObject({ status: 404, body: '没有找到这个页面。\nThere is no such page.\n' });
});

describe('a target that no page has', () => {
  test.each([
    ['a step upwards', '/../secrets.json'],
    ['an escaped step upwards', '/%2e%2e/secrets.json'],
    ['a step upwards at the end', '/items/..'],
    ['an escaped slash in a step upwards', '/items/..%2fsecrets.json'],
    ['a back slash', '/items\\..\\secrets.json'],
    ['an escaped back slash', '/%5c..%5csecrets.json'],
    ['a null byte', '/items/%00'],
    ['a line break', '/items/%0d%0aset-cookie:x'],
    ['half an escape', '/items/%'],
    ['bytes that are no text', '/items/%ff'],
    ['half an escape in the query', '/search?q=%'],
    ['two slashes', '//example.com/'],
    ['two slashes inside', '/items//x/'],
  ])('for %s is refused before anything is rendered', async (_what, target) => {
    asked.length = 0;
    expect((await ask(target)).status).toBe(400);
    expect(asked).toEqual([]);
  });

  test.each([
    'GET http://example.com/ HTTP/1.1',
    'GET * HTTP/1.1',
    'GET example.com HTTP/1.1',
    'GET  HTTP/1.1',
    'FOO / HTTP/1.1',
    'GET /\x01 HTTP/1.1',
    'GET / HTTP/9.9',
    'GET /搜索 HTTP/1.1',
    'CONNECT example.com:443 HTTP/1.1',
    'noise',
  ])('in "%s" is refused in words', async (line) => {
    const { status, text } = await askRaw(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).toMatch(/content-security-policy: default-src 'none'[^]*\r\n\r\n.*[。]\n/i);
  });

  test('is refused in its turn, after the answer to the request before it', async () => {
    const { text } = await askRaw('GET /search?q=x HTTP/1.1\r\nhost: x\r\n\r\nGET /搜索 HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 200 OK[^]*rendered \/search\?q=xHTTP\/1\.1 400 Bad Request/);
  });

  test('because it is too long is refused', async () => {
    expect((await ask(`/${'a'.repeat(2048)}`)).status).toBe(414);
    expect((await ask(`/search?q=${'a'.repeat(2030)}`)).status).toBe(200);
  });

  test('never makes the server fail, whatever it is', { timeout: 120_000 }, async () => {
    const before = errors.length;
    const known = ['/', '/items/zhu-fang-1/', '/catalogue/lan-mu-1/2024/', '/favicon.svg', fileAddress(PDF)];
    const sent = fc.sample(wildRequests(known), { numRuns: 10_000, seed: 7 });
    expect(unclear(sent, await answersTo(port, sent))).toEqual([]);
    expect(errors.slice(before)).toEqual([]);
  });
});

describe('an attachment', () => {
  test('is sent under its own name, in the window where a browser can show it', async () => {
    const answer = await ask(fileAddress(PDF));
    expect(answer).toMatchObject({ status: 200, body: 'pdf bytes' });
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toBe(
      "inline; filename*=UTF-8''%E9%99%84%E4%BB%B61%20%E6%94%B6%E8%B4%B9%EF%BC%882026%EF%BC%89.pdf",
    );
    expect(await ask(fileAddress(PDF), { headers: { 'if-none-match': answer.headers.etag ?? '' } })).toMatchObject({
      status: 304,
      body: '',
    });
    expect(await ask(fileAddress(PDF), { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('that could run in a browser is saved, not shown', async () => {
    const { headers } = await ask(fileAddress('page.html'));
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });

  test('whose bytes on the disk were cut is fetched anew and not sent in part', async () => {
    const whole = await ask(fileAddress('cut.pdf'));
    writeFileSync(join(node.pages.current.folder, 'items/zhu-fang-2/files/cut.pdf'), 'cut');
    expect(await ask(fileAddress('cut.pdf'))).toMatchObject({ status: 200, body: whole.body });
  });

  test.each(['unknown.pdf', 'index.html', '..%2fpage.html', '%2e%2e', 'x%00.pdf'])(
    'called %s is none',
    async (name) => {
      expect((await ask(`/items/zhu-fang-2/files/${name}`)).status).toBeGreaterThanOrEqual(400);
    },
  );

  test('moves with its item', async () => {
    feed.publish(sampleItem(4, { attachments: [feed.addFile(PDF, 'pdf bytes')] }));
    feed.publish(
      sampleItem(4, { slug: 'moved', formerSlugs: ['zhu-fang-4'], attachments: [feed.addFile(PDF, 'pdf bytes')] }),
    );
    await nudge();
    await vi.waitFor(async () => expect((await ask('/items/moved/')).status).toBe(200), { timeout: 5000 });
    expect(await ask(fileAddress(PDF, 4))).toMatchObject({
      status: 301,
      headers: { location: `/items/moved/files/${encodeURIComponent(PDF)}` },
    });
    expect((await ask(fileAddress('unknown.pdf', 4))).status).toBe(404);
  });

  test('of a withdrawn item is gone: its address answers as the item does', async () => {
    expect(await ask(fileAddress('gone.pdf', 3))).toMatchObject({ status: 200, body: 'withdrawn bytes' });
    feed.withdraw(sampleItem(3));
    await nudge();
    const gone = { status: 410, body: 'rendered /items/zhu-fang-3/' };
    await vi.waitFor(async () => expect(await ask(fileAddress('gone.pdf', 3))).toMatchObject(gone), { timeout: 5000 });
  });
});

describe('a power', () => {
  const guide = sampleGuide(1);
  const file = addresses.attachment(guide.slug, PDF, 'guide');

  beforeAll(async () => {
    feed.publish(samplePower(1));
    feed.publish({ ...guide, attachments: [feed.addFile(PDF, 'blank form')] });
    await nudge();
    await vi.waitFor(async () => expect((await ask(file)).status).toBe(200), { timeout: 5000 });
  });

  test('and its guide have their files below their own addresses', async () => {
    expect(await ask(file)).toMatchObject({ status: 200, body: 'blank form' });
    expect(await ask(addresses.attachment(guide.slug, PDF))).toMatchObject({
      status: 301,
      headers: { location: file },
    });
    expect(await ask(addresses.attachment(guide.slug, PDF, 'power'))).toMatchObject({ status: 301 });
  });

  test('of no such address is not found without rendering anything of it', async () => {
    asked.length = 0;
    for (const type of ['power', 'guide', 'risk_point'] as const) {
      expect((await ask(addresses.item('mei-you', type))).status).toBe(404);
    }
    expect(asked.filter((path) => path !== '/404')).toEqual([]);
  });

  test('is answered 410 with its files after it was withdrawn, and not before the branch is the right one', async () => {
    feed.withdraw(guide);
    await nudge();
    const page = addresses.item(guide.slug, 'guide');
    await vi.waitFor(async () => expect(await ask(file)).toMatchObject({ status: 410 }), { timeout: 5000 });
    expect(await ask(page)).toMatchObject({ status: 410, body: `rendered ${page}` });
    expect(node.locals.content.item(guide.slug)).toMatchObject({ kind: 'moved', type: 'guide' });
  });
});

describe('an asset', () => {
  test('with a hash in its name is kept for ever, another is asked for anew', async () => {
    expect((await ask('/_astro/page.abc.css')).headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await ask('/favicon.svg')).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, no-cache',
    });
  });
});

describe('the nudge address', () => {
  const post = (options: { headers?: Record<string, string>; body?: string }) =>
    ask('/_disclosure/nudge', { method: 'POST', ...options });

  test.each([
    ['nothing', {}],
    ['a wrong secret', { headers: { authorization: 'Bearer wrong-wrong-wrong' } }],
    ['the token of the node', { headers: { authorization: `Bearer ${TOKEN}` } }],
    ['a body alone', { body: '{"id":"0f8fad5b-d9cb","last":1}' }],
  ])('refuses %s', async (_what, options) => {
    expect((await post(options)).status).toBe(401);
  });

  test('believes a webhook that sends along a whole entry', async () => {
    const headers = { authorization: `Bearer ${SECRET}` };
    expect((await post({ headers, body: 'x'.repeat(300_000) })).status).toBe(202);
  });

  test('refuses a body that no nudge has, with an answer', async () => {
    expect((await post({ body: 'x'.repeat(200_000) })).status).toBe(413);
  });

  test('is no page', async () => {
    expect((await ask('/_disclosure/nudge')).status).toBe(404);
  });
});

describe('a correction', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = (body: string, headers: Record<string, string> = FORM) =>
    ask('/corrections/', { method: 'POST', headers, body });
  const RIGHT = new URLSearchParams({ kind: 'other', text: '打不开', page: '/', contact: '13800000000' }).toString();

  test('that is wrong comes back as it was written, with what is wrong', async () => {
    const { status, headers, body } = await send('text=%E6%89%93&contact=1');
    expect(status).toBe(422);
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(JSON.parse(body)).toMatchObject({
      values: { text: '打', contact: '1' },
      problems: { kind: 'kind_missing' },
    });
  });

  test('cannot be taken before the CMS has said what to seal it for', async () => {
    expect((await send(RIGHT)).status).toBe(503);
  });

  test('that is right gets a receipt, and reaches the CMS sealed', async () => {
    const { publicKey } = generateKeyPairSync('x25519');
    node.corrections.keepKey(publicKey.export({ type: 'spki', format: 'der' }).subarray(12).toString('base64'));
    const { status, headers, body } = await send(RIGHT);
    expect([status, headers['cache-control'], body]).toEqual([303, 'no-store', '']);
    expect(headers.location).toMatch(/^\/corrections\/\?receipt=\d{8}-[2-9A-Z]{8}$/);
    await vi.waitFor(() => expect(feed.corrections).toHaveLength(1), { timeout: 10_000 });
    expect(feed.corrections[0]?.receiptNumber).toBe(headers.location?.split('=')[1]);
    expect(JSON.stringify(feed.corrections)).not.toContain('13800000000');
    await vi.waitFor(() => expect(node.corrections.waiting(10)).toEqual([]), { timeout: 10_000 });
  });

  test('is a form of this size and kind, and nothing else', async () => {
    expect((await send('{}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send(`text=${'a'.repeat(30_000)}`)).status).toBe(413);
    expect((await ask('/corrections/', { method: 'PUT', body: 'x' })).status).toBe(405);
    expect(errors.join()).not.toContain('13800000000');
  });
});
