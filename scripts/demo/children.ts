import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface ChildInput {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logPath: string;
}

export interface Child {
  readonly name: string;
  readonly logPath: string;
  /** Resolves when the process has ended and its log is written: `exit code 1`, `signal SIGKILL`. */
  readonly ended: Promise<string>;
  /** The last lines it wrote. */
  tail(): string;
  /** Asks the process and all it started to end, insists after a while, and waits. */
  stop(): Promise<void>;
}

const LAST_LINES = 20;
const PATIENCE_MS = 10_000;
const LARGEST_LOG = 10 * 1024 ** 2;

/** Starts a program whose output goes to a log. It leads a process group, so that stopping reaches grandchildren. */
function startChild(input: ChildInput): Child {
  const log = openLog(input.logPath);
  const child = spawn(input.command, input.args, {
    cwd: input.cwd,
    env: input.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last: string[] = [];
  const keep = (line: string) => {
    log.write(`${new Date().toISOString()} [${input.name}] ${line}\n`);
    last.push(line);
    if (last.length > LAST_LINES) last.shift();
  };
  readLines(child.stdout, keep);
  readLines(child.stderr, keep);

  // What the process leaves behind in its group has no one to wait for it, and would keep its pipes open.
  child.once('exit', () => signalGroup(child, 'SIGKILL'));
  const ended = new Promise<string>((resolve) => {
    const end = (how: string) => log.end(() => resolve(how));
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(signal === null ? `exit code ${code ?? 1}` : `signal ${signal}`));
  });
  return {
    name: input.name,
    logPath: input.logPath,
    ended,
    tail: () => last.join('\n'),
    stop: () => stopGroup(child, ended),
  };
}

/** The programs of one start: whatever ends it ends them all. */
export class Children {
  readonly #running = new Set<Child>();
  #isStopping = false;

  start(input: ChildInput): Child {
    if (this.#isStopping) throw new Error(`Cannot start ${input.name}: everything is being stopped`);
    const child = startChild(input);
    this.#running.add(child);
    void child.ended.then(() => this.#running.delete(child));
    return child;
  }

  /** What ends now was told to end: its exit code says nothing. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Stops what runs, all at once, and lets nothing start any more. */
  async stopAll(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#running].map((child) => child.stop()));
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on('line', onLine);
}

function openLog(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(path, `${path}.1`);
  return createWriteStream(path, { flags: 'a' });
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(insist);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
