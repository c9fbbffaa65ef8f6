import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

/** "公开" in Unicode code points: any constant that no one else takes. */
const LOCK = 0x516c5f00;

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0] & object>[0];

const tails = new WeakMap<object, Promise<unknown>>();

/** The transaction whose turn the caller has. */
const turn = new AsyncLocalStorage<object>();

/**
 * Runs `act` inside the one transaction at a time that may write what is public or will be, joining the caller's
 * transaction if there is one. These writes are serialised for the whole database: the order of feed and audit log is the
 * order of commits, and no two can wait for each other, because each has the lock before it touches a row. Inside one
 * transaction (bulk actions run in parallel there) they are taken in turn; what is called from within a turn belongs to it.
 */
export async function publishing<Result>(
  strapi: Core.Strapi,
  act: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async (transaction) => {
    const key = transaction.trx;
    if (turn.getStore() === key) return act(transaction);
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(async () => {
      if (strapi.db.dialect.client === 'postgres') await key.raw('select pg_advisory_xact_lock(?)', [LOCK]);
      return turn.run(key, () => act(transaction));
    });
    tails.set(
      key,
      mine.catch(() => undefined),
    );
    return mine;
  });
}
