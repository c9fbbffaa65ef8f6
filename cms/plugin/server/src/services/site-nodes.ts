import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError, nudgeKeyText } from 'disclosure-contract';
import { z } from 'zod';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { SITE_NODE } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

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

/** The site nodes that may read the feed. */
export const createSiteNodes = ({ strapi, onChange }: { strapi: Core.Strapi; onChange: () => void }) => {
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
      const node = await rows.create({ data: { ...input, ...secrets, position: 0 } });
      onChange();
      return { node, token };
    },

    async update(documentId: string, written: unknown): Promise<SiteNodeRow> {
      const input = readInput(nodeInputSchema.partial(), written);
      await get(documentId);
      await rows.update({ where: { documentId }, data: input });
      onChange();
      return get(documentId);
    },

    async remove(documentId: string): Promise<void> {
      await get(documentId);
      await rows.delete({ where: { documentId } });
      onChange();
    },

    async noteSeen(node: SiteNodeRow): Promise<void> {
      const seen = node.lastSeenAt === null ? 0 : new Date(node.lastSeenAt).getTime();
      if (Date.now() - seen < SEEN_EVERY_MS) return;
      await rows.update({ where: { id: node.id }, data: { lastSeenAt: new Date().toISOString() } });
    },

    async noteReport(node: SiteNodeRow, report: { position: number; problem: string | null }): Promise<void> {
      const data = { ...report, lastSeenAt: new Date().toISOString() };
      await rows.update({ where: { id: node.id }, data });
    },
  };
};

export function readInput<Schema extends z.ZodType>(schema: Schema, written: unknown): z.output<Schema> {
  const parsed = schema.safeParse(written ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new DisclosureError('parameter_invalid', `Cannot read "${path}": ${issue?.message ?? 'not as expected'}`, {
    path,
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type SiteNodes = ReturnType<typeof createSiteNodes>;
