import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { jsonOf, trackedFiles } from './tracked-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly optional?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const lock = jsonOf('package-lock.json') as unknown as { packages: Record<string, LockedPackage> };
const manifests = trackedFiles().filter((path) => /(?:^|\/)package\.json$/.test(path));
const STRAPI_VERSION = '5.54.0';
/** Released with numbers of their own. */
const OWN_NUMBERS = new Set(['@strapi/design-system', '@strapi/icons', '@strapi/sdk-plugin', '@strapi/ui-primitives']);

test(`every package of Strapi is ${STRAPI_VERSION}: later ones are published only in part`, () => {
  const wrong = manifests.flatMap((path) =>
    ['dependencies', 'devDependencies'].flatMap((kind) =>
      Object.entries((jsonOf(path)[kind] ?? {}) as Record<string, string>)
        .filter(([name, range]) => name.startsWith('@strapi/') && !OWN_NUMBERS.has(name) && range !== STRAPI_VERSION)
        .map(([name, range]) => `${path}: ${name} ${range}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('one version of Strapi is installed', () => {
  const others = Object.entries(lock.packages)
    .filter(([path]) =>
      /(?:^|\/)node_modules\/@strapi\/(?:strapi|core|admin|database|types|utils|upload|content-manager)$/.test(path),
    )
    .filter(([, { version }]) => version !== STRAPI_VERSION)
    .map(([path, { version }]) => `${path} ${version}`);
  expect(others).toEqual([]);
});

test('every dependency is pinned, and comes from a registry', () => {
  const loose = manifests.flatMap((path) =>
    ['dependencies', 'devDependencies'].flatMap((kind) =>
      Object.entries((jsonOf(path)[kind] ?? {}) as Record<string, string>)
        .filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range) && !/^npm:.+@\d+\.\d+\.\d+$/.test(range))
        .map(([name, range]) => `${path}: ${name} ${range}`),
    ),
  );
  expect(loose).toEqual([]);
  const elsewhere = Object.entries(lock.packages)
    .filter(
      ([, { resolved, link }]) =>
        resolved !== undefined && link !== true && !/^https:\/\/[^/]+\/.*\.tgz$/.test(resolved),
    )
    .map(([path, { resolved }]) => `${path} ${resolved}`);
  expect(elsewhere).toEqual([]);
});

test('what runs in production is under licences that the project accepts', () => {
  const refused = [...productionPackages()]
    .map((path) => ({ path, licence: licenceOf(path) }))
    .filter(({ path, licence }) => licence !== null && !isAccepted(licence) && !(nameAt(path) in ACCEPTED_BY_NAME))
    .map(({ path, licence }) => `${path}: ${licence}`);
  expect(refused).toEqual([]);
});

const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT*',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  'WTFPL',
  'OFL-1.1',
]);

/** Packages whose manifest says it otherwise, each read by a person. */
const ACCEPTED_BY_NAME: Readonly<Record<string, string>> = {
  elkjs: 'EPL-2.0: used unchanged, named in NOTICE of theme and plugin',
  only: 'MIT in its Readme',
  pause: 'MIT in its Readme',
  'spawn-command': 'MIT in its LICENSE file',
  'spdx-exceptions': 'CC-BY-3.0: a list of names, used unchanged',
  '@img/sharp-libvips-linux-x64': 'LGPL-3.0: a shared library, unchanged and replaceable',
  '@img/sharp-libvips-linux-arm64': 'LGPL-3.0: a shared library, unchanged and replaceable',
  '@img/sharp-libvips-linuxmusl-x64': 'LGPL-3.0: a shared library, unchanged and replaceable',
  '@img/sharp-libvips-linuxmusl-arm64': 'LGPL-3.0: a shared library, unchanged and replaceable',
  '@img/sharp-libvips-darwin-x64': 'LGPL-3.0: a shared library, unchanged and replaceable',
  '@img/sharp-libvips-darwin-arm64': 'LGPL-3.0: a shared library, unchanged and replaceable',
};

/** `A OR B` is accepted for either, `A AND B` for both. */
function isAccepted(licence: string): boolean {
  const plain = licence.replace(/[()]/g, '');
  return plain.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((each) => ACCEPTED.has(each.trim())));
}

function nameAt(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function licenceOf(path: string): string | null {
  const manifest = join(root, path, 'package.json');
  // Built for another system and not installed here.
  if (!existsSync(manifest)) return lock.packages[path]?.optional === true ? null : 'not installed';
  const { license, licenses, strapi } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    license?: string | { type: string };
    licenses?: { type: string }[];
    strapi?: unknown;
  };
  const written =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '));
  // Strapi's Community Edition is under MIT; the folders `ee/` are switched off (STRAPI_DISABLE_EE) and not used.
  if (written === 'SEE LICENSE IN LICENSE' && (strapi !== undefined || path.includes('@strapi/'))) return 'MIT';
  return written ?? 'none named';
}

/** Paths in the lock file of everything that the two packages and their applications need when they run. */
function productionPackages(): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const entry = lock.packages[path];
    if (entry === undefined || seen.has(path)) return;
    seen.add(path);
    const target = entry.link === true ? (entry.resolved ?? path) : path;
    if (target !== path) return visit(target);
    const peers = Object.keys(entry.peerDependencies ?? {}).filter(
      (name) => entry.peerDependenciesMeta?.[name]?.optional !== true,
    );
    const names = [...Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }), ...peers];
    for (const name of names) {
      const found = resolved(path, name);
      if (found !== null) visit(found);
    }
  };
  for (const workspace of ['shared', 'cms', 'cms/plugin', 'site', 'site/theme']) visit(workspace);
  return new Set([...seen].filter((path) => path.includes('node_modules/') && lock.packages[path]?.link !== true));
}

/** As Node looks for it: in the package's own folder, then in each one above. */
function resolved(from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (path in lock.packages) return path;
    if (at === '') return null;
  }
}
