import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { DisclosureError } from 'disclosure-contract';
import type { AdministratorRow } from '../content-types/rows.ts';
import { toStrapiError } from '../errors.ts';
import { servicesOf } from '../services/index.ts';
import { adminRoute, authService } from '../strapi-access.ts';
import type { Attempt } from './attempts.ts';
import { accountOfRefreshCookie, endSessions, type SessionContext } from './session.ts';
import { trierOf } from './steps.ts';

interface Context extends SessionContext {
  readonly params: Readonly<Record<string, string>>;
  readonly request: SessionContext['request'] & { readonly body?: unknown };
  readonly state: { user?: AdministratorRow };
  body: unknown;
  remove(header: string): void;
}

type Next = () => Promise<unknown>;
type Guard = (ctx: Context, next: Next) => Promise<unknown>;

/** A hash of nothing that anybody knows: a name that nobody has takes as long as one that somebody has. */
const NOBODYS_HASH = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

const LOGIN = 'authentication.login';

/**
 * Strapi's own limit of sign-ins: five by name and client in five minutes, in the memory of one process. The lock is counted
 * by name alone and is stricter; with both, whom an administrator has unlocked would still be refused for minutes.
 */
const RATE_LIMIT = 'admin::rateLimit';

/**
 * Stands before every route of Strapi that opens a session or sets a password. Guards are put on the routes themselves, so
 * that they hold however a path is written; a route that is not there any more stops the start.
 */
export function guardSignIn(strapi: Core.Strapi): void {
  const guards: Readonly<Record<string, Guard>> = {
    [LOGIN]: login,
    'authentication.accessToken': accessToken,
    'authentication.register': register,
    'authentication.registerAdmin': registerAdmin,
    'authentication.resetPassword': resetPassword,
    'authenticated-user.updateMe': updateMe,
    'user.update': updateUser,
  };
  for (const [handler, guard] of Object.entries(guards)) {
    const route = adminRoute(strapi, handler);
    const answering: Guard = async (ctx, next) => {
      try {
        return await guard(ctx, next);
      } catch (error) {
        throw toStrapiError(error);
      }
    };
    const kept = (route.config?.middlewares ?? []).filter((each) => handler !== LOGIN || each !== RATE_LIMIT);
    route.config = { ...route.config, middlewares: [answering, ...kept] };
  }

  const signIn = () => servicesOf(strapi).signIn;

  async function login(ctx: Context, next: Next): Promise<unknown> {
    const { email, password, deviceId, rememberMe } = bodyOf(ctx);
    // Anything else Strapi would read in ways of its own, or take from the address.
    if (!isText(email) || !isText(password)) throw wrongCredentials();
    const { attempts, accounts, steps } = signIn();
    const name = email.toLowerCase();
    const user = await accounts.findAdministrator({ email: name });
    const attempt = await attempts.open({ name, account: user === null ? null : String(user.id) });
    if ((user?.password ?? null) === null) await authService(strapi).validatePassword(password, NOBODYS_HASH);
    if (user === null || (await steps.owed(user, false)) === null) return throughStrapi(attempt, user, next);

    await checkCredentials(attempt, { email: name, password });
    const underWay = { hasFactor: false, deviceId: textOrNull(deviceId), remembers: rememberMe === true };
    const outstanding = await steps.outstanding(user, underWay);
    if (outstanding === null) return next();
    await (outstanding.step === 'code' ? attempts.takeBack(attempt) : attempts.succeed(attempt));
    throw steps.refusalOf(outstanding);
  }

  /** Nothing but the password is asked for: Strapi checks it and opens the session. */
  async function throughStrapi(attempt: Attempt, user: AdministratorRow | null, next: Next): Promise<unknown> {
    const { attempts } = signIn();
    let answer: unknown;
    try {
      answer = await next();
    } catch (error) {
      const isOfPassword = error instanceof Error && error.name === 'ApplicationError';
      // Strapi tells a right password of a closed account by these words alone.
      const isClosed = isOfPassword && user?.isActive !== true && error.message === 'User not active';
      if (!isOfPassword || isClosed) {
        await attempts.takeBack(attempt);
        throw error;
      }
      await attempts.fail(attempt);
      throw wrongCredentials();
    }
    await attempts.succeed(attempt);
    return answer;
  }

  async function checkCredentials(attempt: Attempt, typed: { email: string; password: string }): Promise<void> {
    const [failure, found, reason] = await authService(strapi).checkCredentials(typed);
    if (!failure && found !== false && found !== null) return;
    const { attempts } = signIn();
    void strapi.eventHub.emit('admin.auth.error', { error: new Error('Sign-in refused'), provider: 'local' });
    await attempts.fail(attempt);
    throw reason?.message === 'User not active' ? new errors.ApplicationError(reason.message) : wrongCredentials();
  }

  /** A session that is no longer enough is not renewed: a password has expired, or everybody needs a second factor. */
  async function accessToken(ctx: Context, next: Next): Promise<unknown> {
    const account = await accountOfRefreshCookie(strapi, ctx);
    if (account === null) return next();
    const user = await signIn().accounts.findAdministrator({ id: Number(account), isActive: true });
    if (user !== null && (await signIn().steps.owed(user, true)) === null) return next();
    await endSessions(strapi, account);
    throw new errors.UnauthorizedError('Sign in again');
  }

  async function register(ctx: Context, next: Next): Promise<unknown> {
    const { registrationToken, userInfo } = bodyOf(ctx);
    const user = isText(registrationToken) ? await signIn().accounts.findAdministrator({ registrationToken }) : null;
    if (user !== null) await checkNew(user, (userInfo as { password?: unknown } | undefined)?.password);
    return withoutSession(ctx, next);
  }

  async function registerAdmin(ctx: Context, next: Next): Promise<unknown> {
    await checkNew(null, bodyOf(ctx)['password']);
    return withoutSession(ctx, next);
  }

  /** A new password by e-mail is a way round neither a lock nor a second factor. */
  async function resetPassword(ctx: Context, next: Next): Promise<unknown> {
    const { resetPasswordToken, password } = bodyOf(ctx);
    const user = isText(resetPasswordToken)
      ? await signIn().accounts.findAdministrator({ resetPasswordToken, isActive: true })
      : null;
    if (user !== null) {
      await signIn().attempts.refuseLocked(trierOf(user));
      await checkNew(user, password);
    }
    return withoutSession(ctx, next);
  }

  async function updateMe(ctx: Context, next: Next): Promise<unknown> {
    await checkNew(ctx.state.user ?? null, bodyOf(ctx)['password']);
    return next();
  }

  /** Whoever gets a password from somebody else has to sign in with it. */
  async function updateUser(ctx: Context, next: Next): Promise<unknown> {
    const { password, isActive } = bodyOf(ctx);
    const account = ctx.params['id'] ?? '';
    if (isText(password)) await checkNew(await signIn().accounts.administrator(account), password);
    const answer = await next();
    if (isText(password) || isActive === false) await endSessions(strapi, account);
    return answer;
  }

  async function checkNew(user: AdministratorRow | null, password: unknown): Promise<void> {
    if (isText(password)) await signIn().passwords.check(user, password);
  }

  /** Strapi opens a session at once. Where a step is owed, it is ended before anybody knows its token. */
  async function withoutSession(ctx: Context, next: Next): Promise<unknown> {
    const answer = await next();
    const id = (ctx.body as { data?: { user?: { id?: number } } } | undefined)?.data?.user?.id;
    const { accounts, steps } = signIn();
    const user = id === undefined ? null : await accounts.findAdministrator({ id });
    if (user === null) return answer;
    const underWay = { hasFactor: false, deviceId: textOrNull(bodyOf(ctx)['deviceId']), remembers: false };
    const outstanding = await steps.outstanding(user, underWay);
    if (outstanding === null) return answer;
    await endSessions(strapi, String(id));
    ctx.remove('Set-Cookie');
    ctx.body = null;
    throw steps.refusalOf(outstanding);
  }
}

function wrongCredentials(): DisclosureError {
  return new DisclosureError('credentials_invalid', '邮箱或密码不正确。连续输错多次后，登录会被锁定一段时间。');
}

function bodyOf({ request }: Context): Readonly<Record<string, unknown>> {
  const { body } = request;
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;
}
