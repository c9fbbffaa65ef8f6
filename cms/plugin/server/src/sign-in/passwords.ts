import type { Core } from '@strapi/strapi';
import type { AdministratorRow, SignInAccountRow } from '../content-types/rows.ts';
import { passwordDaysLeft, passwordProblem } from '../domain/password-rule.ts';
import { refuse } from '../errors.ts';
import type { Audit } from '../services/audit.ts';
import { authService, configOf, currentActor, userService } from '../strapi-access.ts';
import { subjectOf, type Attempts } from './attempts.ts';
import type { Accounts } from './accounts.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly audit: Audit;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
}

export interface PasswordState {
  readonly setAt: string;
  /** Null when passwords do not expire. */
  readonly daysLeft: number | null;
  /** Somebody else set it, or it has expired: nothing works before a new one is set. */
  readonly isDue: boolean;
}

/** A write of Strapi's table of administrators, after it was made. */
interface UserWrite {
  readonly action: string;
  readonly params: { readonly data?: { readonly password?: unknown } | undefined };
  readonly result?: { readonly id?: number } | null;
}

/** How old passwords may become, and which may be taken. Strapi itself keeps neither age nor history. */
export const createPasswords = ({ strapi, audit, accounts, attempts }: Parts) => {
  const rule = () => configOf(strapi).signIn;

  /** Belongs to the transaction that sets the password. A script is nobody else: whoever it is for need not change it. */
  async function note(account: string, hash: string, isFirst: boolean): Promise<void> {
    const actor = currentActor(strapi);
    const isByAnother = actor !== null && actor !== account;
    await accounts.change(account, ({ formerHashes }) => ({
      passwordSetAt: new Date().toISOString(),
      mustChange: isByAnother,
      formerHashes: [hash, ...(formerHashes ?? [])].slice(0, Math.max(1, rule().formerPasswords)),
    }));
    if (isFirst) return;
    const detail = { byAnother: isByAnother };
    await audit.record({ event: 'password_changed', subject: subjectOf(account), detail });
  }

  async function isFormer(user: AdministratorRow, row: SignInAccountRow | null, password: string): Promise<boolean> {
    const { formerPasswords } = rule();
    if (formerPasswords === 0) return false;
    const hashes = new Set([user.password, ...(row?.formerHashes ?? []).slice(0, formerPasswords)]);
    for (const hash of hashes) {
      if (hash !== null && (await authService(strapi).validatePassword(password, hash))) return true;
    }
    return false;
  }

  return {
    state(user: AdministratorRow, row: SignInAccountRow | null): PasswordState {
      const setAt = new Date(row?.passwordSetAt ?? user.createdAt);
      const daysLeft = passwordDaysLeft(setAt, new Date(), rule());
      return { setAt: setAt.toISOString(), daysLeft, isDue: daysLeft === 0 || row?.mustChange === true };
    },

    /** Refuses a new password that is weak, or was used before. `user` is null for an account that is being made. */
    async check(user: AdministratorRow | null, password: string): Promise<void> {
      const former = () => `不能使用最近 ${rule().formerPasswords} 次用过的密码，请换一个。`;
      const row = user === null ? null : await accounts.find(String(user.id));
      const problem = passwordProblem(password, rule());
      const message = problem ?? (user !== null && (await isFormer(user, row, password)) ? former() : null);
      if (message !== null)
        refuse('password_refused', message, [{ path: 'password', code: 'password_refused', message }]);
    },

    /** Sets a password that its owner has chosen. */
    async set(user: AdministratorRow, password: string): Promise<void> {
      await this.check(user, password);
      await userService(strapi).updateById(user.id, { password });
    },

    /** Notes every password that is set, whoever sets it and however. */
    watch(): void {
      const noted = async ({ action, params, result }: UserWrite) => {
        const hash = params.data?.password;
        if (typeof hash === 'string' && result?.id !== undefined) {
          await note(String(result.id), hash, action === 'afterCreate');
        }
      };
      const forgotten = async ({ result }: UserWrite) => {
        if (result?.id === undefined) return;
        await accounts.forget(String(result.id));
        await attempts.forget(String(result.id));
      };
      strapi.db.lifecycles.subscribe({
        models: ['admin::user'],
        afterCreate: noted,
        afterUpdate: noted,
        afterDelete: forgotten,
      } as never);
    },
  };
};

export type Passwords = ReturnType<typeof createPasswords>;
