import { pairsOf } from './pairs.ts';
import { runsBetween, type Run } from './runs.ts';
import { stretchesBetween } from './sequence.ts';

/** One row of two versions of a list. Positions count from 1; of what was removed, in the former version. */
export type RowChange =
  | { readonly kind: 'added' | 'removed'; readonly position: number; readonly row: unknown }
  | { readonly kind: 'moved'; readonly position: number; readonly from: number; readonly row: unknown }
  | {
      readonly kind: 'changed';
      readonly position: number;
      readonly row: unknown;
      readonly cells: readonly CellChange[];
    };

/** One cell that changed. A list of texts has a single cell, whose key is `text`. */
export interface CellChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Of texts: what of them changed. */
  readonly runs: readonly Run[] | null;
}

interface Placed {
  readonly position: number;
  readonly row: unknown;
  readonly text: string;
}

/** So many rows may differ before the one list counts as exchanged for the other. */
const MOST_CHANGED_ROWS = 300;

/** How a list of records or texts became another, in the order of reading; rows that are the same are left out. */
export function rowsDifference(before: readonly unknown[], after: readonly unknown[]): RowChange[] {
  const stretches = stretchesBetween(placed(before), placed(after), {
    keyOf: ({ text }) => text,
    mostEdits: MOST_CHANGED_ROWS,
  });
  const changes: RowChange[] = [];
  let removed: readonly Placed[] = [];
  let added: readonly Placed[] = [];
  const settle = (): void => {
    for (const [one, other] of pairsOf(removed, added, ({ text }) => text)) changes.push(...changeOf(one, other));
    removed = [];
    added = [];
  };
  for (const { kind, elements } of stretches) {
    if (kind === 'removed') removed = [...removed, ...elements];
    else if (kind === 'added') added = [...added, ...elements];
    else settle();
  }
  settle();
  return withMoves(changes);
}

function placed(rows: readonly unknown[]): Placed[] {
  return rows.map((row, at) => ({ position: at + 1, row, text: textOf(row) }));
}

function changeOf(before: Placed | null, after: Placed | null): RowChange[] {
  if (before === null) return after === null ? [] : [{ kind: 'added', position: after.position, row: after.row }];
  if (after === null) return [{ kind: 'removed', position: before.position, row: before.row }];
  return [{ kind: 'changed', position: after.position, row: after.row, cells: cellChanges(before.row, after.row) }];
}

/** The very row that was taken out in one place and put in at another was moved. */
function withMoves(changes: readonly RowChange[]): RowChange[] {
  const left = changes.filter(({ kind }) => kind === 'removed');
  const from = new Map<RowChange, number>();
  for (const change of changes) {
    if (change.kind !== 'added') continue;
    const at = left.findIndex(({ row }) => textOf(row) === textOf(change.row));
    const [origin] = at < 0 ? [] : left.splice(at, 1);
    if (origin !== undefined) from.set(change, origin.position);
  }
  const gone = new Set(left);
  return changes.flatMap((change): RowChange[] => {
    const origin = from.get(change);
    if (origin !== undefined) return [{ kind: 'moved', position: change.position, from: origin, row: change.row }];
    return change.kind === 'removed' && !gone.has(change) ? [] : [change];
  });
}

function cellChanges(before: unknown, after: unknown): CellChange[] {
  const [one, other] = [cellsOf(before), cellsOf(after)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const [was, is] = [one[key] ?? '', other[key] ?? ''];
    if (textOf(was) === textOf(is)) return [];
    const areTexts = typeof was === 'string' && typeof is === 'string';
    return [{ key, before: was, after: is, runs: areTexts ? runsBetween(was, is) : null }];
  });
}

function cellsOf(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : { text: row };
}

/** What tells one row from another: the same for the same content, whatever the order of its names. */
function textOf(row: unknown): string {
  return JSON.stringify(row, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
