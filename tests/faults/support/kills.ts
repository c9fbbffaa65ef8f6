import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/demo/settings.mjs';

/** A moment in what the CMS writes to its database: before or after its nth write, or its nth commit. */
export interface Moment {
  readonly when: 'before' | 'after';
  readonly what: 'write' | 'commit';
  readonly nth: number;
}

/** Has the CMS of a data directory end itself, with SIGKILL, at a moment that is exact to the statement. SQLite only. */
export class Kills {
  readonly #order: string;
  readonly #trace: string;
  #orders = 0;

  constructor(dataDir: string) {
    this.#order = join(dataDir, 'kill-order.json');
    this.#trace = join(dataDir, 'kill-trace');
  }

  /** What the CMS has to be started with. */
  get env(): NodeJS.ProcessEnv {
    const preload = join(root, 'tests/faults/support/kill-at-commit.cjs');
    return { NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --require=${preload}`, KILL_ORDER: this.#order };
  }

  /** From now on, the CMS counts, and ends at the moment; without one, it only writes down what it does. */
  order(kill: Moment | null): void {
    rmSync(this.#trace, { force: true });
    this.#orders += 1;
    writeFileSync(this.#order, JSON.stringify({ order: this.#orders, trace: this.#trace, kill }));
  }

  /** Takes the order back, and gives what was written since, such as `update reviews`, and each `commit`. */
  revoke(): readonly string[] {
    rmSync(this.#order, { force: true });
    return existsSync(this.#trace) ? readFileSync(this.#trace, 'utf8').trim().split('\n') : [];
  }
}

/**
 * The moments at which an end tells something: with everything written and nothing committed, and right after each commit,
 * when whoever asked was not answered yet. A step that is one transaction has two.
 */
export function momentsOf(trace: readonly string[]): Moment[] {
  const commits = trace.filter((line) => line === 'commit').length;
  const after = Array.from({ length: commits }, (_, index): Moment => ({
    when: 'after',
    what: 'commit',
    nth: index + 1,
  }));
  return [{ when: 'before', what: 'commit', nth: 1 }, ...after];
}

/** With about half of it written. */
export function middleOf(trace: readonly string[]): Moment {
  const writes = trace.filter((line) => line !== 'commit').length;
  return { when: 'before', what: 'write', nth: Math.ceil(writes / 2) + 1 };
}
