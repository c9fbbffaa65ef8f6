import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readInput } from '../domain/read-input.ts';
import { servicesOf } from '../services/index.ts';
import { answering, DOCUMENT_ID, readableItem } from './koa.ts';

const withdrawalSchema = z.strictObject({
  /** Checked where the withdrawal is made, whoever asks for it. */
  reason: z.unknown().optional(),
  replacedBy: z.string().regex(DOCUMENT_ID).nullable().default(null),
});

/** What the form of an item asks for beside the item itself. */
export const itemController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { reports, reviews, people, nodes, nudger, changes, checks, previews } = servicesOf(strapi);

  return {
    publication: answering(async (ctx) => {
      ctx.body = { data: await reports.publicationOf(await readableItem(strapi, ctx)) };
    }),

    findings: answering(async (ctx) => {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await checks.reportOf(await readableItem(strapi, ctx)) };
    }),

    /** Whoever may publish an item may also ask a site to try again. */
    nudgeNode: answering(async (ctx) => {
      const node = await nodes.get(ctx.params['nodeId'] ?? '');
      nudger.retry(node.documentId, await changes.last());
      ctx.status = 202;
      ctx.body = { data: await reports.publicationOf(ctx.params['documentId'] ?? '') };
    }),

    preview: answering(async (ctx) => {
      ctx.body = { data: await previews.make(await readableItem(strapi, ctx)) };
      ctx.set('Cache-Control', 'no-store');
    }),

    /** At once, in an emergency; it is reviewed afterwards. */
    withdraw: answering(async (ctx) => {
      const documentId = await readableItem(strapi, ctx);
      const { reason, replacedBy } = readInput(withdrawalSchema, ctx.request.body);
      await reviews.withdrawAtOnce({ documentId, reason, replacedBy }, await people.current());
      ctx.body = { data: await reports.publicationOf(documentId) };
    }),
  };
};
