import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Approval } from 'disclosure-contract';
import { bucketOf, type ManifestRow, type Shown } from './manifest.ts';
import {
  fileOf,
  findMark,
  hashOf,
  isPage,
  readIfThere,
  replaceFile,
  type FileMark,
  type PageFile,
} from './page-files.ts';
import { isSound, Statements } from './rows.ts';

/** A page as it is served. */
export interface StoredPage {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** Raised when the tables change: the pages of an index of another version are made anew. */
const INDEX_VERSION = 2;

/**
 * `page` has the pages, `attachment` the files of items; of either, what its file is and what it shows. A page that bears a
 * tag is in `page_tag`.
 */
const INDEX_SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, size INTEGER NOT NULL, mtime_ms REAL NOT NULL,
  ctime_ms REAL NOT NULL, ino REAL NOT NULL, mode INTEGER NOT NULL, content_type TEXT NOT NULL,
  version INTEGER, position INTEGER, approval TEXT, bucket INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS page_bucket ON page (bucket);
CREATE TABLE IF NOT EXISTS page_tag (tag TEXT NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (tag, page)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_tag_page ON page_tag (page);
CREATE TABLE IF NOT EXISTS attachment (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, size INTEGER NOT NULL, mtime_ms REAL NOT NULL,
  ctime_ms REAL NOT NULL, ino REAL NOT NULL, mode INTEGER NOT NULL,
  version INTEGER, position INTEGER, approval TEXT, bucket INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS attachment_bucket ON attachment (bucket);
-- Addresses whose file is not what it should be: to be made again.
CREATE TABLE IF NOT EXISTS stale (path TEXT PRIMARY KEY) WITHOUT ROWID;
-- Groups of the manifest, and those in which something changed since their hash was taken.
CREATE TABLE IF NOT EXISTS bucket (id INTEGER PRIMARY KEY, hash BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS unsealed (bucket INTEGER PRIMARY KEY);
`;

/** Columns of a row of the manifest, in `page` and in `attachment`. */
const MANIFEST_COLUMNS = 'path, version, position, approval, hash AS sha256, size';

type StoredRow = Omit<ManifestRow, 'approval'> & { readonly approval: string | null };

const MEMORY_BYTES = 64 * 1024 * 1024;

/** The pages asked for last, ready to be sent. */
class PageMemory {
  readonly #pages = new Map<string, StoredPage>();
  #bytes = 0;

  get(path: string): StoredPage | undefined {
    const page = this.#pages.get(path);
    if (!page) return undefined;
    this.#pages.delete(path);
    this.#pages.set(path, page);
    return page;
  }

  set(path: string, page: StoredPage): void {
    this.delete(path);
    this.#pages.set(path, page);
    this.#bytes += page.body.length;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= MEMORY_BYTES) break;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    this.#bytes -= this.#pages.get(path)?.body.length ?? 0;
    this.#pages.delete(path);
  }
}

export interface GenerationParts {
  readonly root: string;
  readonly name: string;
  /** What the page or the attachment of an address shows. */
  readonly shownAt: (path: string) => Shown;
}

/**
 * One complete set of pages in a folder of its own, with an index of which page bears which tag. A page is replaced by
 * rename, so a reader sees the old one or the new one and never a part.
 */
export class Generation {
  readonly name: string;
  readonly folder: string;
  readonly indexFile: string;
  readonly #parts: GenerationParts;
  #database: DatabaseSync;
  #statements: Statements;
  readonly #memory = new PageMemory();

  constructor(parts: GenerationParts) {
    const { root, name } = parts;
    this.#parts = parts;
    this.name = name;
    this.folder = join(root, name);
    mkdirSync(this.folder, { recursive: true });
    this.indexFile = join(root, `${name}.index`);
    this.#database = openIndex(this.indexFile);
    this.#statements = new Statements(this.#database);
  }

  /** Begins a new index in place of a damaged one, which knows no page. Whether it was damaged. */
  mend(): boolean {
    // Through a connection of its own: the one in use may remember pages as they were.
    const look = new DatabaseSync(this.indexFile);
    const isDamaged = !isSound(look);
    look.close();
    if (!isDamaged) return false;
    this.#database.close();
    this.#database = openIndex(this.indexFile);
    this.#statements = new Statements(this.#database);
    return true;
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  get size(): number {
    return this.#statements.get<{ n: number }>('SELECT count(*) AS n FROM page')?.n ?? 0;
  }

  note(key: string, value: string): void {
    this.#statements.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
  }

  noted(key: string): string | null {
    return this.#statements.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null;
  }

  has(path: string): boolean {
    return this.#statements.get('SELECT 1 FROM page WHERE path = ?', path) !== undefined;
  }

  read(path: string): StoredPage | null {
    return this.#memory.get(path) ?? this.#readFile(path);
  }

  #readFile(path: string): StoredPage | null {
    const row = this.#statements.get<{ hash: string; content_type: string; size: number }>(
      'SELECT hash, content_type, size FROM page WHERE path = ?',
      path,
    );
    if (!row) return null;
    const body = readIfThere(join(this.folder, fileOf(path)));
    // A file that is not what was written is not served: the guard puts it right.
    if (!body || body.length !== row.size || hashOf(body) !== row.hash) return null;
    const page = { body, contentType: row.content_type, etag: `"${row.hash}"` };
    this.#memory.set(path, page);
    return page;
  }

  write(path: string, body: Buffer, contentType: string, tags: readonly string[]): StoredPage {
    const file = join(this.folder, fileOf(path));
    this.#memory.delete(path);
    replaceFile(file, body, join(this.#parts.root, 'fresh'));
    const hash = hashOf(body);
    this.#note(path, contentType, tags, { hash, ...markAt(file) });
    return { body, contentType, etag: `"${hash}"` };
  }

  /** Enters a page whose file was written by {@link fillPage}. */
  enter(path: string, contentType: string, tags: readonly string[], file: PageFile): void {
    this.#note(path, contentType, tags, file);
  }

  #note(path: string, contentType: string, tags: readonly string[], file: PageFile): void {
    const { hash, size, mtimeMs, ctimeMs, ino, mode } = file;
    const { version, position, approval, bucket } = this.#shownColumns(path);
    this.transaction(() => {
      const { id } = this.#statements.get<{ id: number }>(
        `INSERT INTO page (path, hash, size, mtime_ms, ctime_ms, ino, mode, content_type, version, position, approval, bucket)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, size = excluded.size, mtime_ms = excluded.mtime_ms,
           ctime_ms = excluded.ctime_ms, ino = excluded.ino, mode = excluded.mode, content_type = excluded.content_type,
           version = excluded.version, position = excluded.position, approval = excluded.approval RETURNING id`,
        ...[path, hash, size, mtimeMs, ctimeMs, ino, mode, contentType, version, position, approval, bucket],
      ) as { id: number };
      this.#statements.run('DELETE FROM page_tag WHERE page = ?', id);
      for (const tag of new Set(tags)) this.#statements.run('INSERT INTO page_tag VALUES (?, ?)', tag, id);
      this.#statements.run('DELETE FROM stale WHERE path = ?', path);
      this.#unseal(bucket);
    });
  }

  #shownColumns(path: string) {
    const { kind, seq, approval } = this.#parts.shownAt(path);
    return {
      version: kind === 'version' ? seq : null,
      position: kind === 'position' ? seq : null,
      approval: approval === null ? null : JSON.stringify(approval),
      bucket: bucketOf(path),
    };
  }

  #unseal(bucket: number): void {
    this.#statements.run('INSERT OR IGNORE INTO unsealed VALUES (?)', bucket);
  }

  /** Takes a page away: the file first, so that nothing is served that the index no longer knows. */
  remove(path: string): void {
    this.#memory.delete(path);
    rmSync(join(this.folder, fileOf(path)), { recursive: true, force: true });
    this.transaction(() => {
      this.#statements.run('DELETE FROM page_tag WHERE page = (SELECT id FROM page WHERE path = ?)', path);
      if (this.#statements.run('DELETE FROM page WHERE path = ?', path) > 0) this.#unseal(bucketOf(path));
      this.#statements.run('DELETE FROM stale WHERE path = ?', path);
    });
  }

  /** Notes addresses whose pages have to be made again later. What stands there stays until then. */
  markStale(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.transaction(() => {
      for (const path of paths) this.#statements.run('INSERT OR IGNORE INTO stale VALUES (?)', path);
    });
  }

  stale(limit: number): string[] {
    return this.#statements.all<{ path: string }>('SELECT path FROM stale LIMIT ?', limit).map((row) => row.path);
  }

  /** Takes away all that stands below an address: an item's files, and pages that go with its own. */
  removeFolder(path: string): void {
    for (const { path: page } of this.#statements.all<{ path: string }>(
      'SELECT path FROM page WHERE path >= ? AND path < ?',
      ...rangeBelow(path.endsWith('/') ? path : `${path}/`),
    )) {
      this.remove(page);
    }
    rmSync(join(this.folder, path), { recursive: true, force: true });
    for (const { path: file } of this.#statements.all<{ path: string }>(
      'SELECT path FROM attachment WHERE path >= ? AND path < ?',
      ...rangeBelow(path),
    )) {
      this.forgetAttachment(file);
    }
  }

  /** The index no longer knows this file of an item, wherever it is. */
  forgetAttachment(path: string): void {
    this.transaction(() => {
      if (this.#statements.run('DELETE FROM attachment WHERE path = ?', path) > 0) this.#unseal(bucketOf(path));
    });
  }

  tagsOf(path: string): string[] {
    return this.#statements
      .all<{ tag: string }>('SELECT tag FROM page_tag JOIN page ON page.id = page WHERE path = ?', path)
      .map((row) => row.tag);
  }

  pathsWith(tags: readonly string[]): string[] {
    const paths = new Set<string>();
    for (const tag of tags) {
      const rows = this.#statements.all<{ path: string }>(
        'SELECT path FROM page_tag JOIN page ON page.id = page WHERE tag = ?',
        tag,
      );
      for (const { path } of rows) paths.add(path);
    }
    return [...paths];
  }

  /** Links a file of the attachment store to where visitors fetch it. */
  placeFile(source: string, path: string, hash: string): void {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    linkSync(source, target);
    const { size, mtimeMs, ctimeMs, ino, mode } = markAt(target);
    const { version, position, approval, bucket } = this.#shownColumns(path);
    this.transaction(() => {
      this.#statements.run(
        `INSERT OR REPLACE INTO attachment (path, hash, size, mtime_ms, ctime_ms, ino, mode, version, position, approval, bucket)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[path, hash, size, mtimeMs, ctimeMs, ino, mode, version, position, approval, bucket],
      );
      this.#unseal(bucket);
    });
  }

  /** What the file of an address should be, a page's or an attachment's; null where none should stand. */
  known(path: string): PageFile | null {
    const columns = 'hash, size, mtime_ms AS mtimeMs, ctime_ms AS ctimeMs, ino, mode';
    const table = isPage(path) ? 'page' : 'attachment';
    return this.#statements.get<PageFile>(`SELECT ${columns} FROM ${table} WHERE path = ?`, path) ?? null;
  }

  /** The same file under another mark: somebody touched it, or linked to it. */
  remark(path: string, { mtimeMs, ctimeMs, ino }: FileMark): void {
    const table = isPage(path) ? 'page' : 'attachment';
    this.#statements.run(
      `UPDATE ${table} SET mtime_ms = ?, ctime_ms = ?, ino = ? WHERE path = ?`,
      ...[mtimeMs, ctimeMs, ino, path],
    );
  }

  /** Whether any file should stand below a folder, which is named with a slash at its beginning and none at its end. */
  hasFilesBelow(folder: string): boolean {
    return ['page', 'attachment'].some(
      (table) =>
        this.#statements.get(
          `SELECT 1 FROM ${table} WHERE path >= ? AND path < ? LIMIT 1`,
          ...rangeBelow(`${folder}/`),
        ) !== undefined,
    );
  }

  /** Pages after `path` in the order of their addresses. */
  after(path: string, limit: number): { path: string; size: number; mtimeMs: number }[] {
    return this.#statements.all(
      'SELECT path, size, mtime_ms AS mtimeMs FROM page WHERE path > ? ORDER BY path LIMIT ?',
      path,
      limit,
    );
  }

  /** Groups of the manifest in which something changed since {@link seal}. */
  unsealed(limit: number): number[] {
    return this.#statements
      .all<{ bucket: number }>('SELECT bucket FROM unsealed ORDER BY bucket LIMIT ?', limit)
      .map(({ bucket }) => bucket);
  }

  rowsOf(bucket: number): ManifestRow[] {
    return this.#statements
      .all<StoredRow>(
        `SELECT ${MANIFEST_COLUMNS} FROM page WHERE bucket = ?1
         UNION ALL SELECT ${MANIFEST_COLUMNS} FROM attachment WHERE bucket = ?1`,
        bucket,
      )
      .map(toManifestRow);
  }

  /** Keeps the hash of a group, as long as nothing changes in it. */
  seal(bucket: number, hash: Buffer): void {
    this.#statements.run('INSERT OR REPLACE INTO bucket VALUES (?, ?)', bucket, hash);
    this.#statements.run('DELETE FROM unsealed WHERE bucket = ?', bucket);
  }

  sealed(): { id: number; hash: Uint8Array }[] {
    return this.#statements.all('SELECT id, hash FROM bucket');
  }

  get files(): number {
    return (
      this.#statements.get<{ n: number }>('SELECT (SELECT count(*) FROM page) + (SELECT count(*) FROM attachment) AS n')
        ?.n ?? 0
    );
  }

  /** Groups many writes into one transaction of the index. */
  transaction<Result>(work: () => Result): Result {
    return this.#database.isTransaction ? work() : this.#statements.transaction(work);
  }
}

/** What a range of addresses that begin so is bounded by. */
function rangeBelow(prefix: string): [string, string] {
  return [prefix, `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`];
}

export function toManifestRow(row: StoredRow): ManifestRow {
  return { ...row, approval: row.approval === null ? null : (JSON.parse(row.approval) as Approval) };
}

/** All rows of the manifest, in the order of their addresses. */
export const MANIFEST_QUERY = `
  SELECT ${MANIFEST_COLUMNS} FROM page UNION ALL SELECT ${MANIFEST_COLUMNS} FROM attachment ORDER BY path`;

function markAt(file: string): FileMark {
  const mark = findMark(file);
  if (mark === null) throw new Error('a file went away while it was written');
  const { size, mtimeMs, ctimeMs, ino, mode } = mark;
  return { size, mtimeMs, ctimeMs, ino, mode };
}

function openIndex(file: string): DatabaseSync {
  const open = () => {
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
      const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
      if (!isEmpty && version !== INDEX_VERSION) throw new Error('the index is of another version');
      database.exec(`${INDEX_SCHEMA} PRAGMA user_version = ${INDEX_VERSION}`);
      if (!isSound(database)) throw new Error('the index is damaged');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  };
  try {
    return open();
  } catch {
    // A damaged index is rebuilt from nothing: pages it does not know are rendered when they are asked for.
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return open();
  }
}
