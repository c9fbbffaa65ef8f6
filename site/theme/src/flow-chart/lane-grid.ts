import type { ChartPlan, PlannedBox, PlannedLine } from './chart-plan.ts';

/** Boxes in a grid: a column for each actor, and in each cell one box at most. Later entries never stand higher. */
export interface LaneGrid {
  readonly names: readonly string[];
  readonly cells: ReadonlyMap<string, Cell>;
  readonly rows: number;
}

export interface Cell {
  readonly lane: number;
  readonly row: number;
}

/**
 * How a line comes from the row that it leaves to the row that it comes to: `near` to the next row, `down_own` and
 * `down_other` through empty cells below the box that it leaves or above that which it comes to, or else through the gutter
 * before the lane of that number.
 */
export type LaneRoute =
  { readonly by: 'near' | 'down_own' | 'down_other' } | { readonly by: 'gutter'; readonly gutter: number };

export function laneGrid({ boxes, lines }: ChartPlan): LaneGrid {
  const names: string[] = [];
  const cells = new Map<string, Cell>();
  const taken = new Set<string>();
  const rowOf = (id: string) => cells.get(id)?.row ?? -1;
  let rows = 0;
  for (const { node } of boxes) {
    const entries = lines.filter(({ to, from, kind }) => to === node.id && kind !== 'return' && cells.has(from));
    const before = entries.map(({ from }) => cells.get(from)?.lane ?? 0);
    const lane = node.actor === null ? (before[0] ?? 0) : laneNamed(node.actor.section);
    let row = Math.max(0, ...entries.map(({ from }) => rowOf(from) + 1));
    while (taken.has(`${lane} ${row}`)) row += 1;
    taken.add(`${lane} ${row}`);
    cells.set(node.id, { lane, row });
    rows = Math.max(rows, row + 1);
  }
  return { names: names.length === 0 ? [''] : names, cells, rows };

  function laneNamed(name: string): number {
    const found = names.indexOf(name);
    return found >= 0 ? found : names.push(name) - 1;
  }
}

export function cellOf({ cells }: LaneGrid, { id }: PlannedBox['node'] | { readonly id: string }): Cell {
  return cells.get(id) ?? { lane: 0, row: 0 };
}

export function laneRoute(grid: LaneGrid, line: PlannedLine): LaneRoute {
  const from = cellOf(grid, { id: line.from });
  const to = cellOf(grid, { id: line.to });
  if (to.row === from.row + 1) return { by: 'near' };
  if (to.row > from.row + 1) {
    if (isFree(grid, from.lane, from.row, to.row)) return { by: 'down_own' };
    if (isFree(grid, to.lane, from.row, to.row)) return { by: 'down_other' };
  }
  if (from.lane < to.lane) return { by: 'gutter', gutter: to.lane };
  if (from.lane > to.lane) return { by: 'gutter', gutter: to.lane + 1 };
  return { by: 'gutter', gutter: line.kind === 'return' ? to.lane + 1 : to.lane };
}

/** Whether no box stands in a lane between two rows. */
function isFree({ cells }: LaneGrid, lane: number, above: number, below: number): boolean {
  return [...cells.values()].every((cell) => cell.lane !== lane || cell.row <= above || cell.row >= below);
}
