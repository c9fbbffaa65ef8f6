import type { TestProject } from 'vitest/node';
import { startDemo, type Demo } from '../../support/demo.ts';
import { tokensOf, type Tokens } from '../../support/editor.ts';

/** The demo that all end-to-end tests use: each makes what it needs there and leaves the rest alone. */
export interface SharedDemo extends Pick<Demo, 'cmsUrl' | 'siteUrl' | 'dataDir' | 'logins' | 'secrets'> {
  /** One sign-in of each serves all tests. */
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
  const tokens = await tokensOf(cmsUrl, logins);
  project.provide('demo', { cmsUrl, siteUrl, dataDir, logins, secrets, tokens });
  return () => demo.remove();
}
