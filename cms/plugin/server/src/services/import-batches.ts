import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { z } from 'zod';
import type { ImportBatchRow } from '../content-types/rows.ts';
import { readInput } from '../domain/read-input.ts';
import { sha256 } from '../domain/sha256.ts';
import { IMPORT_BATCH } from '../plugin-id.ts';
import { currentAuditActor, table } from '../strapi-access.ts';
import type { Audit } from './audit.ts';
import { publishing } from './publication-lock.ts';

const batchSchema = z.strictObject({
  /** What it is called on record. */
  name: z.string().trim().min(1).max(200),
  /** Name and post of who approved it. */
  approvedBy: z.string().trim().min(1).max(100),
  /** What the approval rests on: minutes, a document number. */
  basis: z.string().trim().min(1).max(300),
  entries: z.array(z.strictObject({ importKey: z.string().min(1).max(255), importHash: z.string().min(1).max(255) })),
});

/** Documents from elsewhere that were approved as a whole, by name and on record: what the law asked for was done there. */
export const createImportBatches = ({ strapi, audit }: { strapi: Core.Strapi; audit: Audit }) => {
  const batches = table(strapi, IMPORT_BATCH);

  /** The batch that was asked for last: an import asks once for each of its documents, and a batch never changes. */
  let last: ImportBatchRow | null = null;

  async function find(documentId: string): Promise<ImportBatchRow | null> {
    if (last?.documentId !== documentId) last = await batches.findOne({ where: { documentId } });
    return last;
  }

  return {
    /** Puts an approval on record. Gives what `importDocument()` asks for. */
    async approve(written: unknown): Promise<string> {
      const { entries: list, ...said } = readInput(batchSchema, written);
      const entries = Object.fromEntries(list.map(({ importKey, importHash }) => [importKey, importHash]));
      const hash = sha256(JSON.stringify(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1))));
      return publishing(strapi, async () => {
        const actor = currentAuditActor(strapi)?.id ?? null;
        const documents = Object.keys(entries).length;
        const at = new Date().toISOString();
        const { documentId } = await batches.create({ data: { ...said, at, actor, documents, hash, entries } });
        const detail = { ...said, documents, hash };
        await audit.record({ event: 'batch_approved', subject: `batch:${documentId}`, detail });
        return documentId;
      });
    },

    /** Throws unless exactly this document, as it is, was approved with the batch. */
    async assertHolds(documentId: string, importKey: string, importHash: string): Promise<void> {
      if ((await find(documentId))?.entries[importKey] === importHash) return;
      const message = `“${importKey}”不在批准导入的批次里，或者批准之后改过，不能发布。请重新批准这一批次。`;
      throw new DisclosureError('batch_unknown', message, { batch: documentId });
    },
  };
};

export type ImportBatches = ReturnType<typeof createImportBatches>;
