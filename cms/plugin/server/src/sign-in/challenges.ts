import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { SignInChallengeRow } from '../content-types/rows.ts';
import { sha256 } from '../domain/sha256.ts';
import { SIGN_IN_CHALLENGE } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

/** Long enough to fetch a telephone and to install an app on it. */
const LIFESPAN_MS = 10 * 60_000;

export interface UnderWay extends Pick<SignInChallengeRow, 'account' | 'hasFactor' | 'deviceId' | 'remembers'> {}

/** Sign-ins of which a step is left. What the client holds opens nothing but the next step. */
export const createChallenges = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = table(strapi, SIGN_IN_CHALLENGE);

  return {
    async create(underWay: UnderWay): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      const now = Date.now();
      await rows.deleteMany({ where: { expiresAt: { $lt: new Date(now).toISOString() } } });
      const { account, hasFactor, deviceId, remembers } = underWay;
      const expiresAt = new Date(now + LIFESPAN_MS).toISOString();
      await rows.create({ data: { account, hasFactor, deviceId, remembers, hash: sha256(token), expiresAt } });
      return token;
    },

    async get(token: string): Promise<UnderWay> {
      const row = await rows.findOne({ where: { hash: sha256(token) } });
      if (row !== null && row.expiresAt > new Date().toISOString()) return row;
      throw challengeExpired();
    },

    /** Uses it up. Of two at once, one is refused. */
    async consume(token: string): Promise<void> {
      const { count } = await rows.deleteMany({ where: { hash: sha256(token) } });
      if (count !== 1) throw challengeExpired();
    },

    async forget(account: string): Promise<void> {
      await rows.deleteMany({ where: { account } });
    },
  };
};

export type Challenges = ReturnType<typeof createChallenges>;

function challengeExpired(): DisclosureError {
  return new DisclosureError('challenge_expired', '登录步骤已超时或已完成，请重新登录。');
}
