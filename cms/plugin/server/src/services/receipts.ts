import type { Core } from '@strapi/strapi';
import type { Receipts } from 'disclosure-contract';
import type { ReceiptRow, SiteNodeRow } from '../content-types/rows.ts';
import { keptInspection } from '../domain/inspection-of-node.ts';
import { RECEIPT, TABLES } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Incidents } from './incidents.ts';
import type { Nudger } from './nudger.ts';
import type { SiteNodes } from './site-nodes.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly nodes: SiteNodes;
  readonly nudger: Nudger;
  readonly incidents: Incidents;
}

/** What nodes report back. */
export const createReceipts = ({ strapi, nodes, nudger, incidents }: Parts) => {
  async function store(node: SiteNodeRow, { receipts }: Receipts): Promise<void> {
    if (receipts.length === 0) return;
    await strapi.db.transaction(async ({ trx }) => {
      const schema = strapi.db.getSchemaName();
      const rows = schema === undefined ? trx(TABLES.receipts) : trx(TABLES.receipts).withSchema(schema);
      const latest = new Map(receipts.map((receipt) => [receipt.seq, receipt]));
      // SQLite takes a limited number of values in one statement.
      for (const some of inChunks([...latest.values()], 100)) {
        await rows
          .clone()
          .insert(
            some.map(({ seq, pages, durationMs, visibleAt, problem }) => ({
              document_id: `${node.documentId}-${seq}`,
              node: node.documentId,
              seq,
              pages,
              duration_ms: durationMs,
              visible_at: isSqlite(strapi) ? Date.parse(visibleAt) : visibleAt,
              problem,
            })),
          )
          .onConflict(['node', 'seq'])
          .merge(['pages', 'duration_ms', 'visible_at', 'problem']);
      }
    });
  }

  return {
    /** A node that starts over reports a position that is further back: it is taken as it comes. */
    async take(node: SiteNodeRow, report: Receipts): Promise<void> {
      await store(node, report);
      await incidents.take(node, report.incidents);
      const newest = [...report.receipts].sort((a, b) => b.seq - a.seq)[0];
      const problem = newest === undefined ? node.problem : newest.problem;
      const { position, inspection } = report;
      await nodes.noteReport(node, {
        position,
        problem,
        ...(inspection && { inspection: keptInspection(inspection) }),
      });
      nudger.reached(node.documentId, report.position);
    },

    async ofChange(seq: number): Promise<ReceiptRow[]> {
      return table(strapi, RECEIPT).findMany({ where: { seq } });
    },
  };
};

/** Strapi keeps instants as milliseconds in SQLite. */
function isSqlite(strapi: Core.Strapi): boolean {
  return strapi.db.dialect.client === 'sqlite';
}

function* inChunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

export type ReceiptsService = ReturnType<typeof createReceipts>;
