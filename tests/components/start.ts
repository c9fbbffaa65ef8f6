import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/demo/settings.mjs';
import { serveFeed } from '../support/sample-feed.ts';
import { sampleContent } from './sample-content.ts';

const PROJECT = join(root, 'tests/components');
const ASTRO = join(root, 'node_modules/astro/bin/astro.mjs');
const TOKEN = 'a-token-of-the-page-of-components';
const PATIENCE_MS = 60_000;

export interface ComponentsSite {
  /** Address of the page that shows every component. */
  readonly page: string;
  stop(): Promise<void>;
}

/** Builds the site with the page of components and starts it on sample content, which is fed to it as a CMS does. */
export async function startComponents(port: number, dataDir: string): Promise<ComponentsSite> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ASTRO, 'build', '--root', PROJECT], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Cannot build the page of components\n${stdout}${stderr}`);
  const feed = await serveFeed(sampleContent(), TOKEN);
  const entry = pathToFileURL(join(PROJECT, 'dist/server/entry.mjs')).href;
  const { start } = (await import(entry)) as {
    start(env: Record<string, string>): Promise<{ url: string; stop(): Promise<void> }>;
  };
  const url = `http://localhost:${port}`;
  const site = await start({
    DATA_DIR: dataDir,
    SITE_PORT: String(port),
    SITE_URL: url,
    CMS_URL: feed.url,
    NODE_TOKEN: TOKEN,
  });
  await isReady(`${site.url}/health`);
  return {
    page: `${site.url}/components/`,
    async stop() {
      await site.stop();
      await feed.close();
    },
  };
}

async function isReady(health: string): Promise<void> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt;) {
    const answer = await fetch(health).catch(() => null);
    const { state } = answer === null ? { state: 'no answer' } : ((await answer.json()) as { state: string });
    if (state === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The site with the page of components is not ready after ${PATIENCE_MS / 1000} s`);
}
