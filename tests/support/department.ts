import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cmsEnvironment, siteEnvironment } from '../../scripts/demo/environment.ts';
import type { Secrets } from '../../scripts/demo/secrets.ts';
import { root } from '../../scripts/demo/settings.mjs';
import { freePort } from './free-port.ts';

/** One program that a test may start, kill and start again. */
export interface Program {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** What it wrote since its last start. */
  output(): string;
}

export interface Department {
  readonly cms: Program;
  readonly site: Program;
  readonly dataDir: string;
  readonly secrets: Secrets;
}

export interface DepartmentInput {
  /** Seeded by an earlier demo. */
  readonly dataDir: string;
  readonly secrets: Secrets;
  readonly cmsPort?: number;
  readonly sitePort?: number;
  /** Where the site writes, when that is another disk than the CMS's. */
  readonly siteDataDir?: string;
  readonly siteEnv?: NodeJS.ProcessEnv;
  readonly cmsEnv?: NodeJS.ProcessEnv;
}

/** The CMS and the site of a seeded demo as two programs of their own, on fixed ports. Neither is started yet. */
export async function department(input: DepartmentInput): Promise<Department> {
  const cmsPort = input.cmsPort ?? (await freePort());
  const sitePort = input.sitePort ?? (await freePort());
  const cmsUrl = `http://127.0.0.1:${cmsPort}`;
  const siteUrl = `http://localhost:${sitePort}`;
  const settings = { dataDir: input.dataDir, cmsPort, sitePort, cmsUrl, siteUrl };
  return {
    dataDir: input.dataDir,
    secrets: input.secrets,
    cms: program({
      url: cmsUrl,
      args: [join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
      cwd: join(root, 'cms'),
      // Nobody is idle here: a token has to outlive a test that kills its servers.
      env: { ...cmsEnvironment(process.env, settings, input.secrets), SIGN_IN_IDLE_MINUTES: '240', ...input.cmsEnv },
      isUp: async () => (await fetch(`${cmsUrl}/_health`)).status === 204,
    }),
    site: program({
      url: siteUrl,
      args: ['server.ts'],
      cwd: join(root, 'site'),
      env: {
        ...siteEnvironment(process.env, { ...settings, dataDir: input.siteDataDir ?? input.dataDir }, input.secrets),
        ...input.siteEnv,
      },
      isUp: async () => (await fetch(`${siteUrl}/robots.txt`)).ok,
    }),
  };
}

interface ProgramInput {
  readonly url: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly isUp: () => Promise<boolean>;
}

function program({ url, args, cwd, env, isUp }: ProgramInput): Program {
  let child: ChildProcess | null = null;
  let output = '';

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('close', resolve));
    ending.kill(signal);
    await ended;
  }

  return {
    url,
    output: () => output,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      output = '';
      const started = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      await until(`${url} answers`, async () => {
        if (started.exitCode !== null) throw new Ended(`Cannot start the program at ${url}: it ended\n${output}`);
        return isUp();
      });
    },
  };
}

class Ended extends Error {}

/** Asks until the answer is yes; a failing question counts as no. Throws after `patienceMs`. */
export async function until(what: string, ask: () => Promise<boolean>, patienceMs = 60_000): Promise<number> {
  const startedAt = performance.now();
  let problem: unknown = null;
  while (performance.now() - startedAt < patienceMs) {
    try {
      if (await ask()) return performance.now() - startedAt;
    } catch (error) {
      if (error instanceof Ended) throw error;
      problem = error;
    }
    await sleep(50);
  }
  throw new Error(`Waited ${patienceMs} ms in vain: ${what}`, { cause: problem });
}
