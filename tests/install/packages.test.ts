import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { pack, PACKAGE_NAMES, type Packed, type PackageName } from './support/packed.ts';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license: string;
  readonly keywords: readonly string[];
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What each package consists of, beside its manifest, README and licence. */
const CONTENTS: Record<PackageName, RegExp> = {
  'disclosure-contract': /^dist\/(?:[\w-]+\/)*[\w-]+\.(?:js|d\.ts)$/,
  'strapi-plugin-disclosure':
    /^dist\/(?:(?:admin|server|attachments)\/[\w-]+\.m?js|(?:admin|server)\/src\/index\.d\.ts)$/,
  'astro-disclosure':
    /^(?:NOTICE|dist\/(?:translations\/)?[\w-]+\.(?:js|d\.ts|json)|src\/(?:[\w-]+\/)*[\w.-]+\.(?:ts|astro|css|json))$/,
};

let packed: Packed;
const folders = new Map<PackageName, string>();

beforeAll(async () => {
  packed = await pack(PACKAGE_NAMES);
  for (const name of PACKAGE_NAMES) {
    const into = join(dirname(packed.tarball(name)), name);
    mkdirSync(into);
    execFileSync('tar', ['-xzf', packed.tarball(name), '-C', into]);
    folders.set(name, join(into, 'package'));
  }
});

afterAll(() => packed.remove());

const folderOf = (name: PackageName) => folders.get(name) ?? '';
const manifestOf = (name: PackageName) =>
  JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as Manifest;
const filesOf = (name: PackageName) =>
  globSync('**', { cwd: folderOf(name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folderOf(name).length + 1))
    .sort();

describe.each(PACKAGE_NAMES)('the tarball of %s', (name) => {
  test('carries what is needed and nothing else', () => {
    const files = filesOf(name);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    const others = files.filter((path) => !['LICENSE', 'README.md', 'package.json'].includes(path));
    expect(others.filter((path) => !CONTENTS[name].test(path) || /\.test\.|\.map$/.test(path))).toEqual([]);
  });

  test('carries the licence of the product', () => {
    expect(readFileSync(join(folderOf(name), 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    expect(manifestOf(name).license).toBe('MIT');
  });

  test('can be published and found', () => {
    const { private: isPrivate = false, keywords } = manifestOf(name);
    expect(isPrivate).toBe(false);
    expect(keywords).toContain('disclosure');
  });

  test('has every file that its exports name', () => {
    // The SDK reads its entry points from `source`; no installer resolves that condition.
    const targets = Object.values(manifestOf(name).exports).flatMap((target) =>
      typeof target === 'string'
        ? [target]
        : Object.entries(target).flatMap(([condition, path]) => (condition === 'source' ? [] : [path])),
    );
    const missing = targets.filter((target) => !existsSync(join(folderOf(name), target.replace(/\*$/, ''))));
    expect(missing).toEqual([]);
  });

  test('imports only what its package.json declares', () => {
    const { dependencies, peerDependencies } = manifestOf(name);
    const declared = new Set([name, ...Object.keys({ ...dependencies, ...peerDependencies })]);
    const undeclared = filesOf(name).flatMap((path) =>
      importsOf(join(folderOf(name), path))
        .filter((specifier) => !/^(?:\.|\/|virtual:|astro:)/.test(specifier) && !isBuiltin(specifier))
        .filter((specifier) => !declared.has(packageOf(specifier)))
        .map((specifier) => `${path}: ${specifier}`),
    );
    expect(undeclared).toEqual([]);
  });

  test('brings along nothing that it does not import', () => {
    const imported = filesOf(name).flatMap((path) => importsOf(join(folderOf(name), path)).map(packageOf));
    expect(
      Object.keys(manifestOf(name).dependencies ?? {}).filter((dependency) => !imported.includes(dependency)),
    ).toEqual([]);
  });

  test('depends on exact versions or on ranges of the registry', () => {
    const { dependencies, peerDependencies } = manifestOf(name);
    expect(
      Object.values({ ...dependencies, ...peerDependencies }).filter((range) => !/^\^?\d+\.\d+\.\d+$/.test(range)),
    ).toEqual([]);
  });
});

test('the plugin carries the contract inside its bundle, and its types do not mention it', () => {
  const mentions = filesOf('strapi-plugin-disclosure')
    .filter((path) => path.startsWith('dist/'))
    .filter((path) => importsOf(join(folderOf('strapi-plugin-disclosure'), path)).includes('disclosure-contract'));
  expect(mentions).toEqual([]);
});

test('what Node itself loads of the theme is JavaScript', () => {
  const { exports } = manifestOf('astro-disclosure');
  expect(exports['.']).toMatchObject({ default: './dist/index.js' });
  const reached = reachableFrom(join(folderOf('astro-disclosure'), 'dist/index.js'));
  expect(reached.filter((path) => !/\.(?:js|json)$/.test(path))).toEqual([]);
});

/** Every module that a file imports. */
function importsOf(path: string): string[] {
  if (!/\.(?:m?js|ts|astro)$/.test(path)) return [];
  const text = readFileSync(path, 'utf8');
  const code = path.endsWith('.astro') ? scriptsOf(text) : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The code of an Astro component: its frontmatter and its scripts. */
function scriptsOf(component: string): string {
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(component)?.[1] ?? '';
  return [frontmatter, ...[...component.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code)].join('\n');
}

/** `a` of `a/b`, `@a/b` of `@a/b/c`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function reachableFrom(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const next = importsOf(entry).filter((specifier) => specifier.startsWith('.'));
  for (const specifier of next) reachableFrom(join(dirname(entry), specifier), seen);
  return [...seen];
}
