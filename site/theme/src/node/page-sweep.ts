import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { hashOfFile } from './file-hash.ts';
import { addressOf, fileOf, findMark, findStats, isPage, type PageFile } from './page-files.ts';
import { Statements } from './rows.ts';

/** The pages that are looked at, and the index that says what they should be. */
export interface SweepTarget {
  readonly folder: string;
  readonly indexFile: string;
}

export interface SweepOptions {
  /** Told of files that are not as they were noted, as they stand below the folder. Whether that is right is for others to judge. */
  readonly suspect: (files: readonly string[]) => void;
  /** Called between batches, with what of the round is done, from 0 to 1: waits as long as the next batch may. */
  readonly pause: (done: number) => Promise<void>;
  readonly shouldStop: () => boolean;
}

type Table = 'page' | 'attachment';
type Row = PageFile & { readonly id: number; readonly path: string };
/** Number, address, size, times, inode and rights: columns by their place, because there are very many of them. */
type MarkRow = readonly [number, string, number, number, number, number, number];

const BATCH = 500;
/** Bytes that a round reads again, for what neither size nor times can show: the archive in its turn. */
const BYTES_AGAIN = 8 * 1024 * 1024;
/** Bytes that a round reads of attachments that were touched since they were last read. */
const BYTES_OF_TOUCHED = 256 * 1024 * 1024;
/** A folder that changed this recently may change again under the same time: file systems count in ticks. */
const SETTLED_AFTER_MS = 2000;

const COLUMNS = 'id, path, hash, size, mtime_ms AS mtimeMs, ctime_ms AS ctimeMs, ino, mode';

/**
 * Looks at all public files, round after round: at what stands in each folder, at size, times, rights and inode of each
 * file, and bit by bit at the bytes. It only reads, through a connection of its own, so that a thread can do it.
 */
export class PageSweep {
  readonly #options: SweepOptions;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #marks: Readonly<Record<Table, StatementSync>>;
  readonly #folder: string;
  /** Folders with nothing strange in them, by the time at which they last changed. */
  readonly #known = new Map<string, number>();
  /** The time of the inode at which the bytes of an attachment were last read. Every link to it moves that time. */
  readonly #read = new Map<number, number>();
  /** Where reading again has come to. */
  readonly #again = { page: 0, attachment: 0 };

  constructor({ folder, indexFile }: SweepTarget, options: SweepOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#database = new DatabaseSync(indexFile, { readOnly: true, timeout: 5000 });
    this.#statements = new Statements(this.#database);
    this.#marks = { page: this.#marksOf('page'), attachment: this.#marksOf('attachment') };
  }

  #marksOf(table: Table): StatementSync {
    const columns = 'id, path, size, mtime_ms, ctime_ms, ino, mode';
    const statement = this.#database.prepare(`SELECT ${columns} FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`);
    statement.setReturnArrays(true);
    return statement;
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  /** One round. Gives how many files were looked at. */
  async round(): Promise<number> {
    const folders = new Set<string>(['']);
    const total = this.#count('page') + this.#count('attachment');
    let seen = 0;
    for (const table of ['page', 'attachment'] as const) {
      for (let last = 0; ;) {
        if (this.#options.shouldStop()) return seen;
        const rows = this.#marks[table].all(last, BATCH) as unknown as MarkRow[];
        const suspects: string[] = [];
        for (const row of rows) {
          const file = fileOf(row[1]);
          if (!this.#isAsNoted(table, file, row)) suspects.push(file);
          addFolders(folders, file);
        }
        this.#tell(suspects);
        seen += rows.length;
        last = rows.at(-1)?.[0] ?? 0;
        if (rows.length < BATCH) break;
        await this.#options.pause((seen / total) * 0.8);
      }
    }
    await this.#lookIntoFolders(folders);
    await this.#readTouched();
    await this.#readAgain('page');
    await this.#readAgain('attachment');
    return seen;
  }

  #rows(table: Table, after: number, limit: number): Row[] {
    return this.#statements.all<Row>(`SELECT ${COLUMNS} FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, after, limit);
  }

  #count(table: Table): number {
    return this.#statements.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  }

  #tell(files: readonly string[]): void {
    if (files.length > 0) this.#options.suspect(files);
  }

  /** An attachment has links in other places, so its inode changes with them: {@link #readTouched} looks after that. */
  #isAsNoted(table: Table, file: string, [, , size, mtimeMs, ctimeMs, ino, mode]: MarkRow): boolean {
    const stats = findStats(this.#folder + file);
    return (
      stats !== null &&
      stats.size === size &&
      stats.mtimeMs === mtimeMs &&
      stats.ino === ino &&
      stats.mode === mode &&
      (table === 'attachment' || stats.ctimeMs === ctimeMs)
    );
  }

  /** Finds what nobody has put there. Of folders in which nothing came or went since the last time, only the time is read. */
  async #lookIntoFolders(folders: ReadonlySet<string>): Promise<void> {
    let done = 0;
    for (const folder of folders) {
      if (this.#options.shouldStop()) return;
      if ((done += 1) % BATCH === 0) await this.#options.pause(0.8 + (done / folders.size) * 0.2);
      const at = join(this.#folder, folder);
      const stats = lstatSync(at, { throwIfNoEntry: false });
      if (stats === undefined || this.#known.get(folder) === stats.ctimeMs) continue;
      this.#known.delete(folder);
      const strange = stats.isDirectory() ? this.#strangersIn(folder, folders) : [folder];
      this.#tell(strange);
      const isSettled = Date.now() - stats.ctimeMs > SETTLED_AFTER_MS;
      if (strange.length === 0 && isSettled) this.#known.set(folder, stats.ctimeMs);
    }
  }

  #strangersIn(folder: string, folders: ReadonlySet<string>): string[] {
    return entriesOf(join(this.#folder, folder))
      .filter((entry) => {
        const file = `${folder}/${entry.name}`;
        return entry.isDirectory() ? !folders.has(file) : !this.#isKnown(file);
      })
      .map(({ name }) => `${folder}/${name}`);
  }

  #isKnown(file: string): boolean {
    const address = addressOf(file);
    const table = isPage(address) ? 'page' : 'attachment';
    return this.#statements.get(`SELECT 1 FROM ${table} WHERE path = ?`, address) !== undefined;
  }

  /** Bytes of attachments whose inode changed since they were last read, be it that somebody linked to them. */
  async #readTouched(): Promise<void> {
    let bytes = 0;
    for (let last = 0; ;) {
      const rows = this.#rows('attachment', last, BATCH);
      for (const row of rows) {
        if (this.#options.shouldStop() || bytes > BYTES_OF_TOUCHED) return;
        const mark = findMark(join(this.#folder, row.path));
        if (mark === null || this.#read.get(mark.ino) === mark.ctimeMs) continue;
        bytes += row.size;
        if (this.#isWhole(row)) this.#read.set(mark.ino, mark.ctimeMs);
        else this.#tell([row.path]);
      }
      last = rows.at(-1)?.id ?? 0;
      if (rows.length < BATCH) return;
      await this.#options.pause(1);
    }
  }

  async #readAgain(table: Table): Promise<void> {
    for (let bytes = 0; bytes < BYTES_AGAIN;) {
      if (this.#options.shouldStop()) return;
      const rows = this.#rows(table, this.#again[table], 50);
      for (const row of rows) {
        this.#again[table] = row.id;
        bytes += row.size;
        if (!this.#isWhole(row)) this.#tell([fileOf(row.path)]);
        if (bytes >= BYTES_AGAIN) return;
      }
      if (rows.length < 50) this.#again[table] = 0;
      if (rows.length < 50) return;
      await this.#options.pause(1);
    }
  }

  #isWhole({ path, hash }: Row): boolean {
    return hashOfFile(join(this.#folder, fileOf(path))) === hash;
  }
}

/** The folders above a file, each without a slash at its end. */
function addFolders(folders: Set<string>, file: string): void {
  for (let folder = file.slice(0, file.lastIndexOf('/')); !folders.has(folder);) {
    folders.add(folder);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
