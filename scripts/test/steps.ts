import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from '../../tests/support/postgres.ts';
import type { Children } from '../demo/children.ts';
import { root } from '../demo/settings.mjs';
import type { Need } from './machine.ts';

export interface Run {
  readonly children: Children;
  /** Where vitest writes its counts. */
  readonly report: string;
}

export interface Step {
  readonly name: string;
  readonly needs?: readonly Need[];
  /** Whether it passed. */
  run(run: Run): Promise<boolean>;
}

/** In this order: what fails quickly comes first. A step that cannot run fails; none is skipped. */
export const STEPS: readonly Step[] = [
  {
    name: 'format',
    run: () => node('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'unit', run: ({ report }) => vitest('unit', report) },
  { name: 'build', run: () => node('scripts/build.ts', []) },
  // Both look at what the packages export, which the build makes.
  { name: 'lint', run: () => node('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'types', run: () => node('scripts/types.ts', []) },
  { name: 'import', run: ({ report }) => vitest('import', report) },
  { name: 'cms', run: ({ report }) => vitest('cms', report) },
  { name: 'cms-postgres', needs: ['postgres'], run: ({ report }) => onPostgres((env) => vitest('cms', report, env)) },
  { name: 'repo', run: ({ report }) => vitest('repo', report) },
  { name: 'e2e', needs: ['browser', 'chinese fonts', 'nginx'], run: ({ report }) => vitest('e2e', report) },
  { name: 'faults', run: ({ report }) => vitest('faults', report) },
  { name: 'security', needs: ['browser'], run: ({ report }) => vitest('security', report) },
  { name: 'install', run: ({ report }) => vitest('install', report) },
];

function vitest(project: string, report: string, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return node(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
}

/** Rules of concurrency show on PostgreSQL alone: SQLite lets one writer in at a time. */
async function onPostgres(run: (env: NodeJS.ProcessEnv) => Promise<boolean>): Promise<boolean> {
  const postgres = await startPostgres();
  try {
    return await run({ TEST_DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
}

/** Runs a program of the project in the terminal's process group, so that Ctrl-C reaches it. */
function node(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}
