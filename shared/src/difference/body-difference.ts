import { blocksOf, type Block } from './body-blocks.ts';
import { pairsOf } from './pairs.ts';
import { runsBetween, type Run } from './runs.ts';
import { stretchesBetween } from './sequence.ts';

/** One block of two versions of a body. */
export interface BlockDifference {
  readonly kind: 'same' | 'removed' | 'added' | 'changed';
  /** As it is; of what was removed, as it was. */
  readonly block: Pick<Block, 'kind' | 'level'>;
  /** The block's text; of a row of a table, one list for each cell. */
  readonly runs: readonly (readonly Run[])[];
  /** Where its links lead or its image comes from, when that is what changed. */
  readonly addresses: { readonly before: readonly string[]; readonly after: readonly string[] } | null;
  /** Whether all words are the same and only their form changed: bold, alignment, level of a heading. */
  readonly isFormOnly: boolean;
}

const MOST_CHANGED_BLOCKS = 1000;

/** How a body became another, block by block and in the order of reading. */
export function bodyDifference(before: string, after: string): BlockDifference[] {
  const stretches = stretchesBetween(blocksOf(before), blocksOf(after), {
    keyOf: ({ html }) => html,
    mostEdits: MOST_CHANGED_BLOCKS,
  });
  const differences: BlockDifference[] = [];
  let removed: readonly Block[] = [];
  let added: readonly Block[] = [];
  const settle = (): void => {
    for (const [one, other] of pairsOf(removed, added, textOf)) differences.push(...differenceOfPair(one, other));
    removed = [];
    added = [];
  };
  for (const { kind, elements } of stretches) {
    if (kind === 'removed') removed = [...removed, ...elements];
    else if (kind === 'added') added = [...added, ...elements];
    else {
      settle();
      differences.push(...elements.map((block) => whole('same', block)));
    }
  }
  settle();
  return differences;
}

function differenceOfPair(before: Block | null, after: Block | null): BlockDifference[] {
  if (before === null) return after === null ? [] : [whole('added', after)];
  if (after === null) return [whole('removed', before)];
  const cells = Math.max(before.texts.length, after.texts.length);
  const runs = Array.from({ length: cells }, (_, at) => runsBetween(before.texts[at] ?? '', after.texts[at] ?? ''));
  const areAddressesSame = before.addresses.join(' ') === after.addresses.join(' ');
  return [
    {
      kind: 'changed',
      block: { kind: after.kind, level: after.level },
      runs,
      addresses: areAddressesSame ? null : { before: before.addresses, after: after.addresses },
      isFormOnly: areAddressesSame && runs.flat().every(({ kind }) => kind === 'same'),
    },
  ];
}

function whole(kind: 'same' | 'removed' | 'added', block: Block): BlockDifference {
  const runs = block.texts.map((text) => (text === '' ? [] : [{ kind, text }]));
  return { kind, block: { kind: block.kind, level: block.level }, runs, addresses: null, isFormOnly: false };
}

function textOf({ texts }: Block): string {
  return texts.join('\n');
}
