import type { Core } from '@strapi/strapi';
import type { Audit } from '../services/audit.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAttempts, type Attempts } from './attempts.ts';
import { createChallenges } from './challenges.ts';
import { createOverview, type Overview } from './overview.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { Seal } from './seal.ts';
import { createSecondFactor, type SecondFactor } from './second-factor.ts';
import { createSteps, type Steps } from './steps.ts';

export interface SignIn {
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly overview: Overview;
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
  readonly steps: Steps;
}

export function createSignIn({ strapi, audit }: { strapi: Core.Strapi; audit: Audit }): SignIn {
  const seal = new Seal(applicationSecret(strapi));
  const accounts = createAccounts({ strapi });
  const attempts = createAttempts({ strapi, audit, seal });
  const challenges = createChallenges({ strapi });
  const passwords = createPasswords({ strapi, audit, accounts, attempts });
  const secondFactor = createSecondFactor({ strapi, audit, accounts, seal });
  const steps = createSteps({ strapi, audit, accounts, attempts, challenges, passwords, secondFactor });
  const overview = createOverview({ strapi, accounts, attempts, passwords, secondFactor });
  return { accounts, attempts, overview, passwords, secondFactor, steps };
}

/** Strapi's key for what it encrypts; an application without one has at least the secret of its sessions. */
function applicationSecret(strapi: Core.Strapi): string {
  const secret: unknown = strapi.config.get('admin.secrets.encryptionKey') ?? strapi.config.get('admin.auth.secret');
  if (typeof secret === 'string' && secret !== '') return secret;
  throw new Error('Cannot keep second factors: set admin.secrets.encryptionKey (ENCRYPTION_KEY) to a long random text');
}
