import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from '../controllers/koa.ts';
import { servicesOf } from '../services/index.ts';

/** Lets in site nodes by their token. Strapi's own API tokens and sessions open nothing here. */
export async function siteNodePolicy(
  ctx: Context,
  _config: unknown,
  { strapi }: { strapi: Core.Strapi },
): Promise<true> {
  const header = ctx.request.headers['authorization'];
  const token = /^Bearer ([\w-]{20,200})$/.exec(typeof header === 'string' ? header : '')?.[1];
  const node = token === undefined ? null : await servicesOf(strapi).nodes.findByToken(token);
  // Strapi answers with words of its own, the same for a missing token and a wrong one.
  if (node === null) throw new errors.UnauthorizedError();
  ctx.state.siteNode = node;
  return true;
}
