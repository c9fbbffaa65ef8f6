import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresFolder } from '../../scripts/test/machine.ts';
import { freePort } from './free-port.ts';

export interface Postgres {
  /** Of the database `postgres`, for its owner. */
  readonly url: string;
  /** Makes an empty database and gives its address. */
  createDatabase(name: string): string;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own: a cluster in a temporary folder, on a free port of the loopback, gone after `stop()`. */
export async function startPostgres(): Promise<Postgres> {
  const bin = postgresFolder();
  if (bin === null) throw new Error('Cannot start PostgreSQL: its server programs are not installed (apt: postgresql)');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : null;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = { ...owner, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };

  run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    as,
  );
  const port = await freePort();
  const options = [
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    `port=${port}`,
  ];
  const args = ['-D', data, '-k', folder, ...options.flatMap((option) => ['-c', option])];
  const server = spawn(join(bin, 'postgres'), args, { ...as, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', 'owner'];

  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(() => spawnSync(join(bin, 'pg_isready'), ['-q', ...connection]).status === 0);
  } catch (error) {
    await stop();
    throw error;
  }
  const urlOf = (name: string) => `postgres://owner@127.0.0.1:${port}/${name}`;
  return {
    url: urlOf('postgres'),
    createDatabase(name) {
      run(join(bin, 'createdb'), [...connection, name], as);
      return urlOf(name);
    },
    stop,
  };
}

function run(command: string, args: string[], options: object): void {
  const { status, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Cannot start PostgreSQL: ${command} ended with ${status}: ${stderr}`);
}

async function untilReady(isReady: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (isReady()) return;
    await sleep(100);
  }
  throw new Error('Cannot start PostgreSQL: it does not answer within 15 s');
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error('Cannot start PostgreSQL: there is no unprivileged user "postgres" or "nobody"');
}
