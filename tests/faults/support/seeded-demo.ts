import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startDemo, type Demo } from '../../support/demo.ts';

/** A data directory that was filled once. Each file of tests works on a copy: it damages and kills. */
export interface SeededDemo extends Pick<Demo, 'dataDir' | 'logins' | 'secrets'> {
  /** The CMS nudges the site there. */
  readonly cmsPort: number;
  readonly sitePort: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    seeded: SeededDemo;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const demo = await startDemo();
  await demo.stop();
  const { dataDir, logins, secrets, cmsUrl, siteUrl } = demo;
  const [cmsPort, sitePort] = [Number(new URL(cmsUrl).port), Number(new URL(siteUrl).port)];
  project.provide('seeded', { dataDir, logins, secrets, cmsPort, sitePort });
  return () => rmSync(dataDir, { recursive: true, force: true });
}
