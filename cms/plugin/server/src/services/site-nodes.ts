import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError, nudgeKeyText } from 'disclosure-contract';
import type { InspectionReport } from 'disclosure-contract/inspection';
import { z } from 'zod';
import type { SiteNodeRow } from '../content-types/rows.ts';
import type { AuditDetail } from '../domain/audit-chain.ts';
import { readInput } from '../domain/read-input.ts';
import { sha256 } from '../domain/sha256.ts';
import { SITE_NODE } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Audit } from './audit.ts';
import { publishing } from './publication-lock.ts';

const nodeInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  audience: z.enum(['public', 'staff']),
  /** Where the node is nudged; null for a node that only asks by itself. */
  nudgeUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable()
    .default(null),
});

export type SiteNodeInput = z.output<typeof nodeInputSchema>;

/** How often reading the feed is noted down at most; a node asks every ten seconds. */
const SEEN_EVERY_MS = 20_000;

interface NodeReport {
  readonly position: number;
  readonly problem: string | null;
  readonly inspection?: InspectionReport;
}

interface Parts {
  readonly strapi: Core.Strapi;
  readonly audit: Audit;
  readonly onChange: () => void;
}

/** The site nodes that may read the feed. */
export const createSiteNodes = ({ strapi, audit, onChange }: Parts) => {
  const rows = table(strapi, SITE_NODE);

  async function get(documentId: string): Promise<SiteNodeRow> {
    const node = await rows.findOne({ where: { documentId } });
    if (node !== null) return node;
    throw new DisclosureError('node_unknown', '这个站点节点已不存在，请刷新页面。', { documentId });
  }

  return {
    get,

    async all(): Promise<SiteNodeRow[]> {
      return rows.findMany({ orderBy: { id: 'asc' } });
    },

    /** The node that a bearer token belongs to, or null. */
    async findByToken(token: string): Promise<SiteNodeRow | null> {
      const hash = sha256(token);
      const node = await rows.findOne({ where: { tokenHash: hash } });
      if (node === null) return null;
      return timingSafeEqual(Buffer.from(node.tokenHash), Buffer.from(hash)) ? node : null;
    },

    /** The token is given here and never again. A token may be brought along, so that a demo can know it beforehand. */
    async create(written: unknown, knownToken?: string): Promise<{ node: SiteNodeRow; token: string }> {
      const input = readInput(nodeInputSchema, written);
      const token = knownToken ?? randomBytes(32).toString('base64url');
      const secrets = { tokenHash: sha256(token), nudgeKey: sha256(nudgeKeyText(token)) };
      const node = await publishing(strapi, async () => {
        const made = await rows.create({ data: { ...input, ...secrets, position: 0 } });
        await audit.record({ event: 'node_created', subject: subjectOf(made), detail: detailOf(input) });
        return made;
      });
      onChange();
      return { node, token };
    },

    async update(documentId: string, written: unknown): Promise<SiteNodeRow> {
      const input = readInput(nodeInputSchema.partial(), written);
      await publishing(strapi, async () => {
        const node = await get(documentId);
        await rows.update({ where: { documentId }, data: input });
        await audit.record({ event: 'node_updated', subject: subjectOf(node), detail: detailOf(input) });
      });
      onChange();
      return get(documentId);
    },

    async remove(documentId: string): Promise<void> {
      await publishing(strapi, async () => {
        const node = await get(documentId);
        await rows.delete({ where: { documentId } });
        await audit.record({ event: 'node_removed', subject: subjectOf(node), detail: { audience: node.audience } });
      });
      onChange();
    },

    async noteSeen(node: SiteNodeRow): Promise<void> {
      const seen = node.lastSeenAt === null ? 0 : new Date(node.lastSeenAt).getTime();
      if (Date.now() - seen < SEEN_EVERY_MS) return;
      await rows.update({ where: { id: node.id }, data: { lastSeenAt: new Date().toISOString() } });
    },

    /** An inspection takes the place of the one before; a report without one leaves it. */
    async noteReport(node: SiteNodeRow, report: NodeReport): Promise<void> {
      const data = { ...report, lastSeenAt: new Date().toISOString() };
      await rows.update({ where: { id: node.id }, data });
    },
  };
};

function subjectOf({ documentId }: SiteNodeRow): string {
  return `node:${documentId}`;
}

/** Whom a node serves decides what leaves the house: of all that is written, this is noted itself. */
function detailOf(input: { readonly audience?: SiteNodeRow['audience'] | undefined }): AuditDetail {
  return { fields: Object.keys(input).sort(), audience: input.audience };
}

export type SiteNodes = ReturnType<typeof createSiteNodes>;
