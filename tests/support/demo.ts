import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readLogins, type Login } from '../../scripts/demo/seed.ts';
import type { Secrets } from '../../scripts/demo/secrets.ts';
import { root } from '../../scripts/demo/settings.mjs';
import { freePort } from './free-port.ts';

export interface Demo {
  /** Without a slash at the end. */
  readonly cmsUrl: string;
  readonly siteUrl: string;
  readonly dataDir: string;
  readonly logins: readonly Login[];
  readonly secrets: Secrets;
  /** Everything the start printed. */
  output(): string;
  /** Stops both sides; the data directory stays, for another start. */
  stop(): Promise<void>;
  /** Stops both sides and removes the data directory. */
  remove(): Promise<void>;
}

export interface DemoInput {
  /** One that an earlier start left; by default a fresh one. */
  readonly dataDir?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cmsPort?: number;
  readonly sitePort?: number;
}

const PATIENCE_MS = 7 * 60_000;

/** Starts the demo as a person does, on ports of its own, and waits until it says that it is ready. */
export async function startDemo(input: DemoInput = {}): Promise<Demo> {
  const dataDir = input.dataDir ?? mkdtempSync(join(tmpdir(), 'gongkai-'));
  const cmsPort = input.cmsPort ?? (await freePort());
  const sitePort = input.sitePort ?? (await freePort());
  const child = spawn(process.execPath, [join(root, 'scripts/demo.ts')], {
    cwd: root,
    env: {
      ...withoutTestRunner(process.env),
      DATA_DIR: dataDir,
      CMS_PORT: String(cmsPort),
      SITE_PORT: String(sitePort),
      // One sign-in serves many tests, and sends nothing for minutes.
      SIGN_IN_IDLE_MINUTES: '240',
      ...input.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const lines: string[] = [];
  try {
    await untilReady(child, lines);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    cmsUrl: `http://localhost:${cmsPort}`,
    siteUrl: `http://localhost:${sitePort}`,
    dataDir,
    logins: readLogins(dataDir),
    secrets: JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Secrets,
    output: () => lines.join('\n'),
    stop,
    async remove() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`Cannot start the demo: ${why}\n${lines.join('\n')}`));
    const timer = setTimeout(() => fail(`not ready after ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
    const onLine = (line: string) => {
      lines.push(line);
      if (!line.startsWith('ready ')) return;
      clearTimeout(timer);
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', onLine);
    }
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}

/** What vitest sets for its own workers must not reach programs that are run as a person runs them. */
function withoutTestRunner(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:VITEST|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)/.test(name)),
  );
}
