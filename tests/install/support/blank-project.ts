import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { until } from '../../support/department.ts';
import { installerEnvironment } from './installer-environment.ts';

export interface Ended {
  readonly code: number | null;
  /** Everything it wrote, without colours. */
  readonly output: string;
}

export interface Running {
  output(): string;
  stop(): Promise<void>;
}

export interface BlankProject {
  readonly folder: string;
  /** Writes files, by their paths below the project. */
  write(files: Readonly<Record<string, string>>): void;
  /** Installs `dependencies` and nothing else, as npm resolves them today. */
  install(manifest: Readonly<Record<string, unknown>>): Promise<void>;
  /** Where npm put each installed package: `node_modules/a/node_modules/b` to its version. */
  installed(): Map<string, string>;
  /** Runs a script of the project, or of its node_modules, with Node until it ends. */
  run(script: string, args?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
  /** Starts one that stays, and waits until it answers at `url`. */
  start(input: { script: string; args?: readonly string[]; env?: NodeJS.ProcessEnv; url: string }): Promise<Running>;
  /** Ends what runs and removes the folder. */
  remove(): Promise<void>;
}

/** A folder outside the repository: nothing in it can be found through the workspace. */
export function blankProject(): BlankProject {
  const folder = mkdtempSync(join(placeOfProjects(), 'gongkai-blank-'));
  const running = new Set<Running>();

  async function execute(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
    const { child, output } = launch(command, args, folder, env);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { code, output: output() };
  }

  return {
    folder,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    async install(manifest) {
      this.write({
        'package.json': JSON.stringify({ name: 'blank', version: '1.0.0', private: true, ...manifest }, null, 2),
      });
      const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
      const { code, output } = await execute('npm', ['install', ...flags], {});
      if (code !== 0) throw new Error(`Cannot install: npm ended with ${code}\n${output}`);
    },
    installed() {
      const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
        packages: Record<string, { version: string }>;
      };
      return new Map(Object.entries(lock.packages).map(([path, { version }]) => [path, version]));
    },
    run: (script, args = [], env = {}) => execute(process.execPath, [script, ...args], env),
    async start({ script, args = [], env = {}, url }) {
      const { child, output } = launch(process.execPath, [script, ...args], folder, env);
      const started: Running = {
        output,
        async stop() {
          running.delete(started);
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = new Promise((resolve) => child.once('close', resolve));
          child.kill('SIGTERM');
          await ended;
        },
      };
      running.add(started);
      await until(`${url} answers`, async () => hasEnded(child) || (await fetch(url)).ok, 120_000);
      if (hasEnded(child)) throw new Error(`Cannot start ${script}: it ended\n${output()}`);
      return started;
    },
    async remove() {
      await Promise.all([...running].map((each) => each.stop()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function launch(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn(command, args, { cwd, env: installerEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  // eslint-disable-next-line no-control-regex -- what terminals are told about colours begins with this character
  return { child, output: () => text.replace(/\u001b\[[0-9;]*m/g, '') };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

const GIB = 1024 ** 3;

/** In memory where there is room: an installation is tens of thousands of small files. */
function placeOfProjects(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory) || process.availableMemory() < 8 * GIB) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize < 4 * GIB ? tmpdir() : memory;
}
