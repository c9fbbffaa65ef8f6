import type { BlockDifference } from 'disclosure-contract/difference';
import { expect, test } from 'vitest';
import { shownBlocks } from './shown-blocks.ts';

const block = (kind: BlockDifference['kind']): BlockDifference => ({
  kind,
  block: { kind: 'paragraph', level: 0 },
  runs: [],
  addresses: null,
  isFormOnly: false,
});

test('shownBlocks() leaves one neighbour of each change, and counts what it leaves out', () => {
  const kinds = ['same', 'same', 'same', 'changed', 'same', 'same', 'same', 'same', 'added'] as const;
  const shown = shownBlocks(kinds.map(block)).map((each) => (typeof each === 'number' ? each : each.kind));
  expect(shown).toEqual([2, 'same', 'changed', 'same', 2, 'same', 'added']);
});
