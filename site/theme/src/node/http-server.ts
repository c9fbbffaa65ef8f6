import { createReadStream } from 'node:fs';
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addresses, DisclosureError, LONGEST_PREVIEW_REQUEST, type PreviewRequest } from 'disclosure-contract';
import { readAssets, type Asset } from './assets.ts';
import { canonicalPath } from './canonical-path.ts';
import { encodedForm, encodingFor } from './content-encoding.ts';
import { clientOf, CorrectionDesk, LONGEST_CORRECTION } from './correction-desk.ts';
import { DUMP_FORMATS, dumpLines, type DumpFormat } from './dump.ts';
import { itemPageAt, itemPathOf, type ItemPath } from './item-path.ts';
import type { Log } from './log.ts';
import { asksForInspection, NudgeGate } from './nudge.ts';
import { TAGS_HEADER } from './page-cache.ts';
import { PreviewGate } from './preview-gate.ts';
import type { StoredPage } from './generation.ts';
import { hashOf, isStorable } from './page-files.ts';
import type { NodeSettings } from './settings.ts';
import type { SiteNode } from './site-node.ts';
import type { DisclosureLocals } from './views.ts';

export interface SiteServerParts {
  readonly node: SiteNode;
  readonly settings: NodeSettings;
  /** Folder of the built scripts, styles and public files. */
  readonly clientFolder: string;
  /** Renders what is not stored, through the page store. */
  readonly respond: (target: string, shown?: Pick<DisclosureLocals, 'correction'>) => Promise<Response>;
  readonly log: Log;
}

const LONGEST_TARGET = 2048;
const LONGEST_NUDGE = 4096;
/** A manifest names every file: some who read it at a time are enough, and visitors come first. */
const MOST_MANIFEST_READERS = 4;

/** A dump reads every item, and takes its time. */
const MOST_DUMP_READERS = 2;

/** Where the page stands that says that there is none. */
const NOT_FOUND = '/404';

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Kept from being shown in a window by `nosniff`, these obey none of the other headers, which a page would pay for with each of them. */
const NO_DOCUMENT = /^(?:text\/(?:css|javascript)|font\/)/;

function securityHeadersOf(contentType: string): Partial<typeof SECURITY_HEADERS> {
  return NO_DOCUMENT.test(contentType) ? { 'x-content-type-options': 'nosniff' } : SECURITY_HEADERS;
}

/** Once a site is served by TLS, browsers ask for it by nothing else for a year (RFC 6797). */
const ONLY_BY_TLS = 'max-age=31536000';

/** Pages are asked for anew every time and answered with 304: a withdrawal is gone from every browser as well. */
const REVALIDATE = 'public, no-cache';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What a browser may show in its window. Everything else is saved to disk. */
const SHOWN_INLINE = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The site's own server: stored pages from memory, attachments and assets from disk, the rest through Astro. */
export function siteServer(parts: SiteServerParts): Server {
  const { log } = parts;
  const assets = readAssets(parts.clientFolder);
  const gate = new NudgeGate({ token: parts.settings.token, secret: parts.settings.nudgeSecret });

  const desk = new CorrectionDesk(parts.node.corrections);
  const previewGate = new PreviewGate(parts.settings.token);
  let isPreviewing = false;

  /** The newest response of each connection: when it is finished, those before it are as well. */
  let notFound: { readonly version: number; readonly rendered: Response; readonly body: Buffer } | null = null;
  const newest = new WeakMap<Duplex, ServerResponse>();
  let manifestReaders = 0;
  let dumpReaders = 0;

  const isBehindTls = parts.settings.siteUrl.startsWith('https:');
  const server = createServer((request, response) => {
    newest.set(request.socket, response);
    if (isBehindTls) response.setHeader('strict-transport-security', ONLY_BY_TLS);
    handle(request, response).catch((error: unknown) => {
      log.error(`Cannot answer ${request.method ?? ''} ${safePath(request.url ?? '')}`, error);
      parts.node.suspect();
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuseUnparsed(socket, newest.get(socket), STATUS_OF_CLIENT_ERRORS[error.code ?? ''] ?? 400);
  });
  server.on('connect', (_request, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    socket.end(bareRefusal(405, { allow: 'GET, HEAD' }));
  });
  return server;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '';
    const method = request.method ?? '';
    if (method === 'POST' && target === addresses.nudge()) return takeNudge(request, response);
    if (method === 'POST' && target === addresses.preview()) return takePreview(request, response);
    if (method === 'POST' && target.split('?', 1)[0] === addresses.corrections())
      return takeCorrection(request, response);
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, { allow: 'GET, HEAD' });
    if (isStorable(target)) {
      const page = parts.node.pages.current.read(target);
      if (page) return sendPage(request, response, page);
    }
    if (target.length > LONGEST_TARGET) return refuse(response, 414);
    if (!isWellFormed(target)) return refuse(response, 400);

    const [path = ''] = target.split('?', 1);
    if (path === addresses.manifest()) return sendManifest(request, response);
    if (path === addresses.nodeKey()) return sendNodeKey(request, response);
    const dump = DUMP_FORMATS.find((format) => path === addresses.dump(format));
    if (dump !== undefined) return sendDump(request, response, dump);
    const asset = assets.get(path);
    if (asset) return sendAsset(request, response, path, asset);
    const item = itemPathOf(path);
    if (item !== null && item.fileName !== null) return answerFile(request, response, item, item.fileName);

    const canonical = canonicalPath(path);
    if (canonical !== null && canonical !== path) {
      return redirect(response, canonical + target.slice(path.length));
    }
    if (canonical === null || isUnknownItem(path)) return sendNotFound(request, response);
    const rendered = await parts.respond(target);
    if (rendered.status >= 500) parts.node.suspect();
    await sendRendered(request, response, rendered);
  }

  /** What is public, signed, for whoever wants to check it: `npm run manifest:verify`. */
  async function sendManifest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (manifestReaders >= MOST_MANIFEST_READERS) return refuse(response, 503, { 'retry-after': '30' });
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': NDJSON, 'cache-control': 'no-store' });
    if (request.method === 'HEAD') return void response.end();
    manifestReaders += 1;
    try {
      await pipeline(Readable.from(parts.node.manifest.lines()), response).catch(ignoreGoneClient);
    } finally {
      manifestReaders -= 1;
    }
  }

  /** Everything that is public, as it is while it is read: kept by nobody on the way. */
  async function sendDump(request: IncomingMessage, response: ServerResponse, format: DumpFormat): Promise<void> {
    if (dumpReaders >= MOST_DUMP_READERS) return refuse(response, 503, { 'retry-after': '60' });
    const { content, siteUrl } = parts.node.locals;
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': DUMP_TYPES[format],
      'content-disposition': `attachment; filename="items.${format}"`,
      'cache-control': 'no-store',
    });
    if (request.method === 'HEAD') return void response.end();
    dumpReaders += 1;
    try {
      const lines = dumpLines(format, content, new URL(`${siteUrl}/`));
      await pipeline(Readable.from(lines), response).catch(ignoreGoneClient);
    } finally {
      dumpReaders -= 1;
    }
  }

  function sendNodeKey(request: IncomingMessage, response: ServerResponse): void {
    const key = parts.node.manifest.publicKey;
    const headers = {
      'content-type': PLAIN_TEXT,
      'content-length': Buffer.byteLength(key),
      'cache-control': REVALIDATE,
    };
    response.writeHead(200, { ...SECURITY_HEADERS, ...headers });
    response.end(request.method === 'HEAD' ? undefined : key);
  }

  /** The file itself, or what became of it: it moves with its item, and goes with it. */
  async function answerFile(
    request: IncomingMessage,
    response: ServerResponse,
    { slug, type, page }: ItemPath,
    name: string,
  ): Promise<void> {
    if (await sendFile(request, response, page, name)) return;
    const answer = parts.node.locals.content.item(slug, type);
    if (answer.kind === 'moved' && parts.node.fileOf(addresses.item(answer.slug, answer.type), name) !== null) {
      return redirect(response, addresses.attachment(answer.slug, name, answer.type));
    }
    if (answer.kind !== 'withdrawn') return sendNotFound(request, response);
    await sendRendered(request, response, await parts.respond(page));
  }

  /** Addresses of items are guessed more than any others, and nothing has to be rendered to refuse them. */
  function isUnknownItem(path: string): boolean {
    const item = itemPageAt(path);
    return item !== null && parts.node.locals.content.item(item.slug, item.type).kind === 'unknown';
  }

  /** The page that says so, rendered once until the content changes. */
  async function sendNotFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const version = parts.node.contentVersion;
    if (notFound?.version !== version) {
      const rendered = await parts.respond(NOT_FOUND);
      notFound = { version, rendered, body: Buffer.from(await rendered.arrayBuffer()) };
    }
    sendBody(request, response, notFound.rendered, notFound.body);
  }

  async function takeNudge(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = isWebhook(request) ? unread(request) : await readBody(request, LONGEST_NUDGE);
    if (body === null) return refuse(response, 413, { connection: 'close' });
    const verdict = gate.judge({ headers: request.headers, body }, Math.floor(Date.now() / 1000));
    if (verdict === 'refused') return refuse(response, 401, { connection: 'close' });
    if (verdict === 'accepted') {
      if (asksForInspection(body)) parts.node.inspector.ask();
      parts.node.nudge();
    }
    response.writeHead(202, SECURITY_HEADERS).end();
  }

  /** 我为政府网站找错. A form that is not right comes back with all that was written; of what is right nobody here can read any more. */
  async function takeCorrection(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) {
      return refuse(response, 415, { connection: 'close' });
    }
    const body = await readBody(request, LONGEST_CORRECTION);
    if (body === null) return refuse(response, 413, { connection: 'close' });
    const answer = desk.answer(body, clientOf(request), new Date().toISOString());
    if (answer.kind === 'taken') {
      parts.node.nudge();
      const location = `${addresses.corrections()}?receipt=${answer.receiptNumber}`;
      return void response.writeHead(303, { ...SECURITY_HEADERS, location, 'cache-control': 'no-store' }).end();
    }
    const rendered = await parts.respond(addresses.corrections(), { correction: answer.refused });
    await sendRendered(request, response, rendered);
  }

  async function takePreview(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!parts.settings.rendersPreviews) return refuse(response, 404, { connection: 'close' });
    const body = await readBody(request, LONGEST_PREVIEW_REQUEST);
    if (body === null) return refuse(response, 413, { connection: 'close' });
    const verdict = previewGate.judge({ headers: request.headers, body }, Math.floor(Date.now() / 1000));
    switch (verdict.kind) {
      case 'refused':
        return refuse(response, 401);
      case 'repeated':
        return refuse(response, 409);
      case 'invalid':
        return sendJson(response, 400, { error: 'preview_mismatch' });
      case 'accepted':
        return sendPreview(response, verdict.request);
    }
  }

  /** One at a time: whoever reads the site comes before whoever looks at drafts. */
  async function sendPreview(response: ServerResponse, request: PreviewRequest): Promise<void> {
    if (isPreviewing) return refuse(response, 503, { 'retry-after': '1' });
    isPreviewing = true;
    try {
      sendJson(response, 200, await parts.node.previewer.preview(request));
    } catch (error) {
      // The error itself may quote the draft.
      const code = error instanceof DisclosureError ? error.code : 'render_failed';
      log.error(`Cannot render a preview: ${code}`);
      sendJson(response, 500, { error: code });
    } finally {
      isPreviewing = false;
    }
  }

  /** An attachment, only while its item is public. Whether there was one. */
  async function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    page: string,
    name: string,
  ): Promise<boolean> {
    const path = await parts.node.placeOfFile(page, name);
    const known = parts.node.fileOf(page, name);
    if (path === null || known === null) return false;

    const etag = `"${known.sha256}"`;
    const disposition = SHOWN_INLINE.has(known.mime) ? 'inline' : 'attachment';
    const headers = {
      ...SECURITY_HEADERS,
      'content-type': known.mime,
      'content-disposition': `${disposition}; filename*=UTF-8''${headerText(name)}`,
      'cache-control': REVALIDATE,
      etag,
    };
    if (isKnown(request, etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'content-length': known.size });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(path), response).catch(ignoreGoneClient);
    return true;
  }
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  sendContent(request, response, {
    status: 200,
    headers: { 'content-type': withCharset(page.contentType), 'cache-control': REVALIDATE, etag: page.etag },
    body: page.body,
  });
}

interface Content {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>> & { readonly 'content-type': string };
  readonly body: Buffer;
}

/**
 * Content in the shortest coding that the client takes, or as much as that it has it. An entity tag is strong: of the bytes
 * as they are, and with the name of the coding at its end of those in one.
 */
function sendContent(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Content): void {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const form = encoding === null ? null : encodedForm(body, headers['content-type'], encoding);
  const all: Record<string, string> = {
    ...headers,
    ...securityHeadersOf(headers['content-type']),
    vary: 'accept-encoding',
  };
  if (form !== null && headers['etag'] !== undefined) all['etag'] = `${headers['etag'].slice(0, -1)}-${encoding}"`;
  if (status === 200 && all['etag'] !== undefined && isKnown(request, all['etag'])) {
    return void response.writeHead(304, all).end();
  }
  if (form !== null) all['content-encoding'] = encoding as string;
  const sent = form ?? body;
  response.writeHead(status, { ...all, 'content-length': sent.length });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

async function sendRendered(request: IncomingMessage, response: ServerResponse, rendered: Response): Promise<void> {
  sendBody(request, response, rendered, Buffer.from(await rendered.arrayBuffer()));
}

/**
 * What was rendered, whose body was read before. An answer that is not stored bears the hash of its body as well, so that
 * whoever asks again and again gets it once.
 */
function sendBody(request: IncomingMessage, response: ServerResponse, rendered: Response, body: Buffer): void {
  const headers: Record<string, string> = { 'cache-control': REVALIDATE };
  for (const [name, value] of rendered.headers) if (name !== TAGS_HEADER) headers[name] = value;
  if (body.length === 0 && rendered.status in REFUSALS) {
    return refuse(response, rendered.status, { ...headers, 'content-type': PLAIN_TEXT });
  }
  if (rendered.status === 200 && headers['cache-control'] === REVALIDATE) headers['etag'] ??= `"${hashOf(body)}"`;
  const contentType = withCharset(rendered.headers.get('content-type') ?? 'text/html');
  sendContent(request, response, {
    status: rendered.status,
    headers: { ...headers, 'content-type': contentType },
    body,
  });
}

function sendAsset(request: IncomingMessage, response: ServerResponse, path: string, asset: Asset): void {
  sendContent(request, response, {
    status: 200,
    headers: {
      'content-type': asset.contentType,
      'cache-control': path.startsWith('/_astro/') ? FOR_EVER : REVALIDATE,
      etag: asset.etag,
    },
    body: asset.body,
  });
}

/** For the CMS alone: kept by nobody on the way. */
function sendJson(response: ServerResponse, status: number, value: object): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  const text = REFUSALS[status] ?? '';
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': PLAIN_TEXT,
    ...headers,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function redirect(response: ServerResponse, location: string): void {
  refuse(response, 301, { location, 'cache-control': REVALIDATE });
}

/** Refuses what is no HTTP: it reaches no handler. Never in the middle of the answer to a request before it. */
function refuseUnparsed(socket: Duplex, before: ServerResponse | undefined, status: number): void {
  const end = () => (socket.writable ? socket.end(bareRefusal(status)) : socket.destroy());
  if (before === undefined || before.writableFinished) end();
  else if (before.req.complete) before.once('finish', end);
  else if (before.headersSent) socket.destroy();
  else end();
}

/** A refusal where there is no response to write to: it ends the connection. */
function bareRefusal(status: number, headers: Record<string, string> = {}): string {
  const text = REFUSALS[status] ?? '';
  const all = {
    ...SECURITY_HEADERS,
    'content-type': PLAIN_TEXT,
    'content-length': Buffer.byteLength(text),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', text].join('\r\n');
}

const NDJSON = 'application/x-ndjson; charset=utf-8';
const DUMP_TYPES: Readonly<Record<DumpFormat, string>> = { ndjson: NDJSON, csv: 'text/csv; charset=utf-8' };
const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** What the parser of Node says of a request that it gives up, as a status. */
const STATUS_OF_CLIENT_ERRORS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Plain answers where there is no page to show, in both languages. */
const REFUSALS: Readonly<Record<number, string>> = {
  301: '这个页面已经换了地址。\nThis page has another address.\n',
  302: '这个页面在另一个地址。\nThis page is at another address.\n',
  400: '网址有误，请检查后重试。\nThe address is not well-formed.\n',
  401: '签名无效。\nThe signature is not valid.\n',
  404: '没有找到这个页面。\nThere is no such page.\n',
  405: '不支持这种请求方式。\nThis method is not supported here.\n',
  408: '请求超时，请重试。\nThe request took too long. Please try again.\n',
  409: '这个请求已经处理过。\nThis request has been answered before.\n',
  413: '请求内容过大。\nThe request is too large.\n',
  414: '网址过长。\nThe address is too long.\n',
  415: '不支持这种内容。\nThis kind of content is not supported here.\n',
  431: '请求头过大。\nThe headers of the request are too large.\n',
  503: '现在读取的人太多，请稍后重试。\nToo many are reading this at the moment. Please try again.\n',
  500: '页面暂时无法显示，请稍后重试。\nThe page cannot be shown at the moment. Please try again.\n',
};

/** Nothing but an absolute path whose escapes decode, without control characters, back slashes or steps upwards. */
function isWellFormed(target: string): boolean {
  if (!target.startsWith('/') || target.startsWith('//')) return false;
  let decoded: string;
  try {
    decoded = decodeURIComponent(target.split('?', 1)[0] ?? '');
    decodeURIComponent((target.split('?')[1] ?? '').replaceAll('+', ' '));
  } catch {
    return false;
  }
  return !/[\p{Cc}\\]|(?:^|\/)\.{1,2}(?:\/|$)/u.test(decoded) && !decoded.includes('//');
}

/** Whether the client has this version, by the weak comparison that a cache in between may have made of it. */
function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** As RFC 8187 wants it. */
function headerText(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** For the log: a path without its query, which may hold what a person typed. */
function safePath(target: string): string {
  return (target.split('?', 1)[0] ?? '').slice(0, 200);
}

function withCharset(contentType: string): string {
  return contentType.includes('charset') || !/^text\/|xml|json/.test(contentType)
    ? contentType
    : `${contentType}; charset=utf-8`;
}

/** Strapi's own webhooks say who they are in a header, and send along the whole entry. */
function isWebhook({ headers }: IncomingMessage): boolean {
  return headers.authorization !== undefined;
}

/** Lets a body go by that nobody reads, however long it is. */
function unread(request: IncomingMessage): string {
  request.resume();
  return '';
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The request is kept open past its limit, so that an answer can be given.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function ignoreGoneClient(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') throw error;
}
