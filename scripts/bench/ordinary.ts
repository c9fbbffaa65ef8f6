import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildEnvironment } from '../demo/environment.ts';
import { root } from '../demo/settings.mjs';
import { DATASET_VERSION, makeItem } from './dataset.ts';
import { spreadOf, timesOf } from './measure.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';
import { freePort, programOf, type Workbench } from './workbench.ts';

const PUBLICATIONS = 20;

/** What the table compares with. Milliseconds and seconds, as named. */
export interface Ordinary {
  readonly publishMs: number;
  readonly fetchSeconds: number;
  readonly buildSeconds: number;
  readonly pages: number;
  readonly peakMB: number;
  readonly cpuSeconds: number;
}

interface Filled {
  readonly items: number;
  readonly version: number;
  readonly token: string;
}

/**
 * The way most sites are made: a Strapi application as it comes, its REST API with a token, and an Astro project that
 * fetches everything and builds every page. What was published is visible when that is done.
 */
export async function measureOrdinary({ bench, secrets }: Portal): Promise<Row[]> {
  const cmsFolder = copyOf(bench, 'ordinary-cms');
  const siteFolder = copyOf(bench, 'ordinary-site');
  const port = await freePort();
  const { NODE_TOKEN, NUDGE_SECRET, ...cmsSecrets } = secrets;
  const env = {
    ...buildEnvironment(process.env),
    ...cmsSecrets,
    PORT: String(port),
    BENCH_ITEMS: String(bench.options.items),
  };
  const token = await fill(bench, cmsFolder, env);
  const url = `http://127.0.0.1:${port}`;

  const cms = await bench.start({
    name: 'ordinary-cms',
    command: process.execPath,
    args: [programOf('@strapi/strapi/bin/strapi.js'), 'start'],
    cwd: cmsFolder,
    env,
  });
  try {
    await Promise.race([isUp(url), cms.death]);
    const publishMs = await publications(bench, url, token);
    const built = await buildSite(bench, siteFolder, { url, token, env: buildEnvironment(process.env) });
    const ordinary = bench.note<Ordinary>(`ordinary-${bench.options.items}`, { publishMs, ...built });
    return [
      { metric: 'the ordinary way: one publication through REST, p50', unit: 'ms', ordinary: publishMs },
      { metric: '… fetching everything through REST, 100 a page', unit: 's', ordinary: ordinary.fetchSeconds },
      { metric: '… astro build without the fetching', unit: 's', ordinary: ordinary.buildSeconds },
      { metric: '… pages built', unit: 'pages', ordinary: ordinary.pages },
      { metric: '… peak memory of the build', unit: 'MB', ordinary: ordinary.peakMB },
    ];
  } finally {
    await cms.stop();
  }
}

function copyOf(bench: Workbench, name: string): string {
  const folder = bench.path(name);
  cpSync(join(root, 'scripts/bench', name), folder, { recursive: true });
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(join(root, 'node_modules'), modules);
  return folder;
}

async function fill(bench: Workbench, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { items } = bench.options;
  const filled = bench.noted<Filled>('ordinary-filled');
  if (filled?.items === items && filled.version === DATASET_VERSION) return filled.token;
  bench.say(`filling a plain Strapi application with ${items} items`);
  rmSync(join(folder, '.tmp'), { recursive: true, force: true });
  for (const needed of ['.tmp', 'public/uploads']) mkdirSync(join(folder, needed), { recursive: true });
  const { child } = await bench.runToEnd({
    name: 'fill-ordinary',
    command: process.execPath,
    args: [join(root, 'scripts/bench/fill-ordinary.ts')],
    cwd: folder,
    env,
  });
  const token = /token ([0-9a-f]+)/.exec(child.tail())?.[1];
  if (token === undefined) throw new Error('The plain Strapi application gave no API token');
  bench.note<Filled>('ordinary-filled', { items, version: DATASET_VERSION, token });
  return token;
}

async function isUp(url: string): Promise<void> {
  for (;;) {
    const status = await fetch(`${url}/_health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 204) return;
    await sleep(100);
  }
}

/** Milliseconds of one request that creates and publishes. What it made is removed again. */
async function publications(bench: Workbench, url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const made: string[] = [];
  const times = await timesOf(PUBLICATIONS, async (at) => {
    const { title, body, writtenOn } = makeItem(at, bench.options.items);
    const data = { title, body, date: writtenOn, category: 5 + at };
    const answer = await fetch(`${url}/api/notices?status=published`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ data }),
    });
    if (!answer.ok) throw new Error(`Publishing the ordinary way answered ${answer.status}: ${await answer.text()}`);
    made.push(((await answer.json()) as { data: { documentId: string } }).data.documentId);
  });
  for (const documentId of made) await fetch(`${url}/api/notices/${documentId}`, { method: 'DELETE', headers });
  return spreadOf(times).p50;
}

async function buildSite(
  bench: Workbench,
  folder: string,
  { url, token, env }: { url: string; token: string; env: NodeJS.ProcessEnv },
): Promise<Omit<Ordinary, 'publishMs'>> {
  bench.say('a plain Astro project fetches everything and builds every page');
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const input = {
    name: 'ordinary-build',
    command: process.execPath,
    args: ['--max-old-space-size=8192', programOf('astro/bin/astro.mjs'), 'build'],
    cwd: folder,
    env: { ...env, STRAPI_URL: url, STRAPI_TOKEN: token },
  };
  const { seconds, usage, child } = await bench.runToEnd(input);
  const fetchMs = Number(
    /fetched \d+ notices in (\d+) ms/.exec(readFileSync(child.logPath, 'utf8').split('\n').reverse().join('\n'))?.[1] ??
      0,
  );
  if (fetchMs === 0) throw new Error('The plain Astro project did not say how long its fetching took');
  return {
    fetchSeconds: fetchMs / 1000,
    buildSeconds: seconds - fetchMs / 1000,
    pages: pagesIn(join(folder, 'dist')),
    peakMB: usage.peakMB,
    cpuSeconds: usage.cpuSeconds,
  };
}

function pagesIn(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}
