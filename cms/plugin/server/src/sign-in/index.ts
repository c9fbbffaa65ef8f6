import type { Core } from '@strapi/strapi';
import type { Audit } from '../services/audit.ts';
import { applicationSecret } from '../application-secret.ts';
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
