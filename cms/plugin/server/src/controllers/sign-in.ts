import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { z } from 'zod';
import type { AdministratorRow } from '../content-types/rows.ts';
import { readInput } from '../domain/read-input.ts';
import { servicesOf } from '../services/index.ts';
import { endSessions, type SessionContext } from '../sign-in/session.ts';
import { trierOf } from '../sign-in/steps.ts';
import { authService } from '../strapi-access.ts';
import { answering, type Context, type Handler } from './koa.ts';

const challengeSchema = z.strictObject({ challenge: z.string().min(1).max(100) });
const codeSchema = challengeSchema.extend({ code: z.string().min(1).max(64) });
const newPasswordSchema = challengeSchema.extend({ password: z.string().min(1).max(200) });
const ownPasswordSchema = z.strictObject({ password: z.string().min(1).max(200) });
const ownCodeSchema = z.strictObject({ code: z.string().min(1).max(64) });

type SignInContext = Context & SessionContext;

/** The steps after the password, one's own sign-in, and those of others. */
export const signInController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { attempts, accounts, overview, secondFactor, steps } = servicesOf(strapi).signIn;

  const handling = (handler: (ctx: SignInContext) => Promise<unknown>): Handler =>
    answering(async (ctx) => {
      ctx.body = { data: (await handler(ctx as SignInContext)) ?? {} };
      ctx.set('Cache-Control', 'no-store');
    });

  /** Whoever sits at an open session shows again that it is theirs. */
  async function askPassword(user: AdministratorRow, password: string): Promise<void> {
    const attempt = await attempts.open(trierOf(user));
    if (user.password !== null && (await authService(strapi).validatePassword(password, user.password))) {
      return attempts.takeBack(attempt);
    }
    await attempts.fail(attempt);
    throw new DisclosureError('credentials_invalid', '当前密码不正确。连续输错多次后，登录会被锁定一段时间。');
  }

  return {
    code: handling((ctx) => {
      const { challenge, code } = readInput(codeSchema, ctx.request.body);
      return steps.giveCode(ctx, challenge, code);
    }),

    password: handling((ctx) => {
      const { challenge, password } = readInput(newPasswordSchema, ctx.request.body);
      return steps.givePassword(ctx, challenge, password);
    }),

    beginEnrolment: handling((ctx) => steps.beginEnrolment(readInput(challengeSchema, ctx.request.body).challenge)),

    confirmEnrolment: handling((ctx) => {
      const { challenge, code } = readInput(codeSchema, ctx.request.body);
      return steps.confirmEnrolment(ctx, challenge, code);
    }),

    own: handling((ctx) => overview.own(userOf(ctx))),

    beginOwn: handling(async (ctx) => {
      await askPassword(userOf(ctx), readInput(ownPasswordSchema, ctx.request.body).password);
      return secondFactor.begin(userOf(ctx));
    }),

    confirmOwn: handling(async (ctx) => {
      const { code } = readInput(ownCodeSchema, ctx.request.body);
      const account = String(userOf(ctx).id);
      return { recoveryCodes: await steps.tryCode(userOf(ctx), () => secondFactor.confirm(account, code)) };
    }),

    removeOwn: handling(async (ctx) => {
      const { code } = readInput(ownCodeSchema, ctx.request.body);
      if (secondFactor.isRequired()) {
        throw new DisclosureError(
          'second_factor_kept',
          '本系统要求第二步验证，不能自行关闭。更换手机请联系管理员重置。',
        );
      }
      const account = String(userOf(ctx).id);
      await steps.tryCode(userOf(ctx), () => secondFactor.use(account, code));
      await secondFactor.remove(account);
    }),

    renewRecoveryCodes: handling(async (ctx) => {
      const { code } = readInput(ownCodeSchema, ctx.request.body);
      const account = String(userOf(ctx).id);
      await steps.tryCode(userOf(ctx), () => secondFactor.use(account, code));
      return { recoveryCodes: await secondFactor.renewRecoveryCodes(account) };
    }),

    everyone: handling(() => overview.everyone()),

    unlock: handling(async (ctx) => {
      const { id } = await accounts.administrator(ctx.params['id'] ?? '');
      await attempts.unlock(String(id));
    }),

    /** Whoever lost a telephone may have lost a session with it. */
    resetSecondFactor: handling(async (ctx) => {
      const { id } = await accounts.administrator(ctx.params['id'] ?? '');
      await secondFactor.reset(String(id));
      await endSessions(strapi, String(id));
    }),
  };
};

function userOf(ctx: Context): AdministratorRow {
  return ctx.state['user'] as AdministratorRow;
}
