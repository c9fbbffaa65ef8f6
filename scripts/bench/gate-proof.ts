import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatIndexNumber, indexNumberPeriod, type Item } from 'disclosure-contract';
import { CREDIT_CODE, makeItem } from './dataset.ts';
import {
  ADDRESS,
  REGISTRATION,
  attachmentOf,
  CHANGE,
  CHANGE_FILE,
  columnIn,
  documentIdOf,
  ITEM,
  payloadOf,
  rowsByCode,
  UPLOAD,
} from './fill-items.ts';
import { joinTableOf, tableOf, withRawDatabase, type FillableStrapi, type RawDatabase } from './raw-tables.ts';

/** What the import is approved for that proves the filled state. */
export const GATE_PROOF = { importKey: 'bench/gate-proof', importHash: 'bench' };

/** What an import leaves behind and a publication by hand does not, or the other way round. */
const MAY_DIFFER = new Set(['original_date', 'import_key', 'import_hash', 'actor', 'created_by_id', 'updated_by_id']);

/**
 * Publishes one more generated item through the real gate and compares: its payload with what the generator would have
 * written, its numbers with those that the filled counters lead to, and the kind of value in every column of every row
 * with that of a filled item. `batch` must hold `GATE_PROOF`. Throws an AssertionError that shows the difference.
 */
export async function proveWithGate(strapi: FillableStrapi, items: number, batch: string): Promise<void> {
  // A filled item with a file, a second version of which comes through the gate.
  const filled = Math.floor((items - 1) / 10) * 10;
  const made = { ...makeItem(filled, items), index: items, slug: 'gate-proof', interprets: null };
  assert(made.file);
  const before = await withRawDatabase(strapi, (raw) => countersOf(raw));
  const payload = await publish(strapi, made, batch);

  const period = indexNumberPeriod(made.writtenOn, 'month');
  const running = before.get(`index:${CREDIT_CODE}:${period}`);
  const feed = before.get('feed');
  assert(running !== undefined && feed !== undefined, 'the counters were not filled');
  const expected = await withRawDatabase(strapi, (raw) =>
    payloadOf(made, {
      categories: rowsByCode(strapi, raw, 'plugin::disclosure.category'),
      organs: rowsByCode(strapi, raw, 'plugin::disclosure.organ'),
      indexNo: formatIndexNumber(CREDIT_CODE, period, running + 1),
      attachments: made.file ? [attachmentOf(made.file)] : [],
    }),
  );
  const { documentId, slug, firstPublishedAt, publishedAt, originalDate, history, readings } = payload;
  assert.deepEqual(payload, {
    ...expected,
    documentId,
    slug,
    firstPublishedAt,
    publishedAt,
    originalDate,
    history,
    readings,
  });

  await withRawDatabase(strapi, (raw) => {
    assert.equal(countersOf(raw).get('feed'), feed + 1);
    for (const [name, sql] of Object.entries(rowQueries(strapi))) {
      const real = kindsOf(raw, sql, documentId);
      assert(real.length > 0, `the gate left no rows of ${name}`);
      assert.deepEqual(kindsOf(raw, sql, documentIdOf(filled)), real, `rows of ${name} differ from those of the gate`);
    }
  });
}

/** Imports the item: the one way to publish with a day, and so with an index number, of the past. */
async function publish(strapi: FillableStrapi, made: ReturnType<typeof makeItem>, batch: string): Promise<Item> {
  const folder = mkdtempSync(join(tmpdir(), 'gate-proof-'));
  try {
    const path = join(folder, 'table.csv');
    if (made.file) writeFileSync(path, made.file.bytes);
    const {
      title,
      body,
      abstract,
      keywords,
      docNo,
      subject,
      genre,
      legalBases,
      writtenOn,
      categories,
      publisher,
      responsible,
    } = made;
    const disclosure = strapi.plugin('disclosure');
    const document = {
      ...{ title, body, abstract, keywords, docNo, subject, genre, legalBases, writtenOn },
      ...{ categories, publisher, responsible },
      ...GATE_PROOF,
      originalDate: writtenOn,
      channels: ['website'],
      attachments: made.file ? [{ path, name: made.file.name }] : [],
      publish: true,
    };
    await disclosure.service('importer').importDocument(document, batch);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return withRawDatabase(strapi, (raw) => {
    const seq = columnIn(strapi, CHANGE, 'seq');
    const row = raw
      .prepare(`SELECT payload FROM "${tableOf(strapi, CHANGE)}" ORDER BY "${seq}" DESC LIMIT 1`)
      .get() as { payload: string };
    return JSON.parse(row.payload) as Item;
  });
}

function countersOf(raw: RawDatabase): ReadonlyMap<string, number> {
  const rows = raw.prepare('SELECT name, value FROM disclosure_counters').all() as { name: string; value: number }[];
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** Every row that belongs to an item, by its documentId. */
function rowQueries(strapi: FillableStrapi): Record<string, string> {
  const item = tableOf(strapi, ITEM);
  const own = `SELECT id FROM "${item}" WHERE document_id = ?`;
  const morph = joinTableOf(strapi, UPLOAD, 'related');
  const links = ['categories', 'publisher', 'responsible'].map((name) => {
    const { name: table, joinColumn } = joinTableOf(strapi, ITEM, name);
    return [table, `SELECT * FROM "${table}" WHERE "${joinColumn.name}" IN (${own})`];
  });
  return {
    drafts: `SELECT * FROM "${item}" WHERE document_id = ? AND published_at IS NULL`,
    published: `SELECT * FROM "${item}" WHERE document_id = ? AND published_at IS NOT NULL`,
    ...Object.fromEntries(links),
    [tableOf(strapi, ADDRESS)]: `SELECT * FROM "${tableOf(strapi, ADDRESS)}" WHERE subject = ?`,
    [tableOf(strapi, REGISTRATION)]: `SELECT * FROM "${tableOf(strapi, REGISTRATION)}" WHERE subject = ?`,
    [tableOf(strapi, CHANGE)]: `SELECT * FROM "${tableOf(strapi, CHANGE)}" WHERE subject = ?`,
    [tableOf(strapi, CHANGE_FILE)]: `SELECT * FROM "${tableOf(strapi, CHANGE_FILE)}" WHERE subject = ?`,
    [morph.name]: `SELECT * FROM "${morph.name}" WHERE "${morph.morphColumn?.idColumn.name ?? ''}" IN (${own})`,
    [tableOf(strapi, UPLOAD)]:
      `SELECT * FROM "${tableOf(strapi, UPLOAD)}" WHERE id IN (SELECT "${morph.joinColumn.name}" FROM "${morph.name}" WHERE "${morph.morphColumn?.idColumn.name ?? ''}" IN (${own}))`,
  };
}

/** For each row, each column with the kind of its value. */
function kindsOf(raw: RawDatabase, sql: string, documentId: string): Record<string, string>[] {
  const rows = raw.prepare(sql).all(documentId) as Record<string, unknown>[];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !MAY_DIFFER.has(column))
        .map(([column, value]) => [column, value === null ? 'null' : typeof value]),
    ),
  );
}
