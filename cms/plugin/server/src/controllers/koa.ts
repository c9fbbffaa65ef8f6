import type { Readable } from 'node:stream';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { toStrapiError } from '../errors.ts';

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
