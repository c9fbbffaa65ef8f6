import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { lstat, opendir, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Log } from './log.ts';
import { isSound, Statements } from './rows.ts';

/** A page as it is served. */
export interface StoredPage {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** What the index keeps of a page's file. */
export interface PageFile {
  readonly hash: string;
  readonly size: number;
  readonly mtimeMs: number;
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

const INDEX_SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, size INTEGER NOT NULL, mtime_ms REAL NOT NULL,
  content_type TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS page_tag (tag TEXT NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (tag, page)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_tag_page ON page_tag (page);
-- Addresses whose file is not what it should be: to be made again.
CREATE TABLE IF NOT EXISTS stale (path TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** Begins the names of what is being removed. */
const REMOVED = 'removed-';

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

/**
 * One complete set of pages in a folder of its own, with an index of which page bears which tag. A page is replaced by
 * rename, so a reader sees the old one or the new one and never a part.
 */
export class Generation {
  readonly name: string;
  readonly folder: string;
  readonly #indexFile: string;
  #database: DatabaseSync;
  #statements: Statements;
  readonly #memory = new PageMemory();
  #writes = 0;

  constructor(root: string, name: string) {
    this.name = name;
    this.folder = join(root, name);
    mkdirSync(this.folder, { recursive: true });
    this.#indexFile = join(root, `${name}.index`);
    this.#database = openIndex(this.#indexFile);
    this.#statements = new Statements(this.#database);
  }

  /** Begins a new index in place of a damaged one, which knows no page. Whether it was damaged. */
  mend(): boolean {
    // Through a connection of its own: the one in use may remember pages as they were.
    const look = new DatabaseSync(this.#indexFile);
    const isDamaged = !isSound(look);
    look.close();
    if (!isDamaged) return false;
    this.#database.close();
    this.#database = openIndex(this.#indexFile);
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
    // A file that is not what was written is not served: the verifier renders it again.
    if (!body || body.length !== row.size || hashOf(body) !== row.hash) return null;
    const page = { body, contentType: row.content_type, etag: `"${row.hash}"` };
    this.#memory.set(path, page);
    return page;
  }

  write(path: string, body: Buffer, contentType: string, tags: readonly string[]): StoredPage {
    const file = join(this.folder, fileOf(path));
    this.#memory.delete(path);
    replaceFile(file, body, (this.#writes += 1));
    const hash = hashOf(body);
    this.#note(path, contentType, tags, { hash, size: body.length, mtimeMs: statSync(file).mtimeMs });
    return { body, contentType, etag: `"${hash}"` };
  }

  /** Enters a page whose file was written by {@link fillPage}. */
  enter(path: string, contentType: string, tags: readonly string[], file: PageFile): void {
    this.#note(path, contentType, tags, file);
  }

  #note(path: string, contentType: string, tags: readonly string[], { hash, size, mtimeMs }: PageFile): void {
    this.transaction(() => {
      const { id } = this.#statements.get<{ id: number }>(
        `INSERT INTO page (path, hash, size, mtime_ms, content_type) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, size = excluded.size, mtime_ms = excluded.mtime_ms,
           content_type = excluded.content_type RETURNING id`,
        path,
        hash,
        size,
        mtimeMs,
        contentType,
      ) as { id: number };
      this.#statements.run('DELETE FROM page_tag WHERE page = ?', id);
      for (const tag of new Set(tags)) this.#statements.run('INSERT INTO page_tag VALUES (?, ?)', tag, id);
      this.#statements.run('DELETE FROM stale WHERE path = ?', path);
    });
  }

  /** Takes a page away: the file first, so that nothing is served that the index no longer knows. */
  remove(path: string): void {
    this.#memory.delete(path);
    rmSync(join(this.folder, fileOf(path)), { force: true });
    this.transaction(() => {
      this.#statements.run('DELETE FROM page_tag WHERE page = (SELECT id FROM page WHERE path = ?)', path);
      this.#statements.run('DELETE FROM page WHERE path = ?', path);
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

  /** Takes a whole folder of files away that are no pages, such as an item's attachments. */
  removeFolder(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
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
  placeFile(source: string, path: string): void {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    linkSync(source, target);
  }

  /** Whether the file of a page is, by size and time, the one that was written. */
  isAsNoted(path: string): boolean {
    const row = this.#statements.get<{ size: number; mtime_ms: number }>(
      'SELECT size, mtime_ms FROM page WHERE path = ?',
      path,
    );
    if (!row) return true;
    const state = statSync(join(this.folder, fileOf(path)), { throwIfNoEntry: false });
    return state !== undefined && state.size === row.size && state.mtimeMs === row.mtime_ms;
  }

  /** Pages after `path` in the order of their addresses, with what their files should be. */
  after(path: string, limit: number): { path: string; size: number; mtimeMs: number }[] {
    return this.#statements.all(
      'SELECT path, size, mtime_ms AS mtimeMs FROM page WHERE path > ? ORDER BY path LIMIT ?',
      path,
      limit,
    );
  }

  /** Groups many writes into one transaction of the index. */
  transaction<Result>(work: () => Result): Result {
    return this.#database.isTransaction ? work() : this.#statements.transaction(work);
  }
}

/**
 * All pages as files: `current` is a link to the generation that is served; a rebuild fills `next` and switches the link
 * in one step. `previous` is the way back: withdrawals reach it at once, other changes are only marked in it.
 */
export class PageStore {
  readonly root: string;
  readonly #log: Log;
  #current: Generation;
  #next: Generation | null = null;
  #previous: Generation | null = null;
  #isClosed = false;
  #removal: Promise<void> = Promise.resolve();

  constructor(root: string, log: Log) {
    this.root = root;
    this.#log = log;
    mkdirSync(root, { recursive: true });
    const name = linkedName(root) ?? this.#newName();
    this.#current = new Generation(root, name);
    if (linkedName(root) !== name) this.#link(name);
    const previous = this.#current.noted('previous');
    if (previous !== null && existsSync(join(root, previous))) this.#previous = new Generation(root, previous);
    this.#removeOthers();
  }

  /** The generation that is served. */
  get current(): Generation {
    return this.#current;
  }

  /** The generation being filled, or null. */
  get next(): Generation | null {
    return this.#next;
  }

  /** The generation that was served before, or null. */
  get previous(): Generation | null {
    return this.#previous;
  }

  /** The generations that every change is rendered into. */
  get live(): Generation[] {
    return this.#next ? [this.#current, this.#next] : [this.#current];
  }

  startNext(): Generation {
    this.abandonNext();
    this.#next = new Generation(this.root, this.#newName());
    return this.#next;
  }

  abandonNext(): void {
    if (!this.#next) return;
    this.#next.close();
    this.#next = null;
    this.#removeOthers();
  }

  /** Serves the filled generation from now on; the one served until now becomes the way back. */
  switchToNext(): void {
    if (!this.#next) throw new RangeError('Cannot switch: no generation is being filled');
    const former = this.#previous;
    this.#serve(this.#next);
    this.#next = null;
    former?.close();
    this.#removeOthers();
  }

  /** Serves the generation before again. The caller has brought it up to date. */
  switchBack(): void {
    if (!this.#previous) throw new RangeError('Cannot switch back: there is no generation before');
    this.#serve(this.#previous);
  }

  /** Takes pages and the folders of items' files out of every generation there is. */
  removeEverywhere(paths: readonly string[], folders: readonly string[]): void {
    for (const generation of [...this.live, this.#previous]) {
      for (const path of paths) generation?.remove(path);
      for (const folder of folders) generation?.removeFolder(folder);
    }
  }

  /** Mends what indexes are damaged. Whether there was one: the pages have to be made anew. */
  mend(): boolean {
    return [this.#current, this.#previous].filter((generation) => generation?.mend()).length > 0;
  }

  /** What is still being removed then is left to the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const generation of [this.#next, this.#previous, this.#current]) generation?.close();
    await this.#removal;
  }

  #serve(generation: Generation): void {
    generation.note('previous', this.#current.name);
    this.#link(generation.name);
    this.#previous = this.#current;
    this.#current = generation;
  }

  #newName(): string {
    const taken = readdirSync(this.root).flatMap((name) => /^generation-(\d+)$/.exec(name)?.[1] ?? []);
    return `generation-${Math.max(0, ...taken.map(Number)) + 1}`;
  }

  #link(name: string): void {
    const link = join(this.root, 'current');
    rmSync(`${link}.new`, { force: true });
    symlinkSync(name, `${link}.new`);
    renameSync(`${link}.new`, link);
  }

  /** Takes away what is neither served, nor being filled, nor the way back. The files go aside, which takes a while. */
  #removeOthers(): void {
    const kept = new Set([this.#current, this.#previous, this.#next].map((generation) => generation?.name));
    for (const entry of readdirSync(this.root)) {
      const name = /^(generation-\d+)(?:\.index(?:-wal|-shm)?)?$/.exec(entry)?.[1];
      if (name === undefined || kept.has(name)) continue;
      // Under a name that is never given again: a generation may come that is called as this one was.
      renameSync(join(this.root, entry), join(this.root, `${REMOVED}${randomUUID()}`));
    }
    this.#removal = this.#removal.then(() => this.#emptyRemoved());
  }

  async #emptyRemoved(): Promise<void> {
    try {
      for (const entry of readdirSync(this.root).filter((name) => name.startsWith(REMOVED))) {
        await removeAside(join(this.root, entry), () => this.#isClosed);
      }
    } catch (error) {
      this.#log.error('Cannot remove pages that are no longer needed, trying again after the next rebuild', error);
    }
  }
}

function openIndex(file: string): DatabaseSync {
  const open = () => {
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${INDEX_SCHEMA}`);
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

function linkedName(root: string): string | null {
  try {
    const name = readlinkSync(join(root, 'current'));
    return existsSync(join(root, name)) ? name : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** One file after the other, so that nothing a visitor asks of the disk waits behind all of them. */
async function removeAside(path: string, shouldStop: () => boolean): Promise<void> {
  const state = await lstat(path);
  if (!state.isDirectory()) return unlink(path);
  for await (const { name } of await opendir(path)) {
    if (shouldStop()) return;
    await removeAside(join(path, name), shouldStop);
  }
  if (!shouldStop()) await rmdir(path);
}

/** Writes a page in place: for a folder that nobody reads yet, where a half-written file does no harm. */
export function fillPage(folder: string, path: string, body: Buffer): PageFile {
  const file = join(folder, fileOf(path));
  mkdirSync(dirname(file), { recursive: true });
  const target = openSync(file, 'w');
  try {
    writeFileSync(target, body);
    return { hash: hashOf(body), size: body.length, mtimeMs: fstatSync(target).mtimeMs };
  } finally {
    closeSync(target);
  }
}

/** On a full disk the half-written file goes and the old page stays whole. */
function replaceFile(file: string, body: Buffer, serial: number): void {
  const fresh = `${file}.${process.pid}-${serial}.new`;
  try {
    writeFileSync(fresh, body);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      rmSync(fresh, { force: true });
      throw error;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, body);
  }
  renameSync(fresh, file);
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27);
}
