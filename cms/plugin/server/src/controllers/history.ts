import type { Core } from '@strapi/strapi';
import { DisclosureError, isoInstantSchema, itemSlugIn } from 'disclosure-contract';
import { z } from 'zod';
import { readInput } from '../domain/read-input.ts';
import { servicesOf } from '../services/index.ts';
import { answering } from './koa.ts';

const askedSchema = z.object({ at: isoInstantSchema.optional() });

/** What was public and when, for administrators. */
export const historyController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { addressHistory } = servicesOf(strapi);

  return {
    address: answering(async (ctx) => {
      const { at } = readInput(askedSchema, ctx.query);
      const slug = itemSlugIn(ctx.params['slug'] ?? '');
      if (slug === null) {
        const message = '这不是事项的网址。请填写以“/items/”开头的网址，或者其中的最后一段。';
        throw new DisclosureError('parameter_invalid', message, { path: 'slug' });
      }
      ctx.body = { data: await addressHistory.addressAt(slug, at ?? new Date().toISOString()) };
    }),
  };
};
