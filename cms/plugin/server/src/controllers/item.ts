import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { ITEM } from '../plugin-id.ts';
import { servicesOf } from '../services/index.ts';
import { readInput } from '../services/site-nodes.ts';
import { mayRead } from '../strapi-access.ts';
import { answering, DOCUMENT_ID, documentIdIn, type Context } from './koa.ts';

const withdrawalSchema = z.strictObject({
  /** Checked where the withdrawal is made, whoever asks for it. */
  reason: z.unknown().optional(),
  replacedBy: z.string().regex(DOCUMENT_ID).nullable().default(null),
});

/** What the form of an item asks for beside the item itself. */
export const itemController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { reports, withdrawal, nodes, nudger, changes, checks } = servicesOf(strapi);

  /** The item in the address, for who may read this very item: a role may be limited to some, such as one's own. */
  async function readableItem(ctx: Context): Promise<string> {
    const documentId = documentIdIn(ctx);
    const answer = await mayRead(strapi, { uid: ITEM, documentId, ability: ctx.state['userAbility'] });
    if (answer === 'yes') return documentId;
    if (answer === 'no') throw new errors.ForbiddenError();
    throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
  }

  return {
    publication: answering(async (ctx) => {
      ctx.body = { data: await reports.publicationOf(await readableItem(ctx)) };
    }),

    findings: answering(async (ctx) => {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await checks.reportOf(await readableItem(ctx)) };
    }),

    /** Whoever may publish an item may also ask a site to try again. */
    nudgeNode: answering(async (ctx) => {
      const node = await nodes.get(ctx.params['nodeId'] ?? '');
      nudger.retry(node.documentId, await changes.last());
      ctx.status = 202;
      ctx.body = { data: await reports.publicationOf(ctx.params['documentId'] ?? '') };
    }),

    withdraw: answering(async (ctx) => {
      const documentId = await readableItem(ctx);
      const { reason, replacedBy } = readInput(withdrawalSchema, ctx.request.body);
      await withdrawal.withdraw({ documentId, reason, replacedBy });
      ctx.body = { data: await reports.publicationOf(documentId) };
    }),
  };
};
