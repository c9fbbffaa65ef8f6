import { createHmac, timingSafeEqual } from 'node:crypto';
import { posix } from 'node:path';
import type { Core } from '@strapi/strapi';
import { isAdminToken } from '../strapi-access.ts';

const COOKIE = 'disclosure_uploads';

/** As long as Strapi's own access token: who is signed in gets a fresh one with every answer. */
const LIFESPAN_MS = 30 * 60 * 1000;

/**
 * Uploads belong to drafts until they are published, and Strapi serves them to anyone who knows their address. Here only
 * administrators get them. The admin's images send no token, so every answer to an authenticated administrator carries a
 * cookie for /uploads alone: HttpOnly, SameSite=Strict, signed, good for half an hour. The site has its own copies.
 */
export function guardUploads(strapi: Core.Strapi): void {
  const key = createHmac('sha256', String(strapi.config.get('admin.auth.secret') ?? ''))
    .update('disclosure-uploads')
    .digest();

  strapi.server.use(async (ctx, next) => {
    if (
      isBelowUploads(ctx.path) &&
      !(await isAllowed(strapi, key, ctx.cookies.get(COOKIE), ctx.get('authorization')))
    ) {
      ctx.status = 401;
      ctx.body = {
        data: null,
        error: {
          status: 401,
          name: 'UnauthorizedError',
          message: '请先登录后台，再查看上传的文件。',
          details: { code: 'token_invalid' },
        },
      };
      return;
    }
    await next();
    if (ctx.path === '/admin/logout') {
      ctx.cookies.set(COOKIE, null, { path: '/uploads' });
    } else if (isAdministrator(ctx.state)) {
      ctx.cookies.set(COOKIE, sign(key, Date.now() + LIFESPAN_MS), {
        path: '/uploads',
        httpOnly: true,
        sameSite: 'strict',
        secure: ctx.secure,
        maxAge: LIFESPAN_MS,
        signed: false,
        overwrite: true,
      });
    }
    if (isBelowUploads(ctx.path)) {
      ctx.set('Cache-Control', 'private, no-cache');
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
    }
  });
}

/** Judged as the file server will read it: decoded, without dots, and without regard to case. */
export function isBelowUploads(path: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return true;
  }
  const plain = posix.normalize(`/${decoded.replaceAll('\\', '/')}`).toLowerCase();
  return plain === '/uploads' || plain.startsWith('/uploads/');
}

async function isAllowed(
  strapi: Core.Strapi,
  key: Buffer,
  cookie: string | undefined,
  header: string,
): Promise<boolean> {
  if (cookie !== undefined && isValid(key, cookie)) return true;
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  return token !== undefined && isAdminToken(strapi, token);
}

function isAdministrator(state: Readonly<Record<string, unknown>>): boolean {
  const auth = state['auth'] as { strategy?: { name?: string } } | undefined;
  return auth?.strategy?.name === 'admin' && state['isAuthenticated'] === true;
}

function sign(key: Buffer, expires: number): string {
  return `${expires}.${createHmac('sha256', key).update(String(expires)).digest('base64url')}`;
}

function isValid(key: Buffer, cookie: string): boolean {
  const expires = Number(cookie.split('.')[0]);
  if (!Number.isSafeInteger(expires) || expires < Date.now()) return false;
  const expected = Buffer.from(sign(key, expires));
  const given = Buffer.from(cookie);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
