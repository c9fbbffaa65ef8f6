import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { inspectionIn } from '../domain/inspection-of-node.ts';
import { readInput } from '../domain/read-input.ts';
import { servicesOf } from '../services/index.ts';
import { answering, documentIdIn, GREATEST_POSITION } from './koa.ts';

const listSchema = z.object({
  /** Only what is older than this position. */
  before: z.coerce.number().int().min(1).max(GREATEST_POSITION).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** The feed and its nodes, for administrators. */
export const pipelineController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { reports, nodes, nudger, changes } = servicesOf(strapi);

  return {
    status: answering(async (ctx) => {
      ctx.body = { data: await reports.status() };
    }),

    changes: answering(async (ctx) => {
      const { before, limit } = readInput(listSchema, ctx.query);
      ctx.body = { data: await reports.listChanges(limit, before) };
    }),

    createNode: answering(async (ctx) => {
      const { node, token } = await nodes.create(ctx.request.body);
      ctx.status = 201;
      ctx.body = { data: { ...reports.describeNode(node, await changes.last()), token } };
    }),

    updateNode: answering(async (ctx) => {
      const node = await nodes.update(documentIdIn(ctx), ctx.request.body);
      ctx.body = { data: reports.describeNode(node, await changes.last()) };
    }),

    removeNode: answering(async (ctx) => {
      const documentId = documentIdIn(ctx);
      await nodes.remove(documentId);
      ctx.body = { data: { documentId } };
    }),

    /** What the node found when it last inspected its site; null before it did. */
    inspection: answering(async (ctx) => {
      const { inspection } = await nodes.get(documentIdIn(ctx));
      ctx.body = { data: inspectionIn(inspection) };
    }),

    inspectNode: answering(async (ctx) => {
      const node = await nodes.get(documentIdIn(ctx));
      const last = await changes.last();
      nudger.askForInspection(node.documentId, last);
      ctx.status = 202;
      ctx.body = { data: reports.describeNode(node, last) };
    }),

    nudgeNode: answering(async (ctx) => {
      const node = await nodes.get(documentIdIn(ctx));
      const last = await changes.last();
      nudger.retry(node.documentId, last);
      ctx.status = 202;
      ctx.body = { data: reports.describeNode(node, last) };
    }),
  };
};
