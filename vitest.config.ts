import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests run on the contract's sources: no build can be forgotten. */
const alias = [
  { find: /^disclosure-contract$/, replacement: fileURLToPath(new URL('./shared/src/index.ts', import.meta.url)) },
  {
    find: /^disclosure-contract\/checks$/,
    replacement: fileURLToPath(new URL('./shared/src/checks/index.ts', import.meta.url)),
  },
  {
    find: /^disclosure-contract\/checks\/wording-model$/,
    replacement: fileURLToPath(new URL('./shared/src/checks/data/wording-model.ts', import.meta.url)),
  },
  {
    find: /^disclosure-contract\/difference$/,
    replacement: fileURLToPath(new URL('./shared/src/difference/index.ts', import.meta.url)),
  },
  {
    find: /^disclosure-contract\/flow$/,
    replacement: fileURLToPath(new URL('./shared/src/flow/index.ts', import.meta.url)),
  },
  {
    find: /^disclosure-contract\/inspection$/,
    replacement: fileURLToPath(new URL('./shared/src/inspection/index.ts', import.meta.url)),
  },
  {
    find: /^disclosure-contract\/sounds$/,
    replacement: fileURLToPath(new URL('./shared/src/checks/sounds.ts', import.meta.url)),
  },
];

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Suites that start servers: one file after the other, with the time that servers take. */
function withServers(name: string, include: string[], globalSetup: string[] = []): TestProjectInlineConfiguration {
  return {
    resolve: { alias },
    test: {
      name,
      include,
      globalSetup,
      environment: 'node',
      // `strapi.destroy()` removes every listener of its process, which ends a worker of the `forks` pool.
      pool: 'threads',
      fileParallelism: false,
      testTimeout: 2 * MINUTE,
      hookTimeout: 8 * MINUTE,
      // What is polled for comes about on a busy machine as well, only later.
      expect: { poll: { timeout: 20 * SECOND, interval: 100 } },
    },
  };
}

/** For suites whose files share nothing: each starts its own CMS on its own database and waits for no other's time. */
function sideBySide(project: TestProjectInlineConfiguration): TestProjectInlineConfiguration {
  return { ...project, test: { ...project.test, fileParallelism: true, maxWorkers: availableParallelism() } };
}

/**
 * Files that run one after the other share a demo or a machine, and what one leaves there the next one meets: their order
 * is that of their names on every machine. Vitest's own order depends on what earlier runs there took and failed.
 */
class SameOrderEverywhere extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.every(({ project }) => project.config.maxWorkers === 1)
      ? sorted.sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
      : sorted;
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: SameOrderEverywhere },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [
            'shared/src/**/*.test.ts',
            'site/theme/src/**/*.test.ts',
            'cms/plugin/server/src/**/*.test.ts',
            'cms/plugin/admin/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, '**/dist/**'],
          environment: 'node',
          // Some of them start threads and processes, beside other files that do.
          testTimeout: MINUTE,
          maxWorkers: availableParallelism(),
        },
      },
      sideBySide(withServers('cms', ['cms/plugin/server/test/**/*.test.ts'])),
      withServers('import', ['tests/import/**/*.test.ts']),
      withServers('repo', ['tests/repo/**/*.test.ts']),
      withServers('e2e', ['tests/e2e/**/*.test.ts'], ['tests/e2e/support/shared-demo.ts']),
      withServers('faults', ['tests/faults/**/*.test.ts'], ['tests/faults/support/seeded-demo.ts']),
      withServers('security', ['tests/security/**/*.test.ts']),
      withServers('install', ['tests/install/**/*.test.ts']),
    ],
  },
});
