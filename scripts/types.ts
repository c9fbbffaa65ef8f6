import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './demo/settings.mjs';

/** Everything that has types, one after the other; all of it is checked, whatever fails. */
const CHECKS: readonly (readonly [name: string, bin: string, ...args: string[]])[] = [
  ['shared', 'typescript/bin/tsc', '-p', 'shared', '--noEmit'],
  ['cms/plugin/server', 'typescript/bin/tsc', '-p', 'cms/plugin/server', '--noEmit'],
  ['cms/plugin/admin', 'typescript/bin/tsc', '-p', 'cms/plugin/admin', '--noEmit'],
  ['cms', 'typescript/bin/tsc', '-p', 'cms', '--noEmit'],
  ['site/theme', '@astrojs/check/bin/astro-check.js', '--root', 'site/theme', '--minimumSeverity', 'error'],
  ['site', '@astrojs/check/bin/astro-check.js', '--root', 'site', '--minimumSeverity', 'error'],
  ['scripts', 'typescript/bin/tsc', '-p', 'scripts'],
  ['tests', 'typescript/bin/tsc', '-p', 'tests'],
];

let failed = 0;
for (const [name, bin, ...args] of CHECKS) {
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
}
process.exit(failed === 0 ? 0 : 1);
