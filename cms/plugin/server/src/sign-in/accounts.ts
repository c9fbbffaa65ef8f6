import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { AdministratorRow, SignInAccountRow } from '../content-types/rows.ts';
import { SIGN_IN_ACCOUNT } from '../plugin-id.ts';
import { ensureRow, heldRow, table } from '../strapi-access.ts';

export type Kept = Partial<Omit<SignInAccountRow, 'id' | 'documentId' | 'account'>>;

/** What sign-in keeps of each administrator, and the administrators themselves. */
export const createAccounts = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = table(strapi, SIGN_IN_ACCOUNT);
  const administrators = table(strapi, 'admin::user');

  return {
    async find(account: string): Promise<SignInAccountRow | null> {
      return rows.findOne({ where: { account } });
    },

    async all(): Promise<SignInAccountRow[]> {
      return rows.findMany({});
    },

    /** Changes what is kept, one after the other. `act` gives what is to be written, and is called inside a transaction. */
    async change(account: string, act: (row: SignInAccountRow) => Promise<Kept> | Kept): Promise<void> {
      await strapi.db.transaction(async () => {
        const columns = { document_id: randomUUID(), account, must_change: false, last_step: 0 };
        await ensureRow(strapi, SIGN_IN_ACCOUNT, { unique: 'account', columns });
        const row = await heldRow(strapi, SIGN_IN_ACCOUNT, { account });
        if (row === null) throw new Error(`Cannot change what sign-in keeps of account ${account}: it is not there`);
        const data = await act(row);
        if (Object.keys(data).length > 0) await rows.update({ where: { id: row.id }, data });
      });
    },

    async forget(account: string): Promise<void> {
      await rows.deleteMany({ where: { account } });
    },

    administrators: (): Promise<AdministratorRow[]> => administrators.findMany({ orderBy: { id: 'asc' } }),

    findAdministrator: (where: Readonly<Record<string, unknown>>): Promise<AdministratorRow | null> =>
      administrators.findOne({ where, populate: { roles: true } }),

    /** The administrator with this number; throws `account_unknown`. */
    async administrator(account: string): Promise<AdministratorRow> {
      const found = /^\d{1,9}$/.test(account) ? await administrators.findOne({ where: { id: Number(account) } }) : null;
      if (found !== null) return found;
      throw new DisclosureError('account_unknown', '这个账号已不存在，请刷新页面。', { account: account.slice(0, 20) });
    },
  };
};

export type Accounts = ReturnType<typeof createAccounts>;
