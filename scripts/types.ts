import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from './demo/settings.mjs';

const TSC = 'typescript/bin/tsc';
const ASTRO_CHECK = '@astrojs/check/bin/astro-check.js';

interface Check {
  readonly folder: string;
  readonly bin: string;
  readonly args: readonly string[];
}

/** Every folder with a tsconfig.json; components are understood by Astro's own check alone. */
const CHECKS: readonly Check[] = [
  { folder: 'shared', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms/plugin/server', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms/plugin/admin', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms/src/admin', bin: TSC, args: ['--noEmit'] },
  { folder: 'site/theme', bin: ASTRO_CHECK, args: ['--minimumSeverity', 'error'] },
  { folder: 'site', bin: ASTRO_CHECK, args: ['--minimumSeverity', 'error'] },
  { folder: 'tests/components', bin: ASTRO_CHECK, args: ['--minimumSeverity', 'error'] },
  { folder: 'scripts', bin: TSC, args: ['--noEmit'] },
  { folder: 'tests', bin: TSC, args: ['--noEmit'] },
];

/** Whether it passed. What a check says is shown when it ends, so that none talks into another. */
async function passes({ folder, bin, args }: Check): Promise<boolean> {
  const startedAt = Date.now();
  // In the folder itself: Astro's check finds a tsconfig.json nowhere else.
  const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd: join(root, folder) });
  const ended = new Promise<boolean>((resolve) => child.once('close', (code) => resolve(code === 0)));
  const [hasPassed, said, complained] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${said}${complained}${hasPassed ? 'ok    ' : 'FAILED'} ${folder} (${seconds} s)`);
  return hasPassed;
}

const waiting = [...CHECKS];
let hasFailed = false;
async function workOff(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    if (!(await passes(check))) hasFailed = true;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, workOff));
process.exit(hasFailed ? 1 : 0);
