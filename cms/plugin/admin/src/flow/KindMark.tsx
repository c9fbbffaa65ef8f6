import type { NodeKind } from 'disclosure-contract/flow';

const SHAPES: Readonly<Record<NodeKind, string>> = {
  start: 'M6 4h8a6 6 0 0 1 0 12H6A6 6 0 0 1 6 4Z',
  end: 'M6 4h8a6 6 0 0 1 0 12H6A6 6 0 0 1 6 4Z',
  step: 'M2.5 4.5h15v11h-15Z',
  decision: 'M10 2l8 8-8 8-8-8Z',
  split: 'M2 7h16M10 2v5M5 7v10M15 7v10',
  join: 'M2 13h16M10 13v5M5 3v10M15 3v10',
  document: 'M3 3h14v12c-2.5-2-4.5-1-7 .5S5 17.5 3 15.5Z',
  wait: 'M5 2.5h10M5 17.5h10M6 2.5c0 4 8 11 8 15M14 2.5c0 4-8 11-8 15',
};

/** What kind a node is, by its shape in charts. An end is filled. */
export const KindMark = ({ kind }: { kind: NodeKind }) => (
  <svg viewBox="0 0 20 20" width="1.8rem" height="1.8rem" style={{ flexShrink: 0 }} aria-hidden>
    <path
      d={SHAPES[kind]}
      fill={kind === 'end' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  </svg>
);
