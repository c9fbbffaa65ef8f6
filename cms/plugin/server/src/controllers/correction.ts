import type { Core } from '@strapi/strapi';
import { sealedCorrectionsSchema } from 'disclosure-contract';
import { readInput } from '../domain/read-input.ts';
import { servicesOf } from '../services/index.ts';
import { answering, siteNodeOf } from './koa.ts';

/** What site nodes bring of what people report. */
export const correctionController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { corrections } = servicesOf(strapi);

  return {
    key: answering(async (ctx) => {
      ctx.body = { data: { publicKey: corrections.publicKey } };
    }),

    take: answering(async (ctx) => {
      const sent = readInput(sealedCorrectionsSchema, ctx.request.body);
      ctx.body = { data: { taken: await corrections.take(siteNodeOf(ctx), sent.corrections) } };
    }),
  };
};
