import type { TestProject } from 'vitest/node';
import { startDemo, type Demo } from '../../support/demo.ts';
import { SignIns, type Tokens } from '../../support/editor.ts';

/** The demo that all end-to-end tests use: each makes what it needs there and leaves the rest alone. */
export interface SharedDemo extends Pick<Demo, 'cmsUrl' | 'siteUrl' | 'dataDir' | 'logins' | 'secrets'> {
  /** One sign-in of each serves many tests, for as long as it lasts. */
  readonly tokens: Tokens;
}

declare module 'vitest' {
  interface ProvidedContext {
    demo: SharedDemo;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo();
  const { cmsUrl, siteUrl, dataDir, logins, secrets } = demo;
  const tokens = await new SignIns(cmsUrl, logins).tokens();
  project.provide('demo', { cmsUrl, siteUrl, dataDir, logins, secrets, tokens });
  return () => demo.remove();
}

/** The people of the demo, for one file of tests. */
export function signInsOf({ cmsUrl, logins, tokens }: Pick<SharedDemo, 'cmsUrl' | 'logins' | 'tokens'>): SignIns {
  return new SignIns(cmsUrl, logins, tokens);
}
