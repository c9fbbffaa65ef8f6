import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Children } from './children.ts';
import { Refusal } from './refusal.mjs';
import { root } from './settings.mjs';

export interface SeedInput {
  readonly dataDir: string;
  /** Where the CMS nudges the site. */
  readonly sitePort: number;
  /** The CMS's environment, with what the seed alone needs to know. */
  readonly env: NodeJS.ProcessEnv;
  readonly children: Children;
  onStart(): void;
  onEnd(seconds: number): void;
}

/**
 * Fills an empty CMS with the demo's content, once for a data directory. A seed that was cut off is done again, from an
 * empty database; a database that no seed of ours began is never touched. At a later start on another port, the CMS is
 * told where the site is.
 */
export async function seedOnce(input: SeedInput): Promise<void> {
  const seeded = seededFor(input.dataDir);
  if (seeded?.sitePort === input.sitePort) return;
  if (seeded) {
    await runSeed(input, ['--site-moved']);
  } else {
    input.onStart();
    const startedAt = Date.now();
    begin(input.dataDir);
    await runSeed(input, []);
    input.onEnd((Date.now() - startedAt) / 1000);
  }
}

/** Makes room for a seed: what is there goes only when the mark of an earlier seed says that it is its own. */
function begin(dataDir: string): void {
  const folder = join(dataDir, 'cms');
  if (!existsSync(begunPath(dataDir)) && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal(
      `${folder} 中已有数据，不是演示留下的，不能覆盖；请用 DATA_DIR=… 指定另一个目录，或先把它移走`,
      `${folder} holds data that is not the demo's and is not overwritten: name another directory with DATA_DIR=…, or move it away`,
    );
  }
  writeFileSync(begunPath(dataDir), '');
  rmSync(folder, { recursive: true, force: true });
}

function begunPath(dataDir: string): string {
  return join(dataDir, 'seeding');
}

/** What a data directory was filled for, or null when that was never finished. */
function seededFor(dataDir: string): { sitePort: number } | null {
  const marker = markerPath(dataDir);
  return existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as { sitePort: number }) : null;
}

/** Written by the seed itself as its last step: Strapi ends with 0 when it is told to stop half-way. */
export function markSeeded(dataDir: string, sitePort: number): void {
  writeFileSync(markerPath(dataDir), `${JSON.stringify({ sitePort })}\n`);
  rmSync(begunPath(dataDir), { force: true });
}

function markerPath(dataDir: string): string {
  return join(dataDir, 'seeded.json');
}

async function runSeed(input: SeedInput, args: readonly string[]): Promise<void> {
  const logPath = join(input.dataDir, 'log', 'seed.log');
  const child = input.children.start({
    name: 'seed',
    command: process.execPath,
    args: [join(root, 'scripts/seed.ts'), ...args],
    cwd: join(root, 'cms'),
    env: input.env,
    logPath,
  });
  const end = await child.ended;
  if (end === 'exit code 0' && seededFor(input.dataDir)?.sitePort === input.sitePort) return;
  throw new Refusal(
    `${child.tail()}\n\n没有导入演示内容（${end}），完整记录在 ${logPath}；再运行一次会接着完成，需要时从空数据库重新开始`,
    `The demo content was not loaded (${end}): the whole log is in ${logPath}; the next start tries again, from an empty database if need be`,
  );
}

export interface Login {
  /** Name of the role. */
  readonly role: string;
  /** What the sections are called that the person belongs to. */
  readonly sections: readonly string[];
  readonly email: string;
  readonly password: string;
}

export function loginsPath(dataDir: string): string {
  return join(dataDir, 'logins.json');
}

export function readLogins(dataDir: string): Login[] {
  return JSON.parse(readFileSync(loginsPath(dataDir), 'utf8')) as Login[];
}

/** The first account of a role. */
export function loginOf(logins: readonly Login[], role: string): Login {
  const login = logins.find((each) => each.role === role);
  if (login) return login;
  throw new Error(`The demo has no login of the role "${role}"`);
}
