import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { COMPARED_FIELD_NAMES, type ComparedField } from 'disclosure-contract/difference';
import { z } from 'zod';
import type { Administrator } from '../domain/administrator-name.ts';
import { readInput } from '../domain/read-input.ts';
import { servicesOf } from '../services/index.ts';
import { attributesOf, readsField } from '../strapi-access.ts';
import { answering, documentIdIn, readableItem, writableItem, type Context } from './koa.ts';

const VERSION_ID = /^(?:draft|(?:draft|change)-\d{1,9})$/;
const instant = z.iso.datetime().transform((text) => new Date(text).toISOString());

const listSchema = z.object({
  before: z.string().regex(VERSION_ID).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
const differenceSchema = z.object({
  against: z.union([z.enum(['previous', 'live']), z.string().regex(VERSION_ID)]).default('previous'),
});
const restorationSchema = z.strictObject({
  fields: z
    .array(z.enum(COMPARED_FIELD_NAMES as [ComparedField, ...ComparedField[]]))
    .nullable()
    .default(null),
  base: instant.nullable().default(null),
});
const unsavedSchema = z.strictObject({ base: instant, data: z.record(z.string(), z.unknown()) });

/** The history of an item, and who works on it. */
export const versionController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { drafts, versionHistory: history, restoration, presence } = servicesOf(strapi);

  function versionIn(ctx: Context): string {
    const id = ctx.params['id'] ?? '';
    if (VERSION_ID.test(id)) return id;
    throw new DisclosureError('version_unknown', '找不到这个版本，请刷新页面。', { id: id.slice(0, 40) });
  }

  /** The fields that an item of this type has and this person may read. */
  async function readable(ctx: Context, documentId: string): Promise<(field: ComparedField) => boolean> {
    const uid = await drafts.uidOf(documentId);
    const attributes = attributesOf(strapi, uid);
    const ability = ctx.state['userAbility'];
    return (field) => field in attributes && readsField(strapi, { uid, field, ability });
  }

  return {
    list: answering(async (ctx) => {
      const documentId = await readableItem(strapi, ctx);
      ctx.body = { data: await history.list(documentId, readInput(listSchema, ctx.query)) };
    }),

    get: answering(async (ctx) => {
      const documentId = await readableItem(strapi, ctx);
      const version = await history.get(documentId, versionIn(ctx));
      const mayRead = await readable(ctx, documentId);
      const fields = COMPARED_FIELD_NAMES.filter(mayRead).map((field) => [field, version[field] ?? null]);
      ctx.body = { data: Object.fromEntries(fields) };
    }),

    difference: answering(async (ctx) => {
      const documentId = await readableItem(strapi, ctx);
      const { against } = readInput(differenceSchema, ctx.query);
      const asked = { id: versionIn(ctx), against, readable: await readable(ctx, documentId) };
      ctx.body = { data: await history.difference(documentId, asked) };
    }),

    restore: answering(async (ctx) => {
      const documentId = await writableItem(strapi, ctx);
      const { fields, base } = readInput(restorationSchema, ctx.request.body);
      const missing = await restoration.restore({ documentId, version: versionIn(ctx), fields, base });
      ctx.body = { data: { missing } };
    }),

    keepUnsaved: answering(async (ctx) => {
      const documentId = await writableItem(strapi, ctx);
      const id = await restoration.keepUnsaved(documentId, readInput(unsavedSchema, ctx.request.body));
      ctx.status = 201;
      ctx.body = { data: { id } };
    }),

    notePresence: answering(async (ctx) => {
      const documentId = await readableItem(strapi, ctx);
      ctx.body = { data: { others: await presence.note(documentId, ctx.state['user'] as Administrator) } };
    }),

    leave: answering(async (ctx) => {
      await presence.leave(documentIdIn(ctx), ctx.state['user'] as Administrator);
      ctx.status = 204;
    }),
  };
};
