import { DatabaseSync } from 'node:sqlite';
import type { IsoInstant } from 'disclosure-contract';
import { Statements } from './rows.ts';

/** What views are computed from: the store, or a copy of its state. */
export interface ContentSource {
  readonly statements: Statements;
  /** Goes up with every change. */
  readonly version: number;
  readonly updatedAt: IsoInstant | null;
}

/**
 * The content store through a connection of its own that only reads, for a thread that makes pages. Between `hold()` and
 * `release()` it stays as it is, whatever is written meanwhile.
 */
export class ContentSnapshot implements ContentSource {
  readonly #database: DatabaseSync;
  readonly statements: Statements;
  /** Position of what is held. */
  #position = 0;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    // Not mapped: what several threads map counts as memory once for each.
    this.#database.exec('PRAGMA cache_size = -16000');
    this.statements = new Statements(this.#database);
  }

  /** Gives the position in the feed of what is held from now on. */
  hold(): number {
    this.#database.exec('BEGIN');
    return (this.#position = Number(this.#meta('position') ?? 0));
  }

  release(): void {
    this.#database.exec('COMMIT');
  }

  close(): void {
    this.#database.close();
  }

  get version(): number {
    return this.#position;
  }

  get updatedAt(): IsoInstant | null {
    return this.#meta('updated_at') ?? null;
  }

  #meta(key: string): string | undefined {
    return this.statements.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
  }
}
