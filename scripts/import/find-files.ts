import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

const LONGEST_KEY = 250;

export interface FoundFile {
  readonly path: string;
  /** The folder that was given, or that the given file is in. Files that a page links to are taken from nowhere else. */
  readonly root: string;
  /**
   * What a later run recognises the file by: the folder's name and the path below it. A file given by itself has the key
   * that it has when its folder is given.
   */
  readonly key: string;
  /** A symbolic link below a given folder. What it leads to may lie anywhere, and is not imported. */
  readonly isLink: boolean;
}

/** The files that the given paths stand for: files themselves, folders with everything below, in a stable order. */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const root = resolve(path);
    const isFolder = await stat(root).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    const files = isFolder ? await filesBelow(root) : [{ path: root, isLink: false }];
    const base = isFolder ? root : dirname(root);
    for (const file of files) {
      if (!found.has(file.path)) found.set(file.path, { ...file, root: base, key: keyOf(base, file.path) });
    }
  }
  return [...found.values()];
}

function keyOf(base: string, file: string): string {
  const key = [basename(base), ...relative(base, file).split(sep)].join('/').normalize('NFC');
  if (key.length <= LONGEST_KEY) return key;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `${hash}…${key.slice(-(LONGEST_KEY - 33))}`;
}

/** Everything but folders: what turns out to be no file is refused by name, not passed over. */
async function filesBelow(folder: string): Promise<Pick<FoundFile, 'path' | 'isLink'>[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isLink: entry.isSymbolicLink() }))
    .filter(({ path }) => !relative(folder, path).split(sep).some(isIncidental))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Hidden files and folders, and the lock files that Word and WPS leave beside an open document. */
function isIncidental(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db';
}
