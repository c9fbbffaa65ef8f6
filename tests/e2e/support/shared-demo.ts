import type { TestProject } from 'vitest/node';
import { startDemo, type Demo } from '../../support/demo.ts';

/** The demo that all end-to-end tests use: each makes what it needs there and leaves the rest alone. */
export type SharedDemo = Pick<Demo, 'cmsUrl' | 'siteUrl' | 'dataDir' | 'logins' | 'secrets'>;

declare module 'vitest' {
  interface ProvidedContext {
    demo: SharedDemo;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo();
  const { cmsUrl, siteUrl, dataDir, logins, secrets } = demo;
  project.provide('demo', { cmsUrl, siteUrl, dataDir, logins, secrets });
  return () => demo.remove();
}
