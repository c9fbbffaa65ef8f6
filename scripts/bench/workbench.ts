import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child, Children } from '../demo/children.ts';
import { Refusal } from '../demo/refusal.mjs';
import { root, type Settings } from '../demo/settings.mjs';
import type { Options } from './command-line.ts';
import { ProcessWatch } from './measure.ts';
import type { Row } from './report.ts';

/** A program under measurement. */
export interface Running {
  readonly pid: number;
  readonly usage: ProcessWatch;
  readonly child: Child;
  /** Never resolves; rejects when the program ends by itself. */
  readonly death: Promise<never>;
  stop(): Promise<void>;
}

export interface StartInput {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The folder of one run, its programs and what was measured so far. */
export class Workbench {
  readonly folder: string;
  readonly options: Options;
  readonly #children: Children;
  readonly #isTemporary: boolean;

  constructor(options: Options, children: Children) {
    this.options = options;
    this.#children = children;
    this.#isTemporary = options.keep === null;
    this.folder = options.keep ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
    mkdirSync(this.folder, { recursive: true });
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  say(line: string): void {
    console.log(`${new Date().toTimeString().slice(0, 8)}  ${line}`);
  }

  /** Where the CMS and the node of this run are. New ports each time: others may have taken the former ones. */
  async settings(): Promise<Settings> {
    const [cmsPort, sitePort] = [await freePort(), await freePort()];
    const dataDir = this.path('portal');
    mkdirSync(dataDir, { recursive: true });
    return {
      cmsPort,
      sitePort,
      dataDir,
      siteUrl: `http://localhost:${sitePort}`,
      cmsUrl: `http://127.0.0.1:${cmsPort}`,
    };
  }

  async start({ name, command, args, cwd, env }: StartInput): Promise<Running> {
    const pidFile = this.path(`${name}.pid`);
    rmSync(pidFile, { force: true });
    // The shell notes its own number and then becomes the program.
    const child = this.#children.start({
      name,
      command: '/bin/sh',
      args: ['-c', 'echo $$ > "$0" && exec "$@"', pidFile, command, ...args],
      cwd,
      env,
      logPath: this.path('log', `${name}.log`),
    });
    let hasStopped = false;
    const death = child.ended.then((end): never => {
      if (hasStopped) return new Promise<never>(() => {}) as never;
      throw new Refusal(
        `${child.tail()}\n\n${name} 意外结束（${end}）`,
        `The ${name} ended unexpectedly (${end}): the last lines it wrote are above`,
      );
    });
    death.catch(() => undefined);
    while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') await Promise.race([sleep(5), death]);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    const usage = new ProcessWatch(pid);
    return {
      pid,
      usage,
      child,
      death,
      async stop() {
        hasStopped = true;
        usage.stop();
        await child.stop();
      },
    };
  }

  /** Arguments that make Node write a CPU profile when it ends, if profiles are wanted. */
  profileArgs(name: string): string[] {
    const { profiles } = this.options;
    return profiles === null
      ? []
      : ['--cpu-prof', '--cpu-prof-dir', profiles, '--cpu-prof-name', `${name}-${Date.now()}.cpuprofile`];
  }

  /** Runs a program to its end, showing its progress now and then. Rejects unless it ends well. */
  async runToEnd(input: StartInput): Promise<{ seconds: number; usage: ProcessWatch; child: Child }> {
    const startedAt = performance.now();
    const running = await this.start(input);
    let shown = '';
    const progress = setInterval(() => {
      const last = running.child.tail().split('\n').at(-1) ?? '';
      if (last !== '' && last !== shown) this.say(`  ${input.name}: ${(shown = last)}`);
    }, 10_000);
    try {
      const end = await running.child.ended;
      const seconds = (performance.now() - startedAt) / 1000;
      running.usage.stop();
      if (end !== 'exit code 0') {
        const text = `${running.child.tail()}\n\n${input.name}: ${end}`;
        throw new Refusal(
          `${text}，完整记录在 ${running.child.logPath}`,
          `The whole log is in ${running.child.logPath}`,
        );
      }
      return { seconds, usage: running.usage, child: running.child };
    } finally {
      clearInterval(progress);
    }
  }

  /** Rows of a part, from this run or, in a kept folder, from an earlier one. */
  keepRows(part: string, rows: readonly Row[]): void {
    writeFileSync(this.path(`rows-${part}-${this.options.items}.json`), JSON.stringify(rows, null, 2));
  }

  rowsOf(part: string): Row[] {
    const path = this.path(`rows-${part}-${this.options.items}.json`);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Row[]) : [];
  }

  note<Value>(name: string, value: Value): Value {
    writeFileSync(this.path(`${name}.json`), JSON.stringify(value));
    return value;
  }

  noted<Value>(name: string): Value | null {
    const path = this.path(`${name}.json`);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Value) : null;
  }

  remove(): void {
    if (this.#isTemporary) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The file of a package that a program is started from. */
export function programOf(path: string): string {
  return join(root, 'node_modules', path);
}
