import { basename, extname } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
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
    .flatMap((path) => importsOf(textOf(path)).map((from) => `${path}: ${from}`));
  expect(imports.filter((line) => !/: (?:zod|\.\/[a-z-]+\.ts)$/.test(line))).toEqual([]);
});

test('the two packages do not import each other', () => {
  const crossing = (folder: string, other: RegExp) =>
    files
      .filter((path) => path.startsWith(folder) && /\.(?:ts|tsx|astro)$/.test(path))
      .flatMap((path) =>
        importsOf(textOf(path))
          .filter((from) => other.test(from))
          .map((from) => `${path}: ${from}`),
      );
  expect(crossing('cms/plugin/', /astro-disclosure|\/site\//)).toEqual([]);
  expect(crossing('site/theme/', /strapi|\/cms\//)).toEqual([]);
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

/** What a module imports, types included; of a component, what its front matter imports. */
function importsOf(source: string): string[] {
  const code = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? source;
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
}
