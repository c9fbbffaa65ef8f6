import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Incident, IsoInstant, Tampering } from 'disclosure-contract';
import { Statements } from './rows.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS incident (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
  is_repaired INTEGER NOT NULL, is_settled INTEGER NOT NULL, is_reported INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS incident_unreported ON incident (number) WHERE is_reported = 0;
`;

/** As long as an address in a report may be. Whoever adds a file chooses its name. */
const LONGEST_PATH = 500;

/**
 * What was found tampered with. It outlives restarts and the content store, so that nothing is lost that a CMS which is
 * away could not be told. An entry bears the name of the evidence in the quarantine.
 */
export class IncidentLog {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#database = new DatabaseSync(file, { timeout: 5000 });
    this.#database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${SCHEMA}`);
    this.#statements = new Statements(this.#database);
    // Of these nobody knows any more how they ended.
    this.#statements.run('UPDATE incident SET is_settled = 1');
  }

  /** Notes an incident before anything is done about it. Gives its id. */
  open({ path, kind, at }: { path: string; kind: Tampering; at: IsoInstant }): string {
    const id = randomUUID();
    this.#statements.run(
      'INSERT INTO incident (id, path, kind, at, is_repaired, is_settled, is_reported) VALUES (?, ?, ?, ?, 0, 0, 0)',
      ...[id, path.slice(0, LONGEST_PATH), kind, at],
    );
    return id;
  }

  settle(id: string, isRepaired: boolean): void {
    this.#statements.run('UPDATE incident SET is_settled = 1, is_repaired = ? WHERE id = ?', isRepaired ? 1 : 0, id);
  }

  /** It was none: the file is what the node would put there itself. */
  withdraw(id: string): void {
    this.#statements.run('DELETE FROM incident WHERE id = ?', id);
  }

  /** Incidents that the CMS does not know of, oldest first. */
  unreported(limit: number): Incident[] {
    return this.#statements
      .all<Omit<Incident, 'isRepaired'> & { is_repaired: number }>(
        `SELECT id, path, kind, at, is_repaired FROM incident WHERE is_reported = 0 AND is_settled = 1
         ORDER BY number LIMIT ?`,
        limit,
      )
      .map(({ id, path, kind, at, is_repaired: repaired }) => ({ id, path, kind, at, isRepaired: repaired === 1 }));
  }

  markReported(ids: readonly string[]): void {
    this.#statements.transaction(() => {
      for (const id of ids) this.#statements.run('UPDATE incident SET is_reported = 1 WHERE id = ?', id);
    });
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
