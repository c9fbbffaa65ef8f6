import type { ChartPlan } from './chart-plan.ts';
import { cellOf, type LaneGrid } from './lane-grid.ts';

/** Where lines leave and enter boxes, by the place of the line in the plan. */
export interface LanePorts {
  readonly exits: ReadonlyMap<number, number>;
  readonly entries: ReadonlyMap<number, number>;
}

/** Ports keep away from the corners of their box and from each other. */
const CORNER = 18;
const APART = 9;

/**
 * Between two boxes that stand below each other, no two lines go down at the same place: then none lies on another. A line
 * between the two goes straight.
 */
export function lanePorts(
  { boxes, lines }: ChartPlan,
  grid: LaneGrid,
  columns: readonly { readonly middle: number }[],
): LanePorts {
  const exits = new Map<number, number>();
  const entries = new Map<number, number>();
  const middleOf = (id: string) => columns[cellOf(grid, { id }).lane]?.middle ?? 0;
  const linesOf = (end: 'from' | 'to', id: string, other: 'from' | 'to') =>
    lines
      .map((line, at) => ({ line, at }))
      .filter(({ line }) => line[end] === id)
      .sort((a, b) => middleOf(a.line[other]) - middleOf(b.line[other]) || rowOf(b.line[other]) - rowOf(a.line[other]));
  const rowOf = (id: string) => cellOf(grid, { id }).row;

  for (const { node, width } of boxes) {
    const own = linesOf('from', node.id, 'to');
    const left = middleOf(node.id) - width / 2;
    for (const [place, { at }] of own.entries())
      exits.set(at, Math.round(left + (width * (place + 1)) / (own.length + 1)));
  }
  for (const { node, width } of boxes) {
    const own = linesOf('to', node.id, 'from');
    const middle = middleOf(node.id);
    const [least, most] = [middle - width / 2 + CORNER, middle + width / 2 - CORNER];
    const above = boxAbove(node.id);
    const taken = lines.flatMap(({ from }, at) => (from === above ? [exits.get(at) ?? 0] : []));
    const straight = own.find(({ line }) => line.from === above && line.kind !== 'return');
    const straightAt = straight === undefined ? undefined : exits.get(straight.at);
    const isStraight = straightAt !== undefined && straightAt >= least && straightAt <= most;
    if (straight !== undefined && isStraight) entries.set(straight.at, straightAt);
    const others = own.filter(({ at }) => !entries.has(at));
    for (const [place, { at }] of others.entries()) {
      const wanted = middle - width / 2 + (width * (place + 1)) / (others.length + 1);
      const x = freePlace(Math.round(wanted), least, most, taken);
      taken.push(x);
      entries.set(at, x);
    }
  }
  return { exits, entries };

  function boxAbove(id: string): string | undefined {
    const { lane, row } = cellOf(grid, { id });
    return boxes
      .map(({ node }) => ({ id: node.id, ...cellOf(grid, node) }))
      .filter((cell) => cell.lane === lane && cell.row < row)
      .sort((a, b) => b.row - a.row)[0]?.id;
  }
}

/** The place nearest to the wanted one that keeps away from those that are taken. */
function freePlace(wanted: number, least: number, most: number, taken: readonly number[]): number {
  for (let away = 0; away <= most - least; away += 1) {
    for (const x of [wanted + away, wanted - away])
      if (x >= least && x <= most && taken.every((other) => Math.abs(other - x) >= APART)) return x;
  }
  return Math.min(most, Math.max(least, wanted));
}
