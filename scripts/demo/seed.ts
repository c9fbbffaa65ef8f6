import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Children } from './children.ts';
import { Refusal } from './refusal.mjs';
import { root } from './settings.mjs';

export interface SeedInput {
  readonly dataDir: string;
  /** The CMS's environment, with what the seed alone needs to know. */
  readonly env: NodeJS.ProcessEnv;
  readonly children: Children;
  onStart(): void;
  onEnd(seconds: number): void;
}

/**
 * Fills an empty CMS with the demo's content, once for a data directory. The marker is written after the last step, so a
 * seed that was cut off is done again, from an empty database.
 */
export async function seedOnce(input: SeedInput): Promise<void> {
  const marker = join(input.dataDir, 'seeded.json');
  if (existsSync(marker)) return;
  input.onStart();
  const startedAt = Date.now();
  rmSync(join(input.dataDir, 'cms'), { recursive: true, force: true });

  const logPath = join(input.dataDir, 'log', 'seed.log');
  const child = input.children.start({
    name: 'seed',
    command: process.execPath,
    args: [join(root, 'scripts/seed.ts')],
    cwd: join(root, 'cms'),
    env: input.env,
    logPath,
  });
  const end = await child.ended;
  if (end !== 'exit code 0') {
    throw new Refusal(
      `${child.tail()}\n\n没有导入演示内容（${end}），完整记录在 ${logPath}；再运行一次会从空数据库重新开始`,
      `The demo content was not loaded (${end}): the whole log is in ${logPath}; the next start begins with an empty database`,
    );
  }
  writeFileSync(marker, `${JSON.stringify({ seededAt: new Date().toISOString() })}\n`);
  input.onEnd((Date.now() - startedAt) / 1000);
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
