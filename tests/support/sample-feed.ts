import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import {
  DisclosureError,
  itemTypeOf,
  receiptsSchema,
  sealedCorrectionsSchema,
  type Approval,
  type Attachment,
  type Category,
  type Change,
  type FeedPage,
  type Item,
  type Organ,
  type Receipts,
  type SealedCorrection,
  type Tombstone,
} from 'disclosure-contract';
import type { FeedClient } from '../../site/theme/src/node/feed-client.ts';

/** The prefix of every sample index number: a credit code that is in use. */
export const SAMPLE_PREFIX = '11341823MB1E45262T';

/** Distributes over every change but `seq` and `at`, which the feed gives. */
type NewChange<C = Change> = C extends Change
  ? Omit<C, 'seq' | 'at' | 'approval'> & Partial<Pick<C, 'approval'>>
  : never;

/** An item that is complete and like no other `n`. */
export function sampleItem(n: number, given: Partial<Item> = {}): Item {
  const day = new Date(Date.UTC(2024, 0, 1 + (n % 900), 2)).toISOString();
  return {
    documentId: `item-${n}`,
    slug: `zhu-fang-${n}`,
    formerSlugs: [],
    indexNo: `${SAMPLE_PREFIX}/202401-${String(n).padStart(5, '0')}`,
    title: `关于住房保障工作的第${n}号通知`,
    categories: ['category-1'],
    legalBases: ['a20_01'],
    publisher: 'organ-1',
    responsible: null,
    docNo: `建房〔2024〕${n}号`,
    source: null,
    subject: 'urban_rural_environment',
    genre: 'notice',
    audienceClass: null,
    lifecycleClass: null,
    writtenOn: null,
    effectiveOn: null,
    repealedOn: null,
    statedValidity: null,
    keywords: ['住房保障'],
    abstract: null,
    body: `<p>各县区住房城乡建设局：</p><p>现将有关事项通知如下，编号${n}。</p>`,
    attachments: [],
    disclosureMode: 'proactive',
    channels: ['website'],
    scope: 'public',
    deadlineRule: null,
    reviewProcedure: null,
    language: 'zh-CN',
    firstPublishedAt: day,
    publishedAt: day,
    originalDate: null,
    interprets: [],
    replaces: [],
    revisionNote: null,
    history: [],
    readings: [],
    withholding: null,
    record: null,
    ...given,
  };
}

export function sampleCategory(n: number, given: Partial<Category> = {}): Category {
  return {
    documentId: `category-${n}`,
    code: `lan-mu-${n}`,
    name: `栏目${n}`,
    parent: null,
    order: n,
    description: null,
    legalBasis: 'a20_01',
    deadlineRule: 'working_days_20',
    contentElements: [],
    basis: null,
    responsible: null,
    channels: [{ value: 'website', required: true }],
    targetAudiences: ['everyone'],
    targetGroup: null,
    mode: 'proactive',
    levels: ['city'],
    stage: null,
    purpose: null,
    reviewProcedure: null,
    enquiryPhone: null,
    supervisionPhone: null,
    ...given,
  };
}

export function sampleOrgan(n: number, given: Partial<Organ> = {}): Organ {
  return {
    documentId: `organ-${n}`,
    code: `ji-gou-${n}`,
    kind: 'department',
    name: `机构${n}`,
    shortName: null,
    parent: null,
    creditCode: null,
    duties: null,
    address: null,
    phone: null,
    officeHours: null,
    leader: null,
    order: n,
    aliases: [],
    leaders: [],
    venues: [],
    applicationWays: [],
    ...given,
  };
}

export function tombstoneOf(item: Item, given: Partial<Tombstone> = {}): Tombstone {
  return {
    documentId: item.documentId,
    type: itemTypeOf(item),
    slug: item.slug,
    formerSlugs: item.formerSlugs,
    indexNo: item.indexNo,
    reason: 'inaccurate',
    replacedBy: null,
    withdrawnAt: '2026-11-20T01:00:00.000Z',
    ...given,
  };
}

/** A CMS's feed in memory: numbers what it is told, leaves out of its snapshot what a later change overtook. */
export class SampleFeed implements FeedClient {
  feedId = 'sample-feed';
  /** Answers nothing while true. */
  isDown = false;
  /** Takes no receipts while true. */
  refusesReceipts = false;
  changesPerPage = 500;
  readonly history: Change[] = [];
  readonly files = new Map<string, Buffer>();
  readonly reports: Receipts[] = [];
  /** The position that every reader of changes asked from, in the order they asked. */
  readonly askedAfter: number[] = [];

  add(change: NewChange): Change {
    const seq = this.history.length + 1;
    const numbered = {
      approval: null,
      ...change,
      seq,
      at: new Date(Date.UTC(2026, 10, 1) + seq * 60_000).toISOString(),
    } as Change;
    this.history.push(numbered);
    return numbered;
  }

  publish(item: Item, approval: Approval | null = null): Change {
    return this.add({ kind: 'item_published', payload: item, approval });
  }

  withdraw(item: Item, given: Partial<Tombstone> = {}): Change {
    return this.add({ kind: 'item_withdrawn', payload: tombstoneOf(item, given) });
  }

  saveCategory(category: Category): Change {
    return this.add({ kind: 'category_saved', payload: category });
  }

  saveOrgan(organ: Organ): Change {
    return this.add({ kind: 'organ_saved', payload: organ });
  }

  /** Keeps the bytes of a file and gives what an item says of it. */
  addFile(fileName: string, text: string, given: Partial<Attachment> = {}): Attachment {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.files.set(sha256, bytes);
    return {
      sha256,
      fileName,
      name: fileName,
      mime: 'application/pdf',
      size: bytes.length,
      role: 'attachment',
      accessibleText: null,
      ...given,
    };
  }

  /** Organ 1, category 1 and so many items in it. */
  fill(items: number): this {
    this.saveOrgan(sampleOrgan(1));
    this.saveCategory(sampleCategory(1));
    for (let n = 1; n <= items; n += 1) this.publish(sampleItem(n));
    return this;
  }

  get last(): number {
    return this.history.length;
  }

  /** The changes that no later one has overtaken. */
  get latest(): Change[] {
    const bySubject = new Map<string, Change>();
    for (const change of this.history) {
      const subject = `${change.kind.slice(0, change.kind.indexOf('_'))} ${change.payload.documentId}`;
      bySubject.delete(subject);
      bySubject.set(subject, change);
    }
    return [...bySubject.values()];
  }

  /** Every receipt that was taken, by the position of its change. */
  get receipts(): Receipts['receipts'] {
    return this.reports.flatMap((report) => report.receipts).sort((a, b) => a.seq - b.seq);
  }

  changes(after: number): Promise<FeedPage> {
    this.askedAfter.push(after);
    return this.#page(this.history, after);
  }

  snapshot(after: number): Promise<FeedPage> {
    return this.#page(this.latest, after);
  }

  async file(sha256: string): Promise<ReadableStream> {
    this.#mustBeUp();
    const bytes = this.files.get(sha256);
    if (!bytes) throw new DisclosureError('feed_unreachable', `Cannot read file ${sha256}`);
    return Readable.toWeb(Readable.from([bytes])) as ReadableStream;
  }

  async report(receipts: Receipts): Promise<void> {
    this.#mustBeUp();
    if (this.refusesReceipts) throw new DisclosureError('feed_unreachable', 'Cannot take receipts');
    this.reports.push(receiptsSchema.parse(receipts));
  }

  /** Key that nodes seal corrections for; null: this CMS takes none. */
  correctionPublicKey: string | null = null;
  readonly corrections: SealedCorrection[] = [];

  async correctionKey(): Promise<string | null> {
    this.#mustBeUp();
    return this.correctionPublicKey;
  }

  async sendCorrections(corrections: readonly SealedCorrection[]): Promise<string[]> {
    this.#mustBeUp();
    this.corrections.push(...corrections);
    return corrections.map(({ receiptNumber }) => receiptNumber);
  }

  async #page(changes: readonly Change[], after: number): Promise<FeedPage> {
    this.#mustBeUp();
    const data = changes.filter((change) => change.seq > after).slice(0, this.changesPerPage);
    const isWhole = data.length < this.changesPerPage;
    const through = isWhole ? this.last : (data.at(-1)?.seq ?? this.last);
    return { data: structuredClone(data), meta: { feedId: this.feedId, through, last: this.last } };
  }

  #mustBeUp(): void {
    if (this.isDown) throw new DisclosureError('feed_unreachable', 'Cannot reach the sample feed');
  }
}

export interface ServedFeed {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers the feed's endpoints for one token, on a free port of this machine. */
export async function serveFeed(feed: SampleFeed, token: string): Promise<ServedFeed> {
  const server = createServer((request, response) => {
    answer(feed, token, request, response).catch(() => response.writeHead(503).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  feed: SampleFeed,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const [, , , kind, sha256] = pathname.split('/');
  const after = Number(searchParams.get('after'));
  const json = (value: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

  if (kind === 'changes') return void json(await feed.changes(after));
  if (kind === 'snapshot') return void json(await feed.snapshot(after));
  if (kind === 'files') return void Readable.fromWeb(await feed.file(sha256 ?? '')).pipe(response.writeHead(200));
  if (kind === 'corrections' && sha256 === 'key') {
    const publicKey = await feed.correctionKey();
    if (publicKey !== null) return void json({ data: { publicKey } });
  } else if (kind === 'corrections') {
    const { corrections } = sealedCorrectionsSchema.parse(await bodyOf(request));
    return void json({ data: { taken: await feed.sendCorrections(corrections) } });
  }
  if (kind === 'receipts') {
    await feed.report((await bodyOf(request)) as Receipts);
    return void response.writeHead(204).end();
  }
  response.writeHead(404).end();
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
}
