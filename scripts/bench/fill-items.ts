import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  changeSchema,
  contentHashOf,
  dayInChina,
  fieldHashesOf,
  formatIndexNumber,
  indexNumberPeriod,
  itemSchema,
  type Attachment,
  type Item,
} from 'disclosure-contract';
import { CREDIT_CODE, makeItem, type MadeItem } from './dataset.ts';
import {
  insertInto,
  insertRows,
  joinTableOf,
  tableOf,
  withRawDatabase,
  type FillableStrapi,
  type RawDatabase,
} from './raw-tables.ts';

export const ITEM = 'plugin::disclosure.item';
export const CHANGE = 'plugin::disclosure.change';
export const CHANGE_FILE = 'plugin::disclosure.change-file';
export const ADDRESS = 'plugin::disclosure.address';
export const REGISTRATION = 'plugin::disclosure.registration';
export const COUNTER = 'plugin::disclosure.counter';
export const UPLOAD = 'plugin::upload.file';

const BATCH = 5000;
/** Of so many change rows, one is checked against the contract. */
const CHECKED_EVERY = 500;

export interface Rows {
  readonly id: number;
  readonly documentId: string;
}

/** Category and organ rows by code. */
export type Codes = ReadonlyMap<string, Rows>;

interface FillInput {
  readonly strapi: FillableStrapi;
  readonly items: number;
  /** documentId of the import batch that approves them. */
  readonly batch: string;
  /** Folder of the CMS's own files. */
  readonly folder: string;
  readonly onProgress: (done: number) => void;
}

/** Strapi's identifiers have 24 characters as well. */
export function documentIdOf(index: number): string {
  return `bench${String(index).padStart(19, '0')}`;
}

/**
 * Writes `items` published items, with everything that the gate would have left behind had each been published at its
 * instant: draft and published row, relations, address, change row, file references and counters.
 */
export async function fillItems({ strapi, items, batch, folder, onProgress }: FillInput): Promise<void> {
  await withRawDatabase(strapi, (raw) => {
    raw.pragma('synchronous = OFF');
    const writer = itemWriter(strapi, raw, folder, `batch:${batch}`);
    for (let from = 0; from < items; from += BATCH) {
      const until = Math.min(items, from + BATCH);
      raw.exec('BEGIN');
      for (let index = from; index < until; index += 1) writer.write(makeItem(index, items));
      raw.exec('COMMIT');
      onProgress(until);
    }
    writer.writeCounters();
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.pragma('synchronous = NORMAL');
  });
}

function itemWriter(strapi: FillableStrapi, raw: RawDatabase, folder: string, approval: string) {
  const organs = rowsByCode(strapi, raw, 'plugin::disclosure.organ');
  const categories = rowsByCode(strapi, raw, 'plugin::disclosure.category');
  const insert = statements(strapi, raw);
  const counters = new Map<string, number>();
  let seq = lastSeq(strapi, raw);

  const nextIndexNo = (day: string): string => {
    const period = indexNumberPeriod(day, 'month');
    const running = (counters.get(period) ?? 0) + 1;
    counters.set(period, running);
    return formatIndexNumber(CREDIT_CODE, period, running);
  };

  return {
    write(made: MadeItem): void {
      const attachment = made.file === null ? null : keepFile(made, folder);
      const payload = payloadOf(made, {
        categories,
        organs,
        indexNo: nextIndexNo(dayInChina(made.publishedAt)),
        attachments: attachment === null ? [] : [attachment],
      });
      seq += 1;
      writeVersions(insert, made, payload, { categories, organs });
      writeChange(insert, seq, payload, approval);
      if (attachment !== null) writeFile(insert, made, seq, attachment);
    },

    writeCounters(): void {
      const name = columnIn(strapi, COUNTER, 'name');
      const value = columnIn(strapi, COUNTER, 'value');
      raw.prepare(`UPDATE "${tableOf(strapi, COUNTER)}" SET "${value}" = ? WHERE "${name}" = 'feed'`).run(seq);
      for (const [period, running] of counters) {
        const counter = `index:${CREDIT_CODE}:${period}`;
        insert.counter({ documentId: counter, name: counter, value: running });
      }
    },
  };
}

function statements(strapi: FillableStrapi, raw: RawDatabase) {
  const times = ['documentId', 'createdAt', 'updatedAt'] as const;
  const link = (attribute: string) => {
    const { name, joinColumn, inverseJoinColumn, orderColumnName } = joinTableOf(strapi, ITEM, attribute);
    const columns = [
      joinColumn.name,
      inverseJoinColumn?.name ?? '',
      ...(orderColumnName === undefined ? [] : [orderColumnName]),
    ];
    return insertRows(raw, name, columns);
  };
  const morph = joinTableOf(strapi, UPLOAD, 'related');
  return {
    item: insertInto(strapi, raw, ITEM, [
      'id',
      ...times,
      'publishedAt',
      'title',
      'slug',
      'indexNo',
      'firstPublishedAt',
      'legalBases',
      'docNo',
      'subject',
      'genre',
      'writtenOn',
      'keywords',
      'abstract',
      'body',
      'disclosureMode',
      'scope',
      'channels',
      'language',
      'contributors',
    ]),
    category: link('categories'),
    publisher: link('publisher'),
    responsible: link('responsible'),
    interprets: link('interprets'),
    address: insertInto(strapi, raw, ADDRESS, [...times, 'publishedAt', 'slug', 'subject', 'reach', 'isCurrent']),
    registration: insertInto(strapi, raw, REGISTRATION, [
      ...times,
      'publishedAt',
      'subject',
      'indexNo',
      'firstPublishedAt',
      'originalDate',
    ]),
    change: insertInto(strapi, raw, CHANGE, [
      ...times,
      'publishedAt',
      'seq',
      'at',
      'kind',
      'subject',
      'title',
      'audience',
      'sentTo',
      'payload',
      'payloadSize',
      'isLatest',
      'approval',
      'contentHash',
    ]),
    changeFile: insertInto(strapi, raw, CHANGE_FILE, [
      ...times,
      'publishedAt',
      'changeSeq',
      'subject',
      'sha256',
      'fileName',
      'mime',
      'size',
    ]),
    upload: insertInto(strapi, raw, UPLOAD, [
      'id',
      ...times,
      'publishedAt',
      'name',
      'hash',
      'ext',
      'mime',
      'size',
      'url',
      'provider',
      'folderPath',
    ]),
    counter: insertInto(strapi, raw, COUNTER, ['documentId', 'name', 'value']),
    related: insertRows(raw, morph.name, [
      morph.joinColumn.name,
      morph.morphColumn?.idColumn.name ?? '',
      morph.morphColumn?.typeColumn.name ?? '',
      'field',
      'order',
    ]),
  };
}
type Statements = ReturnType<typeof statements>;

function draftId(index: number): number {
  return 2 * index + 1;
}

function publishedId(index: number): number {
  return 2 * index + 2;
}

function writeVersions(
  insert: Statements,
  made: MadeItem,
  payload: Item,
  codes: { categories: Codes; organs: Codes },
): void {
  const at = made.publishedAt;
  const versions = [
    { idOf: draftId, publishedAt: null },
    { idOf: publishedId, publishedAt: at },
  ];
  for (const { idOf, publishedAt } of versions) {
    const id = idOf(made.index);
    insert.item({ ...payload, contributors: [], id, createdAt: at, updatedAt: at, publishedAt });
    for (const [order, code] of made.categories.entries())
      insert.category(id, rowOf(codes.categories, code).id, order + 1);
    insert.publisher(id, rowOf(codes.organs, made.publisher).id);
    insert.responsible(id, rowOf(codes.organs, made.responsible).id);
    if (made.interprets !== null) insert.interprets(id, idOf(made.interprets), 1);
  }
  const { slug, documentId } = payload;
  insert.address({
    documentId: `a${documentId.slice(1)}`,
    createdAt: at,
    updatedAt: at,
    publishedAt: at,
    slug,
    subject: documentId,
    reach: 'public',
    isCurrent: true,
  });
  insert.registration({
    documentId: `r${documentId.slice(1)}`,
    createdAt: at,
    updatedAt: at,
    publishedAt: at,
    subject: documentId,
    indexNo: payload.indexNo,
    firstPublishedAt: payload.firstPublishedAt,
    originalDate: payload.originalDate,
  });
}

function writeChange(insert: Statements, seq: number, payload: Item, approval: string): void {
  const at = payload.publishedAt;
  const text = JSON.stringify(payload);
  if (seq % CHECKED_EVERY === 0) changeSchema.parse({ seq, at, kind: 'item_published', payload: JSON.parse(text) });
  insert.change({
    documentId: `c${payload.documentId.slice(1)}`,
    createdAt: at,
    updatedAt: at,
    publishedAt: at,
    seq,
    at,
    kind: 'item_published',
    subject: payload.documentId,
    title: payload.title,
    audience: 'public',
    sentTo: 'none',
    payload: text,
    payloadSize: text.length,
    isLatest: true,
    approval,
    contentHash: contentHashOf(fieldHashesOf({ ...payload, address: payload.slug }, sha256), sha256),
  });
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function writeFile(insert: Statements, made: MadeItem, seq: number, attachment: Attachment): void {
  const at = made.publishedAt;
  const { sha256, fileName, mime, size, name } = attachment;
  const times = { createdAt: at, updatedAt: at, publishedAt: at };
  insert.changeFile({
    ...times,
    documentId: `f${documentIdOf(made.index).slice(1)}`,
    changeSeq: seq,
    subject: documentIdOf(made.index),
    sha256,
    fileName,
    mime,
    size,
  });
  const id = made.index + 1;
  const hash = uploadHash(made.index);
  insert.upload({
    ...times,
    id,
    documentId: `u${documentIdOf(made.index).slice(1)}`,
    name,
    hash,
    ext: '.csv',
    mime,
    size: Math.round(size / 10) / 100,
    url: `/uploads/${hash}.csv`,
    provider: 'local',
    folderPath: '/',
  });
  for (const idOf of [draftId, publishedId]) insert.related(id, idOf(made.index), ITEM, 'attachments', 1);
}

/** The public version of an item, as the gate would write it. */
export function payloadOf(
  made: MadeItem,
  given: { categories: Codes; organs: Codes; indexNo: string; attachments: Attachment[] },
): Item {
  return itemSchema.parse({
    documentId: documentIdOf(made.index),
    slug: made.slug,
    formerSlugs: [],
    indexNo: given.indexNo,
    title: made.title,
    categories: made.categories.map((code) => rowOf(given.categories, code).documentId),
    legalBases: made.legalBases,
    publisher: rowOf(given.organs, made.publisher).documentId,
    responsible: rowOf(given.organs, made.responsible).documentId,
    docNo: made.docNo,
    source: null,
    subject: made.subject,
    genre: made.genre,
    audienceClass: null,
    lifecycleClass: null,
    writtenOn: made.writtenOn,
    effectiveOn: null,
    repealedOn: null,
    statedValidity: null,
    keywords: made.keywords,
    abstract: made.abstract,
    body: made.body,
    attachments: given.attachments,
    disclosureMode: 'proactive',
    channels: ['website'],
    scope: 'public',
    deadlineRule: null,
    reviewProcedure: null,
    language: 'zh-CN',
    firstPublishedAt: made.publishedAt,
    publishedAt: made.publishedAt,
    originalDate: null,
    interprets: made.interprets === null ? [] : [documentIdOf(made.interprets)],
  });
}

function uploadHash(index: number): string {
  return `bench_${index}`;
}

export function attachmentOf(file: NonNullable<MadeItem['file']>): Attachment {
  return {
    sha256: sha256(file.bytes),
    fileName: file.name,
    name: file.name,
    mime: 'text/csv',
    size: file.bytes.length,
    role: 'attachment',
    accessibleText: null,
  };
}

/** One file under two names: in the media library, and under its hash in the store of what is published. */
function keepFile(made: MadeItem & { readonly file: unknown }, folder: string): Attachment {
  if (made.file === null) throw new TypeError('Cannot keep a file that is not there');
  const attachment = attachmentOf(made.file);
  const upload = join(folder, 'public', 'uploads', `${uploadHash(made.index)}.csv`);
  const published = join(folder, 'published-files', attachment.sha256.slice(0, 2), attachment.sha256);
  writeFileSync(upload, made.file.bytes);
  mkdirSync(dirname(published), { recursive: true });
  linkSync(upload, published);
  return attachment;
}

export function rowsByCode(strapi: FillableStrapi, raw: RawDatabase, uid: string): Codes {
  const documentId = columnIn(strapi, uid, 'documentId');
  const code = columnIn(strapi, uid, 'code');
  const rows = raw
    .prepare(`SELECT id, "${documentId}" AS documentId, "${code}" AS code FROM "${tableOf(strapi, uid)}"`)
    .all();
  return new Map((rows as (Rows & { code: string })[]).map((row) => [row.code, row]));
}

function lastSeq(strapi: FillableStrapi, raw: RawDatabase): number {
  const seq = columnIn(strapi, CHANGE, 'seq');
  const row = raw.prepare(`SELECT max("${seq}") AS last FROM "${tableOf(strapi, CHANGE)}"`).get() as {
    last: number | null;
  };
  return row.last ?? 0;
}

export function columnIn(strapi: FillableStrapi, uid: string, attribute: string): string {
  return strapi.db.metadata.get(uid).attributes[attribute]?.columnName ?? attribute;
}

function rowOf(codes: Codes, code: string): Rows {
  const row = codes.get(code);
  if (row) return row;
  throw new Error(`Cannot fill: there is nothing with the code "${code}"`);
}
