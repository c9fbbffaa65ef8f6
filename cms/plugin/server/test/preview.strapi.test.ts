import { createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  addresses,
  NUDGE_HEADERS,
  nudgeSignedText,
  previewRequestSchema,
  type PreviewRequest,
} from 'disclosure-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const EFFECT = { pages: 14, lists: 5, feeds: 2, sitemaps: 1, isNew: true };

let cms: RunningCms;
let department: Department;
let admin: Caller;
let anyone: Caller;
let nodes: { readonly staff: SampleNode; readonly public: SampleNode };

/** Stands for a site node: keeps what it was asked, and answers as it is told. */
class SampleNode {
  readonly asked: PreviewRequest[] = [];
  /** What was fetched from it. */
  readonly fetched: string[] = [];
  status = 200;
  answer: (request: PreviewRequest) => unknown = answerOf;
  key = '';
  #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#take(request).then(({ status, body, type }) =>
        response.writeHead(status, { 'content-type': type }).end(body),
      );
    });
  }

  async #take(request: IncomingMessage): Promise<{ status: number; body: string; type: string }> {
    // It is nudged as well.
    if (request.method === 'GET') this.fetched.push(request.url ?? '');
    if (request.url === '/_astro/page.css') return { status: 200, body: 'a{background:url(/b.svg)}', type: 'text/css' };
    if (request.url === '/_astro/data.json') return { status: 200, body: '{}', type: 'application/json' };
    if (request.url !== addresses.preview()) return { status: 200, body: 'nothing for previews', type: 'text/css' };
    const body = await textOf(request);
    if (!this.#isSigned(request, body)) return { status: 401, body: '', type: 'text/plain' };
    const asked = previewRequestSchema.parse(JSON.parse(body));
    this.asked.push(asked);
    return { status: this.status, body: JSON.stringify(this.answer(asked)), type: 'application/json' };
  }

  #isSigned({ headers }: IncomingMessage, body: string): boolean {
    const text = nudgeSignedText(String(headers[NUDGE_HEADERS.timestamp]), body);
    const expected = createHmac('sha256', Buffer.from(this.key, 'hex')).update(text).digest('hex');
    return headers[NUDGE_HEADERS.signature] === `v1=${expected}`;
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function answerOf({ item }: PreviewRequest) {
  const html = `<!DOCTYPE html><html><head><link rel="stylesheet" href="/_astro/page.css"></head><body>
    <h1>${item.title}</h1><script>alert(1)</script><img src="/emblem.svg" alt="">
    ${item.body.replaceAll('"files/', `"/items/${item.slug}/files/`)}<a href="/catalogue/">目录</a></body></html>`;
  return { html, siteUrl: 'https://site.test', effect: EFFECT, withdrawalEffect: null };
}

async function addNode(audience: 'public' | 'staff'): Promise<SampleNode> {
  const node = new SampleNode();
  const nudgeUrl = (await node.listen()) + addresses.nudge();
  const { body } = await admin('POST', '/disclosure/nodes', { name: audience, audience, nudgeUrl });
  const [row] = await department.rows('site-node', { documentId: body.data.id });
  node.key = String(row?.['nudgeKey']);
  return node;
}

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  anyone = callerFor(cms);
  admin = callerFor(cms, await signIn(cms));
  // The public one is the older: which is asked first is not a matter of age.
  const added = { public: await addNode('public'), staff: await addNode('staff') };
  nodes = added;
}, 120_000);
afterAll(() => cms.stop());
afterAll(() => {
  nodes.public.close();
  nodes.staff.close();
});

beforeEach(() => {
  for (const node of [nodes.public, nodes.staff]) {
    node.asked.length = 0;
    node.fetched.length = 0;
    node.status = 200;
    node.answer = answerOf;
  }
});

const ask = (documentId: string, caller = admin) => caller('POST', `/disclosure/items/${documentId}/preview`);
const codeOf = ({ status, body }: { status: number; body: { error?: { details?: { code?: string } } } }) => ({
  status,
  code: body.error?.details?.code,
});

/** Puts a file into the media library and gives its number. */
async function upload(name: string, mime: string, bytes: Buffer): Promise<{ id: number; url: string }> {
  const folder = join(cms.dataDir, 'cms/public/uploads');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  const url = `/uploads/${name}`;
  const { id } = await cms.strapi.db.query('plugin::upload.file').create({
    data: { name, url, mime, hash: name, ext: '', size: 1, provider: 'local' },
  });
  return { id: id as number, url };
}

describe('a preview', () => {
  test('is of the draft, with its files, and stands behind an address that nobody can guess', async () => {
    const picture = await upload('tu.png', 'image/png', PNG);
    const table = await upload('biao.csv', 'text/csv', Buffer.from('项目,金额\n'));
    const documentId = await department.draft({
      title: '尚未公开的通知',
      body: `<p>正文</p><img src="${picture.url}" alt="图">`,
      attachments: [table.id],
    });
    const { status, body } = await ask(documentId);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ effect: EFFECT, withdrawalEffect: null, node: 'staff' });
    expect(body.data.url).toMatch(/^\/disclosure\/previews\/[\w-]{22}\/$/);

    const [asked] = nodes.staff.asked;
    expect(asked?.expiresAt).toBe(body.data.expiresAt);
    expect(asked?.item).toMatchObject({
      documentId,
      slug: 'shang-wei-gong-kai-de-tong-zhi',
      title: '尚未公开的通知',
      indexNo: expect.stringMatching(/^11341600MB1D3604X9\/\d{6}-_____$/),
      attachments: [
        { fileName: 'biao.csv', size: 14, role: 'attachment' },
        { fileName: 'tu.png', size: PNG.length, role: 'image' },
      ],
    });

    const page = await anyone('GET', body.data.url);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<h1>尚未公开的通知</h1>');
    expect(page.body).toContain('<img src="files/tu.png" alt="图" />');
    expect(page.body).not.toContain('alert(1)');
    const shown = await anyone('GET', `${body.data.url}files/tu.png`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    const saved = await anyone('GET', `${body.data.url}files/biao.csv`);
    expect(saved.body).toBe('项目,金额\n');
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('publishes nothing: no change, no number, no address, no kept file', async () => {
    const file = await upload('only-looked-at.pdf', 'application/pdf', Buffer.from('looked at'));
    const counters = await department.rows('counter');
    const changes = (await department.rows('change')).length;
    const documentId = await department.draft({ title: '只看一看', attachments: [file.id] });
    expect((await ask(documentId)).status).toBe(200);
    expect((await department.rows('change')).length).toBe(changes);
    expect(await department.rows('registration', { subject: documentId })).toEqual([]);
    expect(await department.rows('address', { subject: documentId })).toEqual([]);
    const numbers = (rows: Record<string, unknown>[]) => rows.filter(({ name }) => !String(name).includes('audit'));
    expect(numbers(await department.rows('counter'))).toEqual(numbers(counters));
    const kept = (): string[] => {
      try {
        return readdirSync(join(cms.dataDir, 'cms/published-files'), { recursive: true }) as string[];
      } catch {
        return [];
      }
    };
    expect(kept().filter((path) => /[0-9a-f]{64}/.test(path))).toEqual([]);
  });

  test('says the very payload that publishing then makes, but for what only a publication decides', async () => {
    const documentId = await department.draft({ title: '先看后发', docNo: null, keywords: ['预售'] });
    await ask(documentId);
    const ahead = nodes.staff.asked[0]!.item;
    await department.publish(documentId);
    const [change] = await department.rows('change', { subject: documentId, isLatest: true });
    const published = JSON.parse(String(change?.['payload']));
    const { indexNo, firstPublishedAt, publishedAt, history } = published;
    expect(published).toEqual({ ...ahead, indexNo, firstPublishedAt, publishedAt, history });

    await department.items.update({ documentId, data: { title: '改过之后', slug: 'gai-guo' } });
    await ask(documentId);
    const next = nodes.staff.asked[1]!.item;
    expect(next).toMatchObject({ slug: 'gai-guo', formerSlugs: ['xian-kan-hou-fa'], indexNo, firstPublishedAt });
  });

  test('is noted in the audit log without a word of the draft', async () => {
    const documentId = await department.draft({ title: '审计里没有的标题' });
    await ask(documentId);
    const [entry] = await department.rows('audit-entry', { event: 'item_previewed', subject: `item:${documentId}` });
    expect(entry).toMatchObject({ detail: '{}', actorName: expect.stringContaining('管') });
  });
});

describe('the private address', () => {
  let url: string;
  let documentId: string;

  beforeAll(async () => {
    documentId = await department.draft({ title: '私密网址' });
    ({ url } = (await ask(documentId)).body.data as { url: string });
  });

  test('gives a page in which nothing runs, that nobody keeps and no other site may frame', async () => {
    const { headers } = await anyone('GET', url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox allow-downloads; default-src 'none';/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|unsafe|script-src/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('begins below a slash', async () => {
    const { status, headers } = await anyone('GET', url.slice(0, -1));
    expect([status, headers.get('location')]).toEqual([302, url]);
  });

  test('brings the styles of the site, and finds what they name', async () => {
    const { status, body, headers } = await anyone('GET', `${url}assets/_astro/page.css`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(body).toBe('a{background:url(../b.svg)}');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox;/);
  });

  test.each([
    'assets/health',
    'assets/_disclosure/nudge',
    'assets/items/another/',
    'assets/_astro/..%2f..%2fhealth',
    'assets/_astro/%2e%2e/health',
    'assets/_astro/page.css%3fx=1',
    'assets//other.test/_astro/page.css',
    'assets/_astro/data.json',
    'assets/',
    'files/..%2f..%2f..%2fetc%2fpasswd',
    'files/tu.png',
    'files/constructor',
  ])('gives nothing at %s', async (path) => {
    nodes.staff.fetched.length = 0;
    expect((await anyone('GET', url + path)).status).toBe(404);
    expect(nodes.staff.fetched.filter((asked) => asked !== '/_astro/data.json')).toEqual([]);
  });

  test('that was made up or has expired says so in both languages, and nothing else', async () => {
    for (const unknown of [
      '/disclosure/previews/AAAAAAAAAAAAAAAAAAAAAA/',
      '/disclosure/previews/x/',
      `${url.slice(0, -2)}/`,
    ]) {
      const { status, body } = await anyone('GET', unknown);
      expect(status).toBe(404);
      expect(body).toMatch(/预览已失效[\s\S]*This preview is no longer there/);
    }
    const rows = cms.strapi.db.query('plugin::disclosure.preview' as never);
    await rows.updateMany({
      where: { subject: documentId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    } as never);
    for (const path of ['', 'assets/_astro/page.css', 'files/tu.png']) {
      const { status, body, headers } = await anyone('GET', url + path);
      expect([status, headers.get('cache-control')]).toEqual([410, 'no-store']);
      expect(body).not.toContain('私密网址');
    }
    await ask(await department.draft());
    expect(await department.rows('preview', { subject: documentId })).toEqual([]);
    expect((await anyone('GET', url)).status).toBe(404);
  });

  test('is not kept in the table: whoever reads that cannot open a preview', async () => {
    const made = (await ask(await department.draft())).body.data.url as string;
    const token = made.split('/')[3]!;
    expect(JSON.stringify(await department.rows('preview'))).not.toContain(token);
  });
});

describe('asking for a preview', () => {
  test('is for those who may read the item', async () => {
    const documentId = await department.draft();
    expect((await ask(documentId, anyone)).status).toBe(401);
    const author = callerFor(cms, await signIn(cms, 'strapi-author'));
    expect((await ask(documentId, author)).status).toBe(403);
    expect(codeOf(await ask('unknown-item'))).toEqual({ status: 404, code: 'item_unknown' });
    expect(nodes.staff.asked).toEqual([]);
  });

  test('of a draft for staff never reaches a public node', async () => {
    const documentId = await department.draft({ scope: 'internal' });
    nodes.staff.status = 404;
    expect(codeOf(await ask(documentId))).toEqual({ status: 400, code: 'preview_unavailable' });
    expect(nodes.public.asked).toEqual([]);
  });

  test('of a draft that travels nowhere reaches no node', async () => {
    const documentId = await department.draft({ disclosureMode: 'withheld' });
    const answer = await ask(documentId);
    expect(codeOf(answer)).toEqual({ status: 400, code: 'preview_unavailable' });
    expect(answer.body.error.message).toContain('没有页面可以预览');
    expect([...nodes.staff.asked, ...nodes.public.asked]).toEqual([]);
  });

  test('of a draft that is too little for a page names what is missing', async () => {
    const documentId = await department.draft({ genre: null, categories: [] });
    const { status, body } = await ask(documentId);
    expect(status).toBe(400);
    expect(body.error.details.code).toBe('preview_incomplete');
    expect(body.error.details.errors.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual([
      'categories',
      'genre',
    ]);
  });

  test('goes to the public node where no node of the office renders previews', async () => {
    nodes.staff.status = 404;
    expect((await ask(await department.draft())).body.data.node).toBe('public');
  });

  test.each([
    ['preview_unavailable', 'renders no previews', 404, {}],
    ['preview_mismatch', 'does not understand the request', 400, { error: 'preview_mismatch' }],
    ['preview_mismatch', 'answers what this version does not understand', 200, { page: '<p>' }],
    ['render_failed', 'fails to make the page', 500, { error: 'render_failed' }],
    ['preview_unreachable', 'is out of order', 502, {}],
  ])('says %s when every node %s', async (code, _what, status, answer) => {
    for (const node of [nodes.staff, nodes.public]) {
      node.status = status;
      node.answer = () => answer;
    }
    expect(codeOf(await ask(await department.draft()))).toEqual({ status: 400, code });
  });

  test('says preview_unreachable when a node does not know the key, and asks the next one', async () => {
    const { key } = nodes.staff;
    nodes.staff.key = '00';
    nodes.public.status = 404;
    const answer = await ask(await department.draft());
    nodes.staff.key = key;
    expect(codeOf(answer)).toEqual({ status: 400, code: 'preview_unreachable' });
    expect(answer.body.error.message).toContain('HTTP 401');
  });
});
