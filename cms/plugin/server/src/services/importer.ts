import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { DisclosureError, itemTypeSchema } from 'disclosure-contract';
import { z } from 'zod';
import type { ItemRow, ItemWithRelations, UploadRow } from '../content-types/rows.ts';
import { columnsOf } from '../domain/item-records.ts';
import { readInput } from '../domain/read-input.ts';
import { mimeOfUpload } from '../domain/upload-types.ts';
import { FileNames } from '../domain/file-name.ts';
import { uploadPath } from '../domain/file-reference.ts';
import { during } from '../gate/work-context.ts';
import { ALL_ITEM_UIDS, CATEGORY, ITEM_UIDS, ORGAN } from '../plugin-id.ts';
import { documents, table, uploadService } from '../strapi-access.ts';
import type { Drafts } from './drafts.ts';
import type { ImportBatches } from './import-batches.ts';

const text = z.string().nullable().default(null);

const fileSchema = z.strictObject({
  path: z.string(),
  name: z.string().min(1),
  /** What the file says, for people who cannot open or see it. */
  accessibleText: text,
});
type ImportFile = z.output<typeof fileSchema>;

const importSchema = z.strictObject({
  type: itemTypeSchema.default('item'),
  /** What makes this document the same one next time. */
  importKey: z.string().min(1).max(255),
  /** Changes whenever anything of the source changed. */
  importHash: z.string().min(1).max(255),
  title: z.string().min(1).max(255),
  /** HTML; sanitised like every body. */
  body: z.string().default(''),
  /** Codes, the primary one first. */
  categories: z.array(z.string()).min(1),
  publisher: z.string(),
  responsible: z.string(),
  docNo: text,
  source: text,
  subject: z.string(),
  genre: z.string(),
  keywords: z.array(z.string()).default([]),
  abstract: text,
  writtenOn: text,
  effectiveOn: text,
  repealedOn: text,
  statedValidity: text,
  originalDate: text,
  legalBases: z.array(z.string()).default([]),
  scope: z.string().default('public'),
  disclosureMode: z.string().default('proactive'),
  channels: z.array(z.string()).default([]),
  deadlineRule: text,
  reviewProcedure: text,
  /** importKeys of items that are here already. */
  interprets: z.array(z.string()).default([]),
  replaces: z.array(z.string()).default([]),
  attachments: z.array(fileSchema).default([]),
  /** What its type adds, in the shape of the contract; other items in it by importKey. */
  record: z.record(z.string(), z.unknown()).nullable().default(null),
  publish: z.boolean().default(false),
});
type ImportDocument = z.output<typeof importSchema>;

export interface ImportResult {
  readonly outcome: 'imported' | 'updated' | 'unchanged';
  readonly documentId: string;
  /** importKeys in `interprets` and `replaces` that no item has. */
  readonly unknownInterprets: readonly string[];
}

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly batches: ImportBatches;
}

/** Takes documents from elsewhere: each one as often as you like, with the same result. */
export const createImporter = ({ strapi, drafts, batches }: Parts) => {
  async function documentIdOf(uid: typeof CATEGORY | typeof ORGAN, code: string): Promise<string> {
    const row = await table(strapi, uid).findOne({ where: { code }, select: ['id', 'documentId'] });
    if (row !== null) return row.documentId;
    const what = uid === ORGAN ? '机构' : '栏目';
    throw new DisclosureError('import_unreadable', `找不到代码为“${code}”的${what}，请先导入它。`, { code });
  }

  async function findByKey(importKey: string): Promise<ItemRow | null> {
    for (const uid of ALL_ITEM_UIDS) {
      const row = await table(strapi, uid).findOne({ where: { importKey, publishedAt: null } });
      if (row !== null) return row;
    }
    return null;
  }

  /** A record names other items by importKey, as `interprets` does. */
  async function columnsFor({ type, record }: ImportDocument): Promise<Record<string, unknown>> {
    if (record === null) return {};
    const related = async (keys: unknown) => {
      const rows = await inTurn([keys ?? []].flat().map(String), findByKey);
      return rows.flatMap((row) => (row === null ? [] : [row.documentId]));
    };
    const columns = columnsOf({ ...record, type });
    return {
      ...columns,
      ...('related' in columns ? { related: await related(columns['related']) } : {}),
      ...('power' in columns ? { power: (await related(columns['power']))[0] ?? null } : {}),
    };
  }

  async function dataOf(source: ImportDocument, current: ItemWithRelations | null) {
    const { publish: _publish, type: _type, record: _record, ...named } = source;
    const { interprets, replaces, attachments, ...rest } = named;
    const { categories, publisher, responsible, ...fields } = rest;
    const explained = await Promise.all(interprets.map(findByKey));
    const replaced = await Promise.all(replaces.map(findByKey));
    const unknownInterprets = [
      ...interprets.filter((_key, at) => explained[at] === null),
      ...replaces.filter((_key, at) => replaced[at] === null),
    ];
    const data = {
      ...fields,
      ...(await columnsFor(source)),
      categories: await inTurn(categories, (code) => documentIdOf(CATEGORY, code)),
      publisher: await documentIdOf(ORGAN, publisher),
      responsible: await documentIdOf(ORGAN, responsible),
      interprets: explained.flatMap((row) => (row === null ? [] : [row.documentId])),
      replaces: replaced.flatMap((row) => (row === null ? [] : [row.documentId])),
      attachments: await inTurn(attachments, (file) => attach(file, current?.attachments ?? [])),
    };
    return { data, unknownInterprets };
  }

  /** Uploads a file, unless the item has it already. Gives its id in the media library. */
  async function attach(file: ImportFile, present: readonly UploadRow[]): Promise<number> {
    for (const upload of present) {
      const path = uploadPath(strapi.dirs.static.public, upload.url);
      if (upload.name !== file.name || path === null || !(await isSameFile(path, file.path))) continue;
      await describe(upload, file.accessibleText);
      return upload.id;
    }
    const { size } = await stat(file.path);
    const mimetype = mimeOfUpload(extname(file.name));
    const [upload] = await uploadService(strapi).upload({
      data: { fileInfo: { name: file.name, alternativeText: file.accessibleText } },
      files: { filepath: file.path, originalFilename: new FileNames().claim(file.name), mimetype, size },
    });
    if (upload === undefined)
      throw new DisclosureError('import_unreadable', `附件“${file.name}”无法上传，请检查文件。`);
    return upload.id;
  }

  /** A source that does not say what a file says leaves what an editor wrote. */
  async function describe({ id, alternativeText }: UploadRow, accessibleText: string | null): Promise<void> {
    if (accessibleText === null || accessibleText === alternativeText) return;
    await uploadService(strapi).updateFileInfo(id, { alternativeText: accessibleText });
  }

  async function isPublishedOrWithdrawn(row: ItemRow): Promise<boolean> {
    return row.withdrawnAt !== null || (await drafts.rowOf(row.documentId, 'published')) !== null;
  }

  return {
    /**
     * Takes one document. To publish it, `batch` names the approval that it is part of: see `ImportBatches.approve()`.
     *
     * @throws DisclosureError `batch_missing`, `batch_unknown`, `import_unreadable`, and what the gate throws
     */
    async importDocument(written: unknown, batch: string | null = null): Promise<ImportResult> {
      const source = readInput(importSchema, written);
      if (source.publish) {
        if (batch === null) {
          const message = '导入并发布，要先整批批准：写明批次名称、批准人和依据。';
          throw new DisclosureError('batch_missing', message, { importKey: source.importKey });
        }
        await batches.assertHolds(batch, source.importKey, source.importHash);
      }
      const known = await findByKey(source.importKey);
      const items = documents(strapi, ITEM_UIDS[source.type]);
      if (known !== null && known.importHash === source.importHash) {
        const { documentId } = known;
        if (source.publish && !(await isPublishedOrWithdrawn(known))) {
          await during('import', () => items.publish({ documentId }), batch);
        }
        return { outcome: 'unchanged', documentId, unknownInterprets: [] };
      }

      const current = known === null ? null : await drafts.load(known.documentId);
      const { data, unknownInterprets } = await dataOf(source, current);
      return strapi.db.transaction(() => {
        const act = async () => {
          const saved =
            known === null ? await items.create({ data }) : await items.update({ documentId: known.documentId, data });
          const documentId = saved?.documentId ?? '';
          if (source.publish) await items.publish({ documentId });
          return { outcome: known === null ? 'imported' : 'updated', documentId, unknownInterprets } as const;
        };
        return during('import', act, source.publish ? batch : null);
      });
    },
  };
};

/** One after the other: inside a transaction there is one connection. */
async function inTurn<From, To>(list: readonly From[], act: (each: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const each of list) done.push(await act(each));
  return done;
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    return (await digest(one)) === (await digest(other));
  } catch {
    return false;
  }
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

export type Importer = ReturnType<typeof createImporter>;
