import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../scripts/demo/settings.mjs';

const RESULTS = new Set(['.git', 'node_modules', 'dist', '.astro', '.strapi', '.cache', '.data', '.tmp', 'generated']);

/** Paths of everything that is kept in the repository, from its root. Without git, everything that is not a result. */
export function trackedFiles(): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached'], { cwd: root, encoding: 'utf8' });
  const files = status === 0 ? stdout.split('\0').filter((path) => path !== '') : filesBelow(root);
  return files.filter((path) => existsSync(join(root, path)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (RESULTS.has(name)) return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [relative(root, path)];
  });
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function jsonOf(path: string): Record<string, unknown> {
  return JSON.parse(textOf(path)) as Record<string, unknown>;
}
