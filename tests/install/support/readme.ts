import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/demo/settings.mjs';
import { PACKAGES, type PackageName } from './packed.ts';

export function readmeOf(name: PackageName): string {
  return readFileSync(join(root, PACKAGES[name].folder, 'README.md'), 'utf8');
}

/** The files that a README tells its reader to write: code blocks that begin with `// path`. */
export function filesInReadme(name: PackageName): Record<string, string> {
  const blocks = readmeOf(name).matchAll(/^```\w+\n\/\/ (\S+\.\w+)\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, path = '', text = '']) => [path, text]));
}

/** The first column of the table below the heading: what is documented, without the marks around it. */
export function documentedNames(name: PackageName, heading: string): string[] {
  const section = readmeOf(name)
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`Cannot find "## ${heading}" in the README of ${name}`);
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, documented = '']) => documented);
}
