import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { AdministratorRow, SignInAccountRow } from '../content-types/rows.ts';
import {
  isRecoveryCode,
  RECOVERY_CODE_BYTES,
  RECOVERY_CODES,
  recoveryCode,
  recoveryHash,
} from '../domain/recovery-codes.ts';
import { acceptedStep, base32, otpauthUri } from '../domain/totp.ts';
import type { Audit } from '../services/audit.ts';
import { configOf } from '../strapi-access.ts';
import type { Accounts, Kept } from './accounts.ts';
import { subjectOf } from './attempts.ts';
import type { Seal } from './seal.ts';

/** RFC 4226 recommends the length of the hash. */
const SECRET_BYTES = 20;
const ISSUER = '公开平台';

export interface Enrolment {
  /** For typing in, where no camera is at hand. */
  readonly secret: string;
  /** For the square that an app reads. */
  readonly uri: string;
}

interface Parts {
  readonly strapi: Core.Strapi;
  readonly audit: Audit;
  readonly accounts: Accounts;
  readonly seal: Seal;
}

const NONE: Kept = { secret: null, pendingSecret: null, enrolledAt: null, lastStep: 0, recoveryHashes: [] };

/** Codes of an authenticator app, and those for the day it is lost. */
export const createSecondFactor = ({ strapi, audit, accounts, seal }: Parts) => {
  const policy = () => configOf(strapi).signIn.secondFactor;

  function opened(sealed: string | null, account: string): Buffer | null {
    if (sealed === null) return null;
    const secret = seal.open(sealed, account);
    if (secret === null) {
      strapi.log.error(`Cannot read the second factor of user:${account}: the secret it was sealed with has changed`);
    }
    return secret;
  }

  function newRecoveryCodes(account: string): { codes: string[]; recoveryHashes: string[] } {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(RECOVERY_CODE_BYTES)));
    return { codes, recoveryHashes: codes.map((code) => recoveryHash(account, code)) };
  }

  /** What is left to write when a code is accepted; null for a wrong or used one. */
  async function afterUseOf(code: string, row: SignInAccountRow): Promise<Kept | null> {
    if (isRecoveryCode(code)) {
      const hash = recoveryHash(row.account, code);
      const hashes = row.recoveryHashes ?? [];
      if (!hashes.includes(hash)) return null;
      const left = hashes.filter((each) => each !== hash);
      const detail = { left: left.length };
      await audit.record({ event: 'recovery_code_used', subject: subjectOf(row.account), detail });
      return { recoveryHashes: left };
    }
    const secret = opened(row.secret, row.account);
    if (secret === null) return null;
    const step = acceptedStep(secret, code.trim(), new Date(), row.lastStep ?? 0);
    return step === null ? null : { lastStep: step };
  }

  async function use(account: string, code: string): Promise<boolean> {
    let isAccepted = false;
    await accounts.change(account, async (row) => {
      const kept = await afterUseOf(code, row);
      isAccepted = kept !== null;
      return kept ?? {};
    });
    return isAccepted;
  }

  return {
    isOn: (row: SignInAccountRow | null): boolean => policy() !== 'off' && (row?.secret ?? null) !== null,

    isRequired: (): boolean => policy() === 'required',

    /** Whether this is a code that was not used yet; it is used up with the answer. */
    use,

    /** Makes a secret that counts from its first code on. */
    async begin(user: AdministratorRow): Promise<Enrolment> {
      if (policy() === 'off') throw new DisclosureError('second_factor_off', '本系统没有启用第二步验证。');
      const account = String(user.id);
      const secret = randomBytes(SECRET_BYTES);
      await accounts.change(account, (row) => {
        if (row.secret !== null)
          throw new DisclosureError('second_factor_on', '第二步验证已经开启。要更换，请先关闭再重新开启。');
        return { pendingSecret: seal.seal(secret, account) };
      });
      return { secret: base32(secret), uri: otpauthUri(secret, { issuer: ISSUER, account: user.email }) };
    },

    /** Turns it on with a first code, and gives the recovery codes, once. Null for a wrong code. */
    async confirm(account: string, code: string): Promise<readonly string[] | null> {
      const { codes, recoveryHashes } = newRecoveryCodes(account);
      let isAccepted = false;
      await accounts.change(account, async ({ pendingSecret, secret: current }) => {
        const secret = current === null ? opened(pendingSecret, account) : null;
        if (secret === null) throw new DisclosureError('second_factor_not_begun', '请先扫描二维码，再输入验证码。');
        const step = acceptedStep(secret, code.trim(), new Date(), 0);
        if (step === null) return {};
        isAccepted = true;
        await audit.record({ event: 'second_factor_enrolled', subject: subjectOf(account), detail: {} });
        const enrolledAt = new Date().toISOString();
        return { secret: pendingSecret, pendingSecret: null, enrolledAt, lastStep: step, recoveryHashes };
      });
      return isAccepted ? codes : null;
    },

    /** New recovery codes, shown once; the former ones are void. */
    async renewRecoveryCodes(account: string): Promise<readonly string[]> {
      const { codes, recoveryHashes } = newRecoveryCodes(account);
      await accounts.change(account, async () => {
        await audit.record({ event: 'recovery_codes_renewed', subject: subjectOf(account), detail: {} });
        return { recoveryHashes };
      });
      return codes;
    },

    /** Its owner turns it off, where the department leaves that to them. */
    async remove(account: string): Promise<void> {
      await accounts.change(account, async () => {
        await audit.record({ event: 'second_factor_removed', subject: subjectOf(account), detail: {} });
        return NONE;
      });
    },

    /** An administrator turns it off for somebody who has lost it. */
    async reset(account: string): Promise<void> {
      await accounts.change(account, async () => {
        await audit.record({ event: 'second_factor_reset', subject: subjectOf(account), detail: {} });
        return NONE;
      });
    },
  };
};

export type SecondFactor = ReturnType<typeof createSecondFactor>;
