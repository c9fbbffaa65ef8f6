import { expect, test } from 'vitest';
import { textOf, trackedFiles } from './tracked-files.ts';

/** Where values are given their names, and paper, which has no scheme. */
const NAMING = /\/(?:tokens|print)\.css$/;
const sheets = trackedFiles().filter((path) => /^site\/theme\/src\/style\/.*\.css$/.test(path));

/** Declarations that stand for themselves, with what makes them wrong. */
function linesOf(wrong: RegExp): string[] {
  return sheets
    .filter((path) => !NAMING.test(path))
    .flatMap((path) =>
      textOf(path)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => wrong.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
}

test('the theme names every colour by its role, so that a site can change it', () => {
  expect(sheets.length).toBeGreaterThan(5);
  expect(linesOf(/:[^;]*(?:#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()/i)).toEqual([]);
});

test('every size of type is one of the scale, or a part of what it stands in', () => {
  expect(linesOf(/font(?:-size)?:[^;]*\b[\d.]+(?:rem|px|pt)\b(?!\s+var\(--gk-font)/)).toEqual([]);
});
