import type { Core } from '@strapi/strapi';
import { DisclosureError, formatIndexNumber, LAST_INDEX_NUMBER } from 'disclosure-contract';
import { COUNTER, TABLES } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

const AUDIT = 'audit';

/** Counters without gaps: a number that is not committed was never given. */
export const createLedger = ({ strapi }: { strapi: Core.Strapi }) => {
  /** One statement takes the next number, so that two publications can never get the same one. */
  async function next(name: string): Promise<number> {
    return strapi.db.transaction(async ({ trx }) => {
      const schema = strapi.db.getSchemaName();
      const counters = schema === undefined ? trx(TABLES.counters) : trx(TABLES.counters).withSchema(schema);
      const rows: { value: number }[] = await counters
        .insert({ document_id: name, name, value: 1 })
        .onConflict('name')
        .merge({ value: trx.raw('?? + 1', [`${TABLES.counters}.value`]) })
        .returning('value');
      const [row] = rows;
      if (row === undefined) throw new Error(`Cannot take the next number of "${name}": the database returned no row`);
      return row.value;
    });
  }

  return {
    nextSeq: (): Promise<number> => next('feed'),

    nextAuditSeq: (): Promise<number> => next(AUDIT),

    /** How many entries the audit log has, or had. */
    async auditCount(): Promise<number> {
      return (await table(strapi, COUNTER).findOne({ where: { name: AUDIT } }))?.value ?? 0;
    },

    async nextIndexNumber(prefix: string, period: string): Promise<string> {
      const running = await next(`index:${prefix}:${period}`);
      if (running > LAST_INDEX_NUMBER) {
        const message = `索引号 ${prefix}/${period} 的流水号已用完（最多 ${LAST_INDEX_NUMBER} 个）。请联系管理员更换编号周期后再发布。`;
        throw new DisclosureError('index_number_exhausted', message, { prefix, period });
      }
      return formatIndexNumber(prefix, period, running);
    },
  };
};

export type Ledger = ReturnType<typeof createLedger>;
