import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * Fills an empty CMS with the demo's content, once for a data directory. The marker is written after the last step, so a
 * seed that was cut off is done again, from an empty database. At a later start on another port, the CMS is told where
 * the site is.
 */
export async function seedOnce(input: SeedInput): Promise<void> {
  const marker = join(input.dataDir, 'seeded.json');
  const seeded = existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as { sitePort: number }) : null;
  if (seeded?.sitePort === input.sitePort) return;
  if (seeded) {
    await runSeed(input, ['--site-moved']);
  } else {
    input.onStart();
    const startedAt = Date.now();
    rmSync(join(input.dataDir, 'cms'), { recursive: true, force: true });
    await runSeed(input, []);
    input.onEnd((Date.now() - startedAt) / 1000);
  }
  writeFileSync(marker, `${JSON.stringify({ sitePort: input.sitePort })}\n`);
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
  if (end === 'exit code 0') return;
  throw new Refusal(
    `${child.tail()}\n\n没有导入演示内容（${end}），完整记录在 ${logPath}；再运行一次会接着完成，需要时从空数据库重新开始`,
    `The demo content was not loaded (${end}): the whole log is in ${logPath}; the next start tries again, from an empty database if need be`,
  );
}

export interface Login {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export function loginsPath(dataDir: string): string {
  return join(dataDir, 'logins.json');
}

export function readLogins(dataDir: string): Login[] {
  return JSON.parse(readFileSync(loginsPath(dataDir), 'utf8')) as Login[];
}
