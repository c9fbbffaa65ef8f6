import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { SignInAttemptRow } from '../content-types/rows.ts';
import { NO_ATTEMPTS, openAttempt, takeBack, type Attempts as Counted } from '../domain/lock-out.ts';
import { DAY_MS } from '../domain/password-rule.ts';
import { SIGN_IN_ATTEMPT } from '../plugin-id.ts';
import type { Audit } from '../services/audit.ts';
import { configOf, ensureRow, heldRow, table } from '../strapi-access.ts';
import type { Seal } from './seal.ts';

/** Who tries to sign in: the name as it is compared, and the account that has it. */
export interface Trier {
  readonly name: string;
  readonly account: string | null;
}

/** An attempt that is counted and not decided yet. */
export interface Attempt extends Trier {
  /** The last one that may fail. */
  readonly isLast: boolean;
}

interface Parts {
  readonly strapi: Core.Strapi;
  readonly audit: Audit;
  readonly seal: Seal;
}

/** Counts failures in a row and locks accounts, in the database: for all instances, and across restarts. */
export const createAttempts = ({ strapi, audit, seal }: Parts) => {
  const rows = table(strapi, SIGN_IN_ATTEMPT);
  const limits = () => configOf(strapi).signIn;

  async function change<Result>(trier: Trier, act: (row: SignInAttemptRow) => Promise<Result>): Promise<Result> {
    const nameHash = seal.nameHash(trier.name);
    return strapi.db.transaction(async () => {
      const columns = {
        document_id: randomUUID(),
        name_hash: nameHash,
        failures: 0,
        last_at: new Date().toISOString(),
      };
      await ensureRow(strapi, SIGN_IN_ATTEMPT, { unique: 'name_hash', columns });
      const row = await heldRow(strapi, SIGN_IN_ATTEMPT, { nameHash });
      if (row === null) throw new Error('Cannot count an attempt to sign in: its row is not there');
      return act(row);
    });
  }

  async function keep({ id }: SignInAttemptRow, counted: Counted, { account }: Trier): Promise<void> {
    await rows.update({ where: { id }, data: { ...counted, account, lastAt: new Date().toISOString() } });
  }

  /** Names that nobody has are typed by mistake or by machines; they are kept for a day. */
  async function forgetStrangers(): Promise<void> {
    const before = new Date(Date.now() - DAY_MS).toISOString();
    await rows.deleteMany({ where: { account: { $null: true }, lastAt: { $lt: before } } });
  }

  return {
    /** Counts one attempt before anything of it is checked. Throws `sign_in_locked` where none may be made. */
    async open(trier: Trier): Promise<Attempt> {
      if (trier.account === null) await forgetStrangers();
      const opening = await change(trier, async (row) => {
        const made = openAttempt(row, new Date(), limits());
        if (made.kind === 'open') await keep(row, made.attempts, trier);
        return made;
      });
      if (opening.kind === 'open') return { ...trier, isLast: opening.attempts.lockedUntil !== null };
      await audit.record({ event: 'sign_in_refused', subject: subjectOf(trier.account), detail: {} }, null);
      throw locked(opening.until);
    },

    /** The attempt failed. Says so in the audit log when it was the last one that may. */
    async fail(attempt: Attempt): Promise<void> {
      if (!attempt.isLast) return;
      await change(attempt, async ({ failures, lockedUntil }) => {
        const detail = { failures, until: lockedUntil };
        await audit.record({ event: 'account_locked', subject: subjectOf(attempt.account), detail }, null);
      });
    },

    /** The attempt neither failed nor led in: a step follows that is counted itself. */
    async takeBack(trier: Trier): Promise<void> {
      await change(trier, (row) => keep(row, takeBack(row, limits()), trier));
    },

    async succeed(trier: Trier): Promise<void> {
      await change(trier, (row) => keep(row, NO_ATTEMPTS, trier));
    },

    /** Throws `sign_in_locked` without counting anything. */
    async refuseLocked({ name }: Trier): Promise<void> {
      const row = await rows.findOne({ where: { nameHash: seal.nameHash(name) } });
      const until = row?.lockedUntil ?? null;
      if (until !== null && until > new Date().toISOString()) throw locked(until);
    },

    /** Locks that hold now, by account. */
    async locks(): Promise<ReadonlyMap<string, string>> {
      const held = await rows.findMany({
        where: { account: { $notNull: true }, lockedUntil: { $gt: new Date().toISOString() } },
      });
      return new Map(held.map(({ account, lockedUntil }) => [String(account), String(lockedUntil)]));
    },

    /** Ends the lock of an account before its time. */
    async unlock(account: string): Promise<void> {
      await strapi.db.transaction(async () => {
        const { count } = await rows.updateMany({
          where: { account, lockedUntil: { $notNull: true } },
          data: NO_ATTEMPTS as unknown as Record<string, unknown>,
        });
        if (count > 0) await audit.record({ event: 'account_unlocked', subject: subjectOf(account), detail: {} });
      });
    },

    async forget(account: string): Promise<void> {
      await rows.deleteMany({ where: { account } });
    },
  };
};

export type Attempts = ReturnType<typeof createAttempts>;

export function subjectOf(account: string | null): string | null {
  return account === null ? null : `user:${account}`;
}

function locked(until: string): DisclosureError {
  const message = '登录已锁定：连续输错次数过多。请在锁定结束后再试，或者请管理员解除锁定。';
  return new DisclosureError('sign_in_locked', message, { until });
}
