import { hash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { storedItemPathOf } from './item-path.ts';

/** By what a file is known again without being read. A rename, a link and a change of rights move `ctimeMs` as well. */
export interface FileMark {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  readonly mode: number;
}

/** What the index keeps of a file. */
export interface PageFile extends FileMark {
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

/** An address that may become a file: what the theme's own routes look like, and nothing that a visitor invents. */
const STORABLE = /^\/(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+\.(?:xml|txt|json))?$/;

export function isStorable(path: string): boolean {
  return path.length <= 512 && STORABLE.test(path);
}

/**
 * Where the page of an address stands below its generation: beside its neighbours, not in a folder of its own. A folder
 * costs as much as a page, when it is made and ten times that when it goes.
 */
export function fileOf(path: string): string {
  if (path === '/') return '/index.html';
  return path.endsWith('/') ? `${path.slice(0, -1)}.html` : path;
}

/** The address whose page stands in a file: the way back from {@link fileOf}. */
export function pathOf(file: string): string {
  if (file === '/index.html') return '/';
  return file.endsWith('.html') ? `${file.slice(0, -'.html'.length)}/` : file;
}

/** The address of what stands in a file: of a page, of an attachment, or, of anything else, the file itself. */
export function addressOf(file: string): string {
  const path = pathOf(file);
  return isPage(path) && fileOf(path) === file ? path : file;
}

/** Whether an address is that of a page: attachments may have names that look like one. */
export function isPage(address: string): boolean {
  return isStorable(address) && (storedItemPathOf(address)?.fileName ?? null) === null;
}

export function markOf({ size, mtimeMs, ctimeMs, ino, mode }: Stats): FileMark {
  return { size, mtimeMs, ctimeMs, ino, mode };
}

/** The mark of whatever stands in a place. */
export interface FoundMark extends FileMark {
  /** Not a link, a folder, a pipe. */
  readonly isFile: boolean;
}

/** The mark of what stands in a place, be it a link; null where nothing does. */
export function findMark(file: string): FoundMark | null {
  const stats = findStats(file);
  return stats === null ? null : { ...markOf(stats), isFile: stats.isFile() };
}

/** As {@link findMark}, as the system gives it. */
export function findStats(file: string): Stats | null {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw error;
  }
}

export function hashOf(body: Buffer): string {
  return hash('sha256', body, 'hex');
}

/** Writes a page in place: for a folder that nobody reads yet, where a half-written file does no harm. */
export function fillPage(folder: string, path: string, body: Buffer): PageFile {
  const file = join(folder, fileOf(path));
  mkdirSync(dirname(file), { recursive: true });
  const target = openSync(file, 'w');
  try {
    writeFileSync(target, body);
    return { hash: hashOf(body), ...markOf(fstatSync(target)) };
  } finally {
    closeSync(target);
  }
}

let serial = 0;

/**
 * Puts a file in the place of another in one step. It is written in `aside`, a folder of the same disk that nobody is
 * served from: on a full disk the half-written file goes and the old page stays whole.
 */
export function replaceFile(file: string, body: Buffer, aside: string): void {
  const fresh = join(aside, `${process.pid}-${(serial += 1)}`);
  try {
    writeFileSync(fresh, body);
    try {
      renameSync(fresh, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      mkdirSync(dirname(file), { recursive: true });
      renameSync(fresh, file);
    }
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

export function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
