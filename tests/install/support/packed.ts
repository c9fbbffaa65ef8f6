import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from '../../../scripts/demo/lock.ts';
import { root } from '../../../scripts/demo/settings.mjs';
import { installerEnvironment } from './installer-environment.ts';

export const PACKAGES = {
  'disclosure-contract': { folder: 'shared', built: ['dist/index.js', 'dist/index.d.ts'] },
  'strapi-plugin-disclosure': { folder: 'cms/plugin', built: ['dist/server/index.js', 'dist/admin/index.js'] },
  'astro-disclosure': { folder: 'site/theme', built: ['dist/index.js', 'dist/index.d.ts'] },
} as const;

export type PackageName = keyof typeof PACKAGES;
export const PACKAGE_NAMES = Object.keys(PACKAGES) as PackageName[];

export interface Packed {
  /** Absolute path of the package as it would be published. */
  tarball(name: PackageName): string;
  remove(): void;
}

/** Packs the packages as npm publishes them. They must be built; a build that is under way is waited for. */
export async function pack(names: readonly PackageName[]): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-packed-'));
  const tarballs = new Map<PackageName, string>();
  const building = await lock(join(root, '.cache/build.lock'), () => {});
  try {
    for (const name of names) tarballs.set(name, packOne(name, folder));
  } finally {
    building.release();
  }
  return {
    tarball(name) {
      const path = tarballs.get(name);
      if (path === undefined) throw new Error(`Cannot give the tarball of ${name}: it was not packed`);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function packOne(name: PackageName, into: string): string {
  const folder = join(root, PACKAGES[name].folder);
  const missing = PACKAGES[name].built.find((path) => !existsSync(join(folder, path)));
  if (missing !== undefined) throw new Error(`Cannot pack ${name}: ${missing} is missing, run "npm run build" first`);
  const written = execFileSync('npm', ['pack', '--json', '--pack-destination', into], {
    cwd: folder,
    env: installerEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [packed] = JSON.parse(written) as { filename: string }[];
  if (packed === undefined) throw new Error(`Cannot pack ${name}: npm named no file`);
  return join(into, packed.filename);
}
