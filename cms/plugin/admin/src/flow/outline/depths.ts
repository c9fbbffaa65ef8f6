import type { OrderedStep } from 'disclosure-contract/flow';

const DEEPEST = 4;

/**
 * How far each entry of an outline is set in: the main way not at all, what leaves it at a decision or a split by one more
 * than where it parts. What several ways come to stands as far out as the outermost of them.
 */
export function depthsOf(steps: readonly OrderedStep[]): Map<string, number> {
  const depths = new Map<string, number>();
  const numberOf = new Map(steps.map(({ number, node }) => [number, node.id]));
  for (const { node, exits } of steps) {
    const own = depths.get(node.id) ?? 0;
    depths.set(node.id, own);
    const onward = exits.filter(({ kind }) => kind !== 'return');
    const main = onward.length > 1 ? mainExit(onward, steps) : onward[0];
    for (const exit of onward) {
      const target = numberOf.get(exit.to) ?? '';
      const depth = exit === main ? own : Math.min(DEEPEST, own + 1);
      depths.set(target, Math.min(depth, depths.get(target) ?? depth));
    }
  }
  return depths;
}

type Exits = OrderedStep['exits'];

/** The ordered text puts the longest way first: its first entry follows at once. */
function mainExit(exits: Exits, steps: readonly OrderedStep[]): Exits[number] | undefined {
  const isEnd = (to: number) => steps[to - 1]?.node.kind === 'end';
  const byPlace = exits.toSorted((one, other) => one.to - other.to);
  return byPlace.find(({ to }) => !isEnd(to)) ?? byPlace[0];
}
