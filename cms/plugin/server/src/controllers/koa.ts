import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { DisclosureError } from 'disclosure-contract';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { toStrapiError } from '../errors.ts';
import { servicesOf } from '../services/index.ts';
import { may } from '../strapi-access.ts';

export const DOCUMENT_ID = /^[\w-]{1,60}$/;

/** What the controllers use of a Koa context. */
export interface Context {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: {
    readonly body?: unknown;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  };
  readonly state: { siteNode?: SiteNodeRow } & Record<string, unknown>;
  body: unknown | Readable;
  status: number;
  type: string;
  length: number;
  set(name: string, value: string): void;
}

/** The documentId in an address, or '' for what can be none: a database refuses some of these characters with an error. */
export function documentIdIn(ctx: Context): string {
  const documentId = ctx.params['documentId'] ?? '';
  return DOCUMENT_ID.test(documentId) ? documentId : '';
}

/** The item in the address, for who may read this very item: a role may be limited to some, such as one's own. */
export function readableItem(strapi: Core.Strapi, ctx: Context): Promise<string> {
  return allowedItem(strapi, ctx, 'read', documentIdIn(ctx));
}

/** As {@link readableItem}, for who may change it. */
export function writableItem(strapi: Core.Strapi, ctx: Context, documentId = documentIdIn(ctx)): Promise<string> {
  return allowedItem(strapi, ctx, 'update', documentId);
}

async function allowedItem(
  strapi: Core.Strapi,
  ctx: Context,
  action: 'read' | 'update',
  documentId: string,
): Promise<string> {
  const uid = await servicesOf(strapi).drafts.uidOf(documentId);
  const answer = await may(strapi, action, { uid, documentId, ability: ctx.state['userAbility'] });
  if (answer === 'yes') return documentId;
  if (answer === 'no') throw new errors.ForbiddenError();
  throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
}

/** The greatest number that a column holds. */
export const GREATEST_POSITION = 2 ** 31 - 1;

export type Handler = (ctx: Context) => Promise<void>;

/** Lets product errors reach the client with their code and status. */
export function answering(handler: Handler): Handler {
  return async (ctx) => {
    try {
      await handler(ctx);
    } catch (error) {
      throw toStrapiError(error);
    }
  };
}

/** The node that the policy has let in. */
export function siteNodeOf(ctx: Context): SiteNodeRow {
  const { siteNode } = ctx.state;
  if (siteNode === undefined) throw new Error('Cannot answer a site node: this route lacks its policy');
  return siteNode;
}
