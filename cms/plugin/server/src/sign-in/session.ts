import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { buildSessionMetadata } from '@strapi/utils';
import type { AdministratorRow } from '../content-types/rows.ts';
import type { SignInConfig } from '../config.ts';
import { adminSessions, userService } from '../strapi-access.ts';

const REFRESH_COOKIE = 'strapi_admin_refresh';
const MINUTE_S = 60;
const HOUR_S = 3600;
/** Strapi's own, where sessions are long enough for it. */
const LONGEST_ACCESS_S = 30 * MINUTE_S;

/** What a session needs of a Koa context. */
export interface SessionContext {
  readonly request: {
    readonly secure: boolean;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  };
  readonly state: { user?: unknown };
  readonly cookies: {
    get(name: string): string | undefined;
    set(name: string, value: string, options: object): unknown;
  };
}

export interface Session {
  readonly token: string;
  readonly accessToken: string;
  readonly user: Record<string, unknown>;
}

/**
 * Gives Strapi's sessions the limits of this plugin, where the application has not set its own. Strapi looks at the end of
 * a session when it renews the access token, so that token lives a third of the time that somebody may be idle at most;
 * with it, the server ends a session after `idleMinutes` and up to a third more, and the panel after exactly that time.
 */
export function limitSessions(strapi: Core.Strapi, { idleMinutes, sessionHours }: SignInConfig): void {
  const idle = idleMinutes * MINUTE_S;
  const access = Math.min(LONGEST_ACCESS_S, Math.max(MINUTE_S, Math.floor(idle / 3)));
  const limits = {
    accessTokenLifespan: access,
    idleSessionLifespan: idle + access,
    idleRefreshTokenLifespan: idle + access,
    maxSessionLifespan: sessionHours * HOUR_S,
    maxRefreshTokenLifespan: sessionHours * HOUR_S,
  };
  for (const [name, seconds] of Object.entries(limits)) {
    const path = `admin.auth.sessions.${name}`;
    if (strapi.config.get(path) === undefined) strapi.config.set(path, seconds);
  }
}

/** Opens a session through Strapi's own session manager, as its login does. */
export async function openSession(
  strapi: Core.Strapi,
  ctx: SessionContext,
  { user, deviceId, remembers }: { user: AdministratorRow; deviceId: string | null; remembers: boolean },
): Promise<Session> {
  const sessions = adminSessions(strapi);
  const type = remembers ? 'refresh' : 'session';
  const refresh = await sessions.generateRefreshToken(String(user.id), deviceId ?? randomUUID(), {
    type,
    metadata: buildSessionMetadata({ userAgent: textOf(ctx.request.headers['user-agent']) }),
  });
  const access = await sessions.generateAccessToken(refresh.token);
  if ('error' in access) throw new Error('Cannot open a session: Strapi refuses the refresh token it has just made');
  ctx.cookies.set(
    REFRESH_COOKIE,
    refresh.token,
    cookieOptions(strapi, ctx, remembers ? refresh.absoluteExpiresAt : null),
  );
  ctx.state.user = user;
  const known = userService(strapi).sanitizeUser(user);
  void strapi.eventHub.emit('admin.auth.success', { user: known, provider: 'local' });
  return { token: access.token, accessToken: access.token, user: known };
}

/** Whose refresh token the request bears, if it is good. */
export async function accountOfRefreshCookie(strapi: Core.Strapi, ctx: SessionContext): Promise<string | null> {
  const token = ctx.cookies.get(REFRESH_COOKIE);
  if (token === undefined || token === '') return null;
  const checked = await adminSessions(strapi).validateRefreshToken(token);
  return checked.isValid && checked.userId !== undefined ? String(checked.userId) : null;
}

export async function endSessions(strapi: Core.Strapi, account: string): Promise<void> {
  await adminSessions(strapi).invalidateRefreshToken(account);
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}

/** As Strapi reads its own settings of cookies; what makes them there is not exported (5.54). */
function cookieOptions(strapi: Core.Strapi, { request }: SessionContext, expiresAt: string | null): object {
  const setting = <Value>(name: string) => strapi.config.get<Value | undefined>(`admin.auth.${name}`);
  return {
    httpOnly: true,
    overwrite: true,
    secure: setting<boolean>('cookie.secure') ?? (process.env['NODE_ENV'] === 'production' && request.secure),
    domain: setting<string>('cookie.domain') ?? setting<string>('domain'),
    path: setting<string>('cookie.path') ?? '/admin',
    sameSite: setting<string>('cookie.sameSite') ?? 'lax',
    ...(expiresAt === null ? {} : { expires: new Date(expiresAt) }),
  };
}
