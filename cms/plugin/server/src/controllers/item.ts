import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { servicesOf } from '../services/index.ts';
import { readInput } from '../services/site-nodes.ts';
import { answering } from './koa.ts';

const withdrawalSchema = z.strictObject({
  /** Checked where the withdrawal is made, whoever asks for it. */
  reason: z.unknown().optional(),
  replacedBy: z.string().max(60).nullable().default(null),
});

/** What the form of an item asks for beside the item itself. */
export const itemController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { reports, withdrawal, nodes, nudger, changes } = servicesOf(strapi);

  return {
    publication: answering(async (ctx) => {
      ctx.body = { data: await reports.publicationOf(ctx.params['documentId'] ?? '') };
    }),

    /** Whoever may publish an item may also ask a site to try again. */
    nudgeNode: answering(async (ctx) => {
      const node = await nodes.get(ctx.params['nodeId'] ?? '');
      nudger.retry(node.documentId, await changes.last());
      ctx.status = 202;
      ctx.body = { data: await reports.publicationOf(ctx.params['documentId'] ?? '') };
    }),

    withdraw: answering(async (ctx) => {
      const documentId = ctx.params['documentId'] ?? '';
      const { reason, replacedBy } = readInput(withdrawalSchema, ctx.request.body);
      await withdrawal.withdraw({ documentId, reason, replacedBy });
      ctx.body = { data: await reports.publicationOf(documentId) };
    }),
  };
};
