import type { TestProject } from 'vitest/node';
import { startDemo, type Demo } from '../../support/demo.ts';
import { tokenOf } from '../../support/editor.ts';

/** The demo that all end-to-end tests use: each makes what it needs there and leaves the rest alone. */
export interface SharedDemo extends Pick<Demo, 'cmsUrl' | 'siteUrl' | 'dataDir' | 'logins' | 'secrets'> {
  /** One sign-in of each serves all tests. */
  readonly tokens: { readonly administrator: string; readonly editor: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    demo: SharedDemo;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo();
  const { cmsUrl, siteUrl, dataDir, logins, secrets } = demo;
  const tokens = {
    administrator: await tokenOf(cmsUrl, loginOf(logins, 'Super Admin')),
    editor: await tokenOf(cmsUrl, loginOf(logins, 'Editor')),
  };
  project.provide('demo', { cmsUrl, siteUrl, dataDir, logins, secrets, tokens });
  return () => demo.remove();
}

export function loginOf(logins: Demo['logins'], role: string): Demo['logins'][number] {
  const login = logins.find((each) => each.role === role);
  if (!login) throw new Error(`The demo has no login of role "${role}"`);
  return login;
}
