import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/**
 * Prepared statements by their text. node:sqlite types every column as a union; the shape of a row is stated where the
 * query stands, and the schema in this folder is what makes it true. This is the one place that casts.
 */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #onDamage: () => void;
  readonly #prepared = new Map<string, StatementSync>();

  /** `onDamage` is told of every read that shows the file to be damaged, whoever catches the error. */
  constructor(database: DatabaseSync, onDamage: () => void = () => undefined) {
    this.#database = database;
    this.#onDamage = onDamage;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#reading(() => this.#statement(sql).all(...values) as Row[]);
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#reading(() => this.#statement(sql).get(...values) as Row | undefined);
  }

  /** Number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  iterate<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    // A cursor of its own: the caller may run other statements, this one included, while it walks.
    return this.#database.prepare(sql).iterate(...values) as Iterable<Row>;
  }

  /** Runs `work` in a transaction: all of it, or nothing. */
  transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Runs `work` in a transaction and undoes all of it. Pages that it changes stay in memory: not even the write-ahead log
   * gets to see them.
   */
  rehearsal<Result>(work: () => Result): Result {
    this.#database.exec('PRAGMA cache_spill = OFF; BEGIN IMMEDIATE');
    try {
      return work();
    } finally {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      this.#database.exec('PRAGMA cache_spill = ON');
    }
  }

  #reading<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (isCorruption(error)) this.#onDamage();
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, as node:sqlite reports them. */
export function isCorruption(error: unknown): boolean {
  const code = (error as { errcode?: number } | null)?.errcode;
  return code !== undefined && [11, 26].includes(code & 0xff);
}

/** Whether SQLite finds nothing wrong with a database. Reads the whole file. */
export function isSound(database: DatabaseSync): boolean {
  try {
    const [check] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
    return check?.quick_check === 'ok';
  } catch {
    return false;
  }
}
