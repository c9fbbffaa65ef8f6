import tseslint from 'typescript-eslint';

/**
 * Which way imports go (docs/architecture.md). `group` is matched against what stands in the import.
 *
 * @param {...{ group: string[], message: string, allowTypeImports?: boolean }} patterns
 * @returns {Record<string, ['error', object]>}
 */
function noImports(...patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const STRAPI = ['@strapi/*', 'strapi-plugin-disclosure', 'strapi-plugin-disclosure/*'];
const ASTRO = ['astro', 'astro/*', 'astro:*', 'astro-disclosure', 'astro-disclosure/*'];

const otherHalf = {
  group: ['**/cms/**', '**/site/**'],
  message: 'CMS and site meet over HTTP, in the shapes of shared/: each must be installable without the other.',
};
const noTooling = {
  group: ['**/scripts/**', '**/tests/**'],
  message: 'Scripts and tests may import anything; nothing imports them.',
};

/** Writes that bypass the Document Service bypass the gate: no change row, no index number, no check. */
const WRITES = 'create|createMany|update|updateMany|delete|deleteMany|upsert';
/** @type {Record<string, ['error', ...object[]]>} */
const noWritesPastTheGate = {
  'no-restricted-syntax': [
    'error',
    {
      selector: `CallExpression[callee.property.name=/^(${WRITES})$/][callee.object.callee.property.name="query"][callee.object.arguments.0.value="plugin::disclosure.item"]`,
      message:
        'Items are written through the Document Service, under the gate: only there do checks, numbers and the feed agree.',
    },
    {
      selector: `CallExpression[callee.property.name=/^(${WRITES})$/][callee.object.callee.name="table"][callee.object.arguments.1.name="ITEM"]`,
      message:
        'Items are written through the Document Service, under the gate: only there do checks, numbers and the feed agree.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/.astro/',
      '**/.strapi/',
      '**/types/generated/',
      '.cache/',
      '.data/',
      'cms/demo/',
      'site/theme/src/env.d.ts',
      'shared/src/checks/data/wording-model.ts',
    ],
  },
  {
    files: ['**/*.{ts,tsx,mts,mjs,js}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: {
        project: [
          'shared',
          'cms',
          'cms/src/admin',
          'cms/plugin/server',
          'cms/plugin/admin',
          'site',
          'site/theme',
          'scripts',
          'tests',
        ].map((folder) => `${folder}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/await-thenable': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-control-regex': 'error',
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...noImports(
        { group: ['node:*'], message: 'The contract runs in browsers too, and is given what it needs by its caller.' },
        { group: [...STRAPI, ...ASTRO], message: 'The contract knows neither side: both depend on it.' },
        { group: ['../../*'], message: 'The contract imports nothing of this repository.' },
      ),
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'process', 'Buffer', 'setTimeout', 'setInterval', 'fetch'].map((name) => ({
          name,
          message: 'The contract is pure: no machine, no browser, no network.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name="Date"][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The contract never reads the clock: its caller passes the time.',
        },
      ],
    },
  },
  {
    files: ['cms/plugin/server/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...noImports(
        { group: [...ASTRO, '**/site/**'], message: otherHalf.message },
        { group: ['**/admin/**'], message: 'The server does not know the panel.' },
        {
          group: ['**/shared/src/**'],
          message: 'Import "disclosure-contract": the path is not there when the plugin is installed.',
        },
        noTooling,
      ),
      ...noWritesPastTheGate,
    },
  },
  {
    // The gate is where items are written, and what it calls are the parts of one transaction.
    files: ['cms/plugin/server/src/{gate,services}/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['cms/plugin/server/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: noImports(
      {
        group: ['**/services/**', '**/controllers/**', '**/routes/**', '**/gate/**', '**/policies/**'],
        message: 'domain/ is pure: services call it.',
      },
      { group: ['@strapi/*'], message: 'domain/ is pure: rules are tested without a running Strapi.' },
      {
        group: ['node:fs*', 'node:net', 'node:http*', 'node:child_process'],
        message: 'domain/ is pure: services touch the machine.',
      },
      {
        group: ['**/shared/src/**'],
        message: 'Import "disclosure-contract": the path is not there when the plugin is installed.',
      },
      noTooling,
    ),
  },
  {
    files: ['cms/plugin/server/src/services/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: noImports(
      {
        group: ['**/controllers/**', '**/routes/**', '**/policies/**'],
        message: 'Services do not know who calls them.',
      },
      { group: [...ASTRO, '**/site/**'], message: otherHalf.message },
      { group: ['**/admin/**'], message: 'The server does not know the panel.' },
      {
        group: ['**/shared/src/**'],
        message: 'Import "disclosure-contract": the path is not there when the plugin is installed.',
      },
      noTooling,
    ),
  },
  {
    files: ['cms/plugin/admin/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: noImports(
      { group: ['**/server/**'], message: 'What both halves of the plugin need is in shared/.' },
      { group: [...ASTRO, '**/site/**'], message: otherHalf.message },
      { group: ['node:*'], message: 'The panel runs in browsers.' },
      noTooling,
    ),
  },
  {
    files: ['site/theme/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: noImports(
      { group: [...STRAPI, '**/cms/**'], message: otherHalf.message },
      {
        group: ['**/shared/src/**'],
        message: 'Import "disclosure-contract": the path is not there when the theme is installed.',
      },
      noTooling,
    ),
  },
  {
    files: ['site/theme/src/routes/**/*.ts', 'site/theme/src/components/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: noImports(
      {
        group: ['**/node/*', '!**/node/views.ts', '!**/node/tags.ts'],
        message: 'Pages ask Astro.locals.disclosure; of node/ they know only types.',
        allowTypeImports: true,
      },
      { group: [...STRAPI, '**/cms/**'], message: otherHalf.message },
    ),
  },
  {
    files: ['scripts/**/*.{ts,mjs}', 'tests/**/*.ts', '**/*.test.{ts,tsx}', '*.config.{ts,js}'],
    rules: { '@typescript-eslint/no-misused-promises': 'off' },
  },
);
