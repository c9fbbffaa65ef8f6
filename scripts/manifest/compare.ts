import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isSignedBy, rootOf, type ManifestRow, type SignedHead } from '../../site/theme/src/node/manifest.ts';
import { fileOf, isPage } from '../../site/theme/src/node/page-files.ts';

export interface Manifest extends SignedHead {
  readonly rows: readonly ManifestRow[];
}

/** Where the files are: gives the bytes at an address, or null where nothing is. */
export interface Place {
  read(path: string): Promise<Uint8Array | null>;
  /** Addresses at which something is that no row names, as far as that can be seen. */
  strangers(rows: readonly ManifestRow[]): readonly string[];
}

export type Difference = { readonly path: string; readonly way: 'altered' | 'missing' | 'added' };

/** What a manifest itself lacks; null if nothing. */
export type Flaw = 'unreadable' | 'signature' | 'rows' | null;

/** Reads lines of JSON: the signed head, then a row for each file. Null where they are none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
    const { head, signature } = JSON.parse(first) as SignedHead;
    return { head, signature, rows: lines.map((line) => JSON.parse(line) as ManifestRow) };
  } catch {
    return null;
  }
}

/** Whether the manifest is the one that the node signed, row by row. */
export function flawOf(manifest: Manifest | null, publicKey: string): Flaw {
  if (manifest === null) return 'unreadable';
  const { head, rows } = manifest;
  if (!isSignedBy(publicKey, manifest)) return 'signature';
  return head.files === rows.length && head.root === rootOf(rows) ? null : 'rows';
}

const AT_ONCE = 8;

/** Compares every file with its row. Tells of each difference as it is found. */
export async function compareFiles(
  { rows }: Manifest,
  place: Place,
  tell: (difference: Difference) => void,
): Promise<void> {
  const waiting = rows.values();
  const work = async () => {
    for (const { path, sha256 } of waiting) {
      const body = await place.read(path);
      if (body === null) tell({ path, way: 'missing' });
      else if (hash('sha256', body, 'hex') !== sha256) tell({ path, way: 'altered' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const path of place.strangers(rows)) tell({ path, way: 'added' });
}

/** A site, as every visitor reaches it. What it should not show, it may show without our knowing where. */
export function siteAt(url: string): Place {
  return {
    async read(path) {
      const response = await fetch(url + path.split('/').map(encodeURIComponent).join('/'), { redirect: 'manual' });
      if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      return null;
    },
    strangers: () => [],
  };
}

/** A folder with the public files, such as `site/pages/current` of a node. */
export function folderAt(folder: string): Place {
  const place = (path: string) => (isPage(path) ? fileOf(path) : path);
  return {
    async read(path) {
      try {
        return readFileSync(join(folder, place(path)));
      } catch {
        return null;
      }
    },
    strangers(rows) {
      const known = new Set(rows.map(({ path }) => place(path)));
      return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name))}`)
        .filter((file) => !known.has(file));
    },
  };
}
