import { useState } from 'react';
import { withInserted, withMoved, without, withReplaced } from './list-edits';
import { listOf, newRow, rowsOf, type Row } from './row-list';
import type { RowShape } from './row-shapes';

let lastKey = 0;

/** Rows have no key of their own: one is given to each as long as its form is open, and goes with it when it is moved. */
function newKey(): string {
  lastKey += 1;
  return `row-${lastKey}`;
}

const newKeys = (count: number): string[] => Array.from({ length: count }, newKey);

interface RemovedRow {
  readonly row: Row;
  readonly index: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** One for each row. */
  readonly keys: readonly string[];
  /** The rows that are unfolded. */
  readonly open: ReadonlySet<string>;
  /** The rows that are being written for the first time: what they lack is no mistake yet. */
  readonly fresh: ReadonlySet<string>;
  /** The last row that was removed, until something else is done. */
  readonly removed: RemovedRow | null;
  change(index: number, row: Row): void;
  /** Puts rows in, unfolded when it is one, and gives their keys. */
  insert(index: number, rows?: readonly Row[]): readonly string[];
  /** Puts pasted rows in the place of one. */
  replace(index: number, rows: readonly Row[]): void;
  remove(index: number): void;
  putBack(): string | null;
  move(index: number, by: -1 | 1): void;
  toggle(key: string): void;
  unfold(keys: readonly string[]): void;
  /** Somebody has left a row: from now on it should be right. */
  leave(key: string): void;
}

/** The rows of a field, and what can be done with them. `write` stores the list in the form. */
export function useRows(value: unknown, shape: RowShape, write: (list: unknown[]) => void): Rows {
  const rows = rowsOf(value, shape);
  const [keys, setKeys] = useState(() => newKeys(rows.length));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<RemovedRow | null>(null);
  // The form was put back, or filled from elsewhere.
  if (keys.length !== rows.length) setKeys([...keys.slice(0, rows.length), ...newKeys(rows.length - keys.length)]);

  const store = (changed: readonly Row[], changedKeys: readonly string[], lost: RemovedRow | null = null) => {
    setKeys([...changedKeys]);
    setRemoved(lost);
    write(listOf(changed, shape));
  };
  const unfold = (added: readonly string[]) => setOpen((known) => new Set([...known, ...added]));
  const insert = (index: number, inserted: readonly Row[] = [newRow(shape)]) => {
    const added = newKeys(inserted.length);
    store(withInserted(rows, index, inserted), withInserted(keys, index, added));
    if (added.length === 1) unfold(added);
    setFresh((known) => new Set([...known, ...added]));
    return added;
  };

  return {
    rows,
    keys,
    open,
    fresh,
    removed,
    insert,
    unfold,
    change: (index, row) => store(withReplaced(rows, index, row), keys, removed),
    replace: (index, pasted) =>
      store(
        withInserted(without(rows, index), index, pasted),
        withInserted(without(keys, index), index, newKeys(pasted.length)),
      ),
    remove: (index) => {
      const row = rows[index];
      if (row !== undefined) store(without(rows, index), without(keys, index), { row, index });
    },
    putBack: () => {
      if (removed === null) return null;
      return insert(removed.index, [removed.row])[0] ?? null;
    },
    move: (index, by) => store(withMoved(rows, index, by), withMoved(keys, index, by)),
    toggle: (key) =>
      setOpen((known) =>
        known.has(key) ? new Set([...known].filter((each) => each !== key)) : new Set([...known, key]),
      ),
    leave: (key) => setFresh((known) => (known.has(key) ? new Set([...known].filter((each) => each !== key)) : known)),
  };
}
