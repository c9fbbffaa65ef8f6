import type { Core } from '@strapi/strapi';

/** "公开" in Unicode code points: any constant that no one else takes. */
const LOCK = 0x516c5f00;

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0] & object>[0];

const tails = new WeakMap<object, Promise<unknown>>();

/**
 * Runs `act` inside the one transaction at a time that may publish, joining the caller's transaction if there is one.
 * Publications of the whole database are serialised: feed order is commit order, and no two can wait for each other.
 * Inside one transaction (bulk actions run in parallel there) they are taken in turn.
 */
export async function publishing<Result>(
  strapi: Core.Strapi,
  act: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async (transaction) => {
    const key = transaction.trx;
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(async () => {
      if (strapi.db.dialect.client === 'postgres') await key.raw('select pg_advisory_xact_lock(?)', [LOCK]);
      return act(transaction);
    });
    tails.set(
      key,
      mine.catch(() => undefined),
    );
    return mine;
  });
}
