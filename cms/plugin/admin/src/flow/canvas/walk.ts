import type { Flow } from 'disclosure-contract/flow';
import { entriesOf, exitsOf } from '../state/editing.ts';
import type { Point } from './route.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How much higher or lower a node may stand that is still beside another. */
const BESIDE = 80;

/**
 * The node that an arrow key leads to: down along the first edge that leads on, up along the first that leads here, and
 * left or right to the nearest one beside. Null where there is none.
 */
export function nodeTowards(
  flow: Flow,
  from: string,
  direction: Direction,
  positions: ReadonlyMap<string, Point>,
  numbers: ReadonlyMap<string, number>,
): string | null {
  if (direction === 'down')
    return firstOf(
      exitsOf(flow, from)
        .filter(onward)
        .map(({ to }) => to),
      numbers,
    );
  if (direction === 'up')
    return firstOf(
      entriesOf(flow, from)
        .filter(onward)
        .map((edge) => edge.from),
      numbers,
    );
  const here = positions.get(from);
  if (here === undefined) return null;
  const sign = direction === 'right' ? 1 : -1;
  const beside = [...positions]
    .map(([id, { x, y }]) => ({ id, across: (x - here.x) * sign, down: Math.abs(y - here.y) }))
    .filter(({ id, across, down }) => id !== from && across > 0 && down <= BESIDE)
    .sort((one, other) => one.across + one.down - other.across - other.down);
  return beside[0]?.id ?? null;
}

function onward({ isReturn }: { readonly isReturn: boolean }): boolean {
  return !isReturn;
}

function firstOf(ids: readonly string[], numbers: ReadonlyMap<string, number>): string | null {
  return ids.toSorted((one, other) => (numbers.get(one) ?? 0) - (numbers.get(other) ?? 0))[0] ?? null;
}
