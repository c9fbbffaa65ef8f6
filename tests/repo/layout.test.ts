import { basename, extname } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { textOf, trackedFiles } from './tracked-files.ts';

const files = trackedFiles();
const NO_SUBJECTS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'stuff']);

test('every folder and file is named after its subject', () => {
  const nameless = files.filter((path) => path.split('/').some((part) => NO_SUBJECTS.has(part.split('.')[0] ?? '')));
  expect(nameless).toEqual([]);
});

test('the contract imports no machine, browser or framework', () => {
  const imports = files
    .filter((path) => /^shared\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .flatMap((path) => importsOf(textOf(path)).map(({ from }) => `${path}: ${from}`));
  expect(imports.filter((line) => !/: (?:zod|diff|\.\.?\/(?:[a-z-]+\/)?[a-z-]+\.ts)$/.test(line))).toEqual([]);
});

test('the two packages do not import each other', () => {
  const crossing = (folder: string, other: RegExp) =>
    files
      .filter((path) => path.startsWith(folder) && /\.(?:ts|tsx|astro)$/.test(path))
      .flatMap((path) =>
        importsOf(textOf(path))
          .filter(({ from }) => other.test(from))
          .map(({ from }) => `${path}: ${from}`),
      );
  expect(crossing('cms/plugin/', /astro-disclosure|\/site\//)).toEqual([]);
  expect(crossing('site/theme/', /strapi|\/cms\//)).toEqual([]);
});

/** The linter does not read components: what it demands of their imports is demanded here. */
describe('of the theme', () => {
  const components = (folder: string) =>
    files
      .filter((path) => path.startsWith(`site/theme/src/${folder}/`) && path.endsWith('.astro'))
      .flatMap((path) => importsOf(textOf(path)).map((imported) => ({ path, ...imported })));
  const named = (imports: ReturnType<typeof components>) => imports.map(({ path, from }) => `${path}: ${from}`);

  test('pages and components ask Astro.locals.disclosure: of node/ they know only types', () => {
    const imports = [...components('routes'), ...components('components')];
    expect(imports.length).toBeGreaterThan(100);
    expect(named(imports.filter(({ from, isType }) => from.includes('/node/') && !isType))).toEqual([]);
  });

  test('components know no page', () => {
    expect(named(components('components').filter(({ from }) => from.includes('/routes/')))).toEqual([]);
  });

  test('pages and components take the contract by its name, and nothing of scripts and tests', () => {
    const imports = [...components('routes'), ...components('components')];
    expect(named(imports.filter(({ from }) => /\/(?:shared|scripts|tests)\//.test(from)))).toEqual([]);
  });
});

test('nothing in the repository knows the machine it was written on', () => {
  const absolute = /(?:^|[\s"'`(=:])\/(?:work|root|home\/[a-z]+|Users\/[A-Za-z]+)\//m;
  const texts = files.filter((path) => /^\.(?:ts|tsx|mjs|js|json|astro|md|css|yml|yaml|sh|html)$/.test(extname(path)));
  const own = 'tests/repo/layout.test.ts';
  expect(texts.filter((path) => path !== own && absolute.test(textOf(path)))).toEqual([]);
});

test('no result of a build or a run is kept', () => {
  const results = files.filter((path) => /(?:^|\/)(?:dist|node_modules|\.data|\.cache|\.astro)\//.test(path));
  expect(results).toEqual([]);
  expect(files.filter((path) => /^\.env|\.(?:pem|key|db|sqlite)$/.test(basename(path)))).toEqual([]);
});

interface Import {
  readonly from: string;
  /** Nothing of it is there when the program runs. */
  readonly isType: boolean;
}

/** What a module imports, types included; of a component, what its front matter imports. */
function importsOf(source: string): Import[] {
  const code = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? source;
  const declared = ts
    .createSourceFile('module.tsx', code, ts.ScriptTarget.Latest)
    .statements.filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier, importClause }) => ({
      from: (moduleSpecifier as ts.StringLiteral).text,
      isType: isTypeImport(importClause),
    }));
  return ts.preProcessFile(code).importedFiles.map(({ fileName: from }) => {
    const same = declared.filter((each) => each.from === from);
    return { from, isType: same.length > 0 && same.every(({ isType }) => isType) };
  });
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  const names = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  return name === undefined && names.length > 0 && names.every((each) => each.isTypeOnly);
}
