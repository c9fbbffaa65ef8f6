import type { Core } from '@strapi/strapi';
import { DisclosureError, type ErrorCode } from 'disclosure-contract';
import type { AdministratorRow } from '../content-types/rows.ts';
import type { Audit } from '../services/audit.ts';
import { subjectOf, type Attempts, type Trier } from './attempts.ts';
import type { Accounts } from './accounts.ts';
import type { Challenges, UnderWay } from './challenges.ts';
import type { Passwords } from './passwords.ts';
import type { Enrolment, SecondFactor } from './second-factor.ts';
import { endSessions, openSession, type Session, type SessionContext } from './session.ts';

/** What is left before somebody whose password was right is signed in. */
export type Step = 'code' | 'password' | 'enrolment';

export interface Outstanding {
  readonly step: Step;
  readonly challenge: string;
}

/** How the answer to a sign-in names a step. */
const REFUSALS: Readonly<Record<Step, { code: ErrorCode; message: string }>> = {
  code: { code: 'second_factor_required', message: '密码正确，请继续输入验证码。' },
  password: { code: 'password_expired', message: '密码已到期，或者由他人设置，须先换成新密码。' },
  enrolment: { code: 'second_factor_enrolment_required', message: '本系统要求第二步验证，请先完成绑定。' },
};

interface Parts {
  readonly strapi: Core.Strapi;
  readonly audit: Audit;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly challenges: Challenges;
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
}

export function trierOf({ id, email }: Pick<AdministratorRow, 'id' | 'email'>): Trier {
  return { name: email.toLowerCase(), account: String(id) };
}

/** The way from a right password to a session: a code, a new password, an enrolment, as far as each is owed. */
export const createSteps = (parts: Parts) => {
  const { strapi, audit, accounts, attempts, challenges, passwords, secondFactor } = parts;

  async function owed(user: AdministratorRow, hasFactor: boolean): Promise<Step | null> {
    const row = await accounts.find(String(user.id));
    if (!hasFactor && secondFactor.isOn(row)) return 'code';
    if (passwords.state(user, row).isDue) return 'password';
    return secondFactor.isRequired() && !secondFactor.isOn(row) ? 'enrolment' : null;
  }

  async function outstanding(user: AdministratorRow, underWay: Omit<UnderWay, 'account'>): Promise<Outstanding | null> {
    const step = await owed(user, underWay.hasFactor);
    if (step === null) return null;
    const account = String(user.id);
    if (step === 'password') {
      await audit.record({ event: 'password_expired', subject: subjectOf(account), detail: {} }, null);
    }
    return { step, challenge: await challenges.create({ ...underWay, account }) };
  }

  /** The next step, or the session when there is none. */
  async function onward(
    ctx: SessionContext,
    user: AdministratorRow,
    underWay: UnderWay,
  ): Promise<Outstanding | Session> {
    const { deviceId, remembers } = underWay;
    return (await outstanding(user, underWay)) ?? openSession(strapi, ctx, { user, deviceId, remembers });
  }

  /** The sign-in that a challenge belongs to, if whoever it is may still sign in. */
  async function resume(challenge: string): Promise<{ underWay: UnderWay; user: AdministratorRow }> {
    const underWay = await challenges.get(challenge);
    const user = await accounts.findAdministrator({ id: Number(underWay.account), isActive: true });
    if (user === null) throw new DisclosureError('challenge_expired', '登录步骤已失效，请重新登录。');
    return { underWay, user };
  }

  /** A challenge is good for the step that is owed, and for no other. */
  async function resumeAt(step: Step, challenge: string) {
    const resumed = await resume(challenge);
    if ((await owed(resumed.user, resumed.underWay.hasFactor)) === step) return resumed;
    throw new DisclosureError('challenge_expired', '登录步骤已失效，请重新登录。');
  }

  /** Counts a code like a password: after too many wrong ones the account is locked. */
  async function tryCode<Found>(user: AdministratorRow, check: () => Promise<Found | false | null>): Promise<Found> {
    const attempt = await attempts.open(trierOf(user));
    const found = await check();
    if (found === false || found === null) {
      await attempts.fail(attempt);
      throw new DisclosureError('second_factor_wrong', '验证码不正确或已用过。请输入应用上新显示的 6 位数字。');
    }
    await attempts.succeed(attempt);
    return found;
  }

  return {
    owed,
    outstanding,

    refusalOf({ step, challenge }: Outstanding): DisclosureError {
      const { code, message } = REFUSALS[step];
      return new DisclosureError(code, message, { challenge });
    },

    async giveCode(ctx: SessionContext, challenge: string, code: string): Promise<Outstanding | Session> {
      const { underWay, user } = await resumeAt('code', challenge);
      await tryCode(user, () => secondFactor.use(underWay.account, code));
      await challenges.consume(challenge);
      return onward(ctx, user, { ...underWay, hasFactor: true });
    },

    /** A new password ends every session that the former one has opened. */
    async givePassword(ctx: SessionContext, challenge: string, password: string): Promise<Outstanding | Session> {
      const { underWay, user } = await resumeAt('password', challenge);
      await passwords.check(user, password);
      await challenges.consume(challenge);
      await passwords.set(user, password);
      await endSessions(strapi, underWay.account);
      return onward(ctx, user, underWay);
    },

    async beginEnrolment(challenge: string): Promise<Enrolment> {
      const { user } = await resumeAt('enrolment', challenge);
      return secondFactor.begin(user);
    },

    async confirmEnrolment(
      ctx: SessionContext,
      challenge: string,
      code: string,
    ): Promise<{ recoveryCodes: readonly string[]; session: Outstanding | Session }> {
      const { underWay, user } = await resumeAt('enrolment', challenge);
      const recoveryCodes = await tryCode(user, () => secondFactor.confirm(underWay.account, code));
      await challenges.consume(challenge);
      return { recoveryCodes, session: await onward(ctx, user, { ...underWay, hasFactor: true }) };
    },

    tryCode,
  };
};

export type Steps = ReturnType<typeof createSteps>;
