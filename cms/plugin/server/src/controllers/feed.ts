import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { DisclosureError, receiptsSchema, type Receipt } from 'disclosure-contract';
import { z } from 'zod';
import { oneLine } from '../domain/plain-text.ts';
import { readInput } from '../domain/read-input.ts';
import { MOST_CHANGES } from '../services/feed.ts';
import { servicesOf } from '../services/index.ts';
import { answering, GREATEST_POSITION, siteNodeOf, type Context } from './koa.ts';

const pageSchema = z.strictObject({
  after: z.coerce.number().int().min(0).max(GREATEST_POSITION).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_CHANGES).default(MOST_CHANGES),
});

const SHA256 = /^[0-9a-f]{64}$/;

/** What site nodes ask for. */
export const feedController = ({ strapi }: { strapi: Core.Strapi }) => {
  const services = servicesOf(strapi);

  async function answerPage(ctx: Context, isSnapshot: boolean): Promise<void> {
    const node = siteNodeOf(ctx);
    const { after, limit } = readInput(pageSchema, ctx.query);
    ctx.body = await services.feed.page({ audience: node.audience, after, limit, isSnapshot });
    ctx.type = 'application/json; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    await services.nodes.noteSeen(node);
  }

  return {
    changes: answering((ctx) => answerPage(ctx, false)),
    snapshot: answering((ctx) => answerPage(ctx, true)),

    file: answering(async (ctx) => {
      const node = siteNodeOf(ctx);
      const sha256 = ctx.params['sha256'] ?? '';
      const file = SHA256.test(sha256) ? await services.feed.findFile(sha256, node.audience) : null;
      const path = file === null ? null : await services.files.find(sha256);
      if (file === null || path === null) {
        throw new DisclosureError('file_unknown', 'Cannot give this file: nothing that is public here refers to it');
      }
      ctx.body = createReadStream(path);
      // Never a type that a browser would run, whatever the upload claimed to be.
      ctx.type = 'application/octet-stream';
      ctx.length = file.size;
      ctx.set('Cache-Control', 'private, max-age=31536000, immutable');
      ctx.set('X-Content-Type-Options', 'nosniff');
    }),

    receipts: answering(async (ctx) => {
      const { position, receipts, incidents, inspection } = readInput(receiptsSchema, ctx.request.body);
      const last = await services.changes.last();
      if (position > last) {
        const message = `Cannot take this report: its position is ${position}, and the feed ends at ${last}`;
        throw new DisclosureError('parameter_invalid', message, { position, last });
      }
      // A node whose CMS was set back may still bring receipts for changes that are no longer there.
      const known = receipts.filter((receipt) => receipt.seq <= last).map(bounded);
      await services.receipts.take(siteNodeOf(ctx), { position, receipts: known, incidents, inspection });
      ctx.body = { data: { position } };
    }),
  };
};

/** Figures of a receipt are shown and no more: one that no column holds becomes the greatest that one does. */
function bounded(receipt: Receipt): Receipt {
  const { pages, problem } = receipt;
  return { ...receipt, pages: Math.min(pages, GREATEST_POSITION), problem: problem === null ? null : oneLine(problem) };
}
