import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './demo/settings.mjs';

const TSC = 'typescript/bin/tsc';
const ASTRO_CHECK = '@astrojs/check/bin/astro-check.js';

/** Every folder with a tsconfig.json; components are understood by Astro's own check alone. */
const CHECKS: readonly { folder: string; bin: string; args: readonly string[] }[] = [
  { folder: 'shared', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms/plugin/server', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms/plugin/admin', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms', bin: TSC, args: ['--noEmit'] },
  { folder: 'cms/src/admin', bin: TSC, args: ['--noEmit'] },
  { folder: 'site/theme', bin: ASTRO_CHECK, args: ['--minimumSeverity', 'error'] },
  { folder: 'site', bin: ASTRO_CHECK, args: ['--minimumSeverity', 'error'] },
  { folder: 'scripts', bin: TSC, args: ['--noEmit'] },
  { folder: 'tests', bin: TSC, args: ['--noEmit'] },
];

let failed = 0;
for (const { folder, bin, args } of CHECKS) {
  const startedAt = Date.now();
  // In the folder itself: Astro's check finds a tsconfig.json nowhere else.
  const cwd = join(root, folder);
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd, stdio: 'inherit' });
  if (status !== 0) failed += 1;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${folder} (${seconds} s)`);
}
process.exit(failed === 0 ? 0 : 1);
