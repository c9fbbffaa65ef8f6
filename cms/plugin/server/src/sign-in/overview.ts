import type { Core } from '@strapi/strapi';
import type { AdministratorRow, SignInAccountRow } from '../content-types/rows.ts';
import { administratorName } from '../domain/administrator-name.ts';
import { AUDIT_ENTRY } from '../plugin-id.ts';
import { configOf, table } from '../strapi-access.ts';
import type { Accounts } from './accounts.ts';
import { subjectOf, type Attempts } from './attempts.ts';
import type { Passwords } from './passwords.ts';
import type { SecondFactor } from './second-factor.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
}

const RECENT = 10;
const TOLD = ['signed_in', 'account_locked', 'account_unlocked', 'recovery_code_used', 'second_factor_reset'];

/** What is shown of sign-ins: to each of their own, to administrators of everyone's. */
export const createOverview = ({ strapi, accounts, attempts, passwords, secondFactor }: Parts) => {
  function stateOf(user: AdministratorRow, row: SignInAccountRow | null) {
    const { setAt, daysLeft, isDue } = passwords.state(user, row);
    return {
      password: { setAt, daysLeft, isDue },
      secondFactor: { isOn: secondFactor.isOn(row), enrolledAt: row?.enrolledAt ?? null },
    };
  }

  return {
    async own(user: AdministratorRow) {
      const row = await accounts.find(String(user.id));
      const { secondFactor: policy, idleMinutes } = configOf(strapi).signIn;
      const entries = await table(strapi, AUDIT_ENTRY).findMany({
        where: { subject: subjectOf(String(user.id)), event: { $in: TOLD } },
        select: ['event', 'at'],
        orderBy: { seq: 'desc' },
        limit: RECENT,
      });
      const { password, secondFactor: factor } = stateOf(user, row);
      return {
        policy,
        idleMinutes,
        password,
        secondFactor: { ...factor, recoveryCodesLeft: (row?.recoveryHashes ?? []).length },
        recent: entries.map(({ event, at }) => ({ event, at })),
      };
    },

    async everyone() {
      const rows = new Map((await accounts.all()).map((row) => [row.account, row]));
      const locks = await attempts.locks();
      return (await accounts.administrators()).map((user) => {
        const account = String(user.id);
        return {
          id: user.id,
          name: administratorName(user),
          isActive: user.isActive === true,
          lockedUntil: locks.get(account) ?? null,
          ...stateOf(user, rows.get(account) ?? null),
        };
      });
    },
  };
};

export type Overview = ReturnType<typeof createOverview>;
