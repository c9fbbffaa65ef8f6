import type { BlockDifference } from 'disclosure-contract/difference';

/** The blocks that changed and those next to them; a number stands for so many that are left out. */
export function shownBlocks(blocks: readonly BlockDifference[]): (BlockDifference | number)[] {
  const isChanged = (at: number) => blocks[at] !== undefined && blocks[at]?.kind !== 'same';
  const shown: (BlockDifference | number)[] = [];
  for (const [at, block] of blocks.entries()) {
    if (isChanged(at - 1) || isChanged(at) || isChanged(at + 1)) {
      shown.push(block);
      continue;
    }
    const last = shown.at(-1);
    if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}
