import { checkFlow, flowSchema, NODE_KINDS, type Flow, type NodeKind } from 'disclosure-contract/flow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleFlow } from '../../../../../../tests/support/sample-flow.ts';
import { copied, withPasted } from './clipboard.ts';
import {
  connectionRefusal,
  emptyFlow,
  neighbourInLine,
  withConnection,
  withEdgeChanged,
  withMoved,
  withNode,
  withNodeAfter,
  withNodeChanged,
  withNodeOnEdge,
  without,
  type NewId,
} from './editing.ts';

function countedIds(): NewId {
  let count = 0;
  return (prefix) => `${prefix}new${(count += 1)}`;
}

const ways = ({ edges }: Flow) => edges.map(({ from, to, isReturn }) => `${from}${isReturn ? '<' : '>'}${to}`).sort();
const line = () => sampleFlow({ s: 'start', a: 'step', b: 'step', z: 'end' }, ['s>a', 'a>b', 'b>z']);
const parted = () =>
  sampleFlow({ s: 'start', a: 'step', d: 'decision', b: 'step', z: 'end' }, [
    's>a',
    'a>d',
    'd>b 材料齐全',
    'a<d 材料不齐',
    'b>z',
  ]);

describe('a node added after another', () => {
  test('takes over the way on', () => {
    const { flow, id } = withNodeAfter(line(), 'a', 'step', countedIds());
    expect(id).toBe('nnew1');
    expect(ways(flow)).toEqual(['a>nnew1', 'b>z', 'nnew1>b', 's>a']);
  });

  test('is one more exit of a decision', () => {
    const { flow } = withNodeAfter(parted(), 'd', 'end', countedIds());
    expect(ways(flow)).toEqual(['a>d', 'b>z', 'd<a', 'd>b', 'd>nnew1', 's>a']);
  });

  test('does not follow an end', () => {
    expect(withNodeAfter(line(), 'z', 'step', countedIds())).toEqual({ flow: line(), id: null });
  });
});

test('a node on an edge leaves the condition where the way parts, and the return where it arrives', () => {
  const flow = parted();
  const back = flow.edges.find(({ isReturn }) => isReturn);
  const { flow: changed } = withNodeOnEdge(flow, back?.id ?? '', 'step', countedIds());
  expect(ways(changed)).toEqual(['a>d', 'b>z', 'd>b', 'd>nnew1', 'nnew1<a', 's>a']);
  expect(changed.edges.find(({ from, to }) => from === 'd' && to === 'nnew1')?.condition).toBe('材料不齐');
});

describe('an edge', () => {
  test('that leads back is marked as a return', () => {
    expect(ways(withConnection(line(), 'b', 'a', countedIds()).flow)).toContain('b<a');
    expect(ways(withConnection(line(), 's', 'b', countedIds()).flow)).toContain('s>b');
  });

  test('neither comes to a start, nor leaves an end, nor stands twice', () => {
    expect(connectionRefusal(line(), 'a', 's')).toBe('into_start');
    expect(connectionRefusal(line(), 'z', 'a')).toBe('out_of_end');
    expect(connectionRefusal(line(), 'a', 'b')).toBe('connected');
    expect(connectionRefusal(line(), 'a', 'nowhere')).toBe('node_missing');
    expect(connectionRefusal(line(), 'a', 'z')).toBeNull();
  });

  test('that is led elsewhere becomes a return, or is one no longer', () => {
    const flow = parted();
    const back = flow.edges.find(({ isReturn }) => isReturn)?.id ?? '';
    const onward = withEdgeChanged(flow, back, { to: 'z' });
    expect(ways(onward)).toContain('d>z');
    expect(ways(withEdgeChanged(onward, back, { to: 'a' }))).toContain('d<a');
  });

  test('keeps the mark that somebody gave it', () => {
    const [first] = line().edges;
    expect(withEdgeChanged(line(), first?.id ?? '', { isReturn: true }).edges[0]?.isReturn).toBe(true);
  });

  test('is not led to where one leads already', () => {
    const flow = parted();
    const back = flow.edges.find(({ isReturn }) => isReturn)?.id ?? '';
    expect(withEdgeChanged(flow, back, { to: 'b' })).toBe(flow);
  });
});

describe('deleting', () => {
  test('a step closes the line', () => {
    expect(ways(without(line(), new Set(['a'])))).toEqual(['b>z', 's>b']);
  });

  test('a decision leaves its exits open', () => {
    expect(ways(without(parted(), new Set(['d'])))).toEqual(['b>z', 's>a']);
  });

  test('several steps closes the line over all of them', () => {
    expect(ways(without(line(), new Set(['a', 'b'])))).toEqual(['s>z']);
  });

  test('what is not there changes nothing', () => {
    const flow = line();
    expect(without(flow, new Set(['nowhere']))).toBe(flow);
  });
});

describe('moving', () => {
  test('changes places in a line', () => {
    expect(ways(withMoved(line(), 'b', -1))).toEqual(['a>z', 'b>a', 's>b']);
    expect(ways(withMoved(line(), 'a', 1))).toEqual(ways(withMoved(line(), 'b', -1)));
  });

  test('stops where ways part, and at start and end', () => {
    expect(neighbourInLine(line(), 'a', -1)).toBeNull();
    expect(neighbourInLine(parted(), 'a', 1)).toBeNull();
    expect(withMoved(parted(), 'b', -1)).toEqual(parted());
  });
});

test('what is pasted has ids of its own, and the edges among its nodes', () => {
  const { flow, ids } = withPasted(line(), copied(line(), new Set(['a', 'b'])), countedIds());
  expect(ids).toEqual(['nnew1', 'nnew2']);
  expect(ways(flow)).toEqual(['a>b', 'b>z', 'nnew1>nnew2', 's>a']);
});

test('a full flow takes nothing more', () => {
  let flow = emptyFlow(countedIds());
  const ids = countedIds();
  for (let count = 0; count < 300; count += 1) flow = withNode(flow, 'step', ids).flow;
  expect(flow.nodes).toHaveLength(200);
  expect(withPasted(flow, copied(flow, new Set([flow.nodes[1]?.id ?? ''])), ids).ids).toEqual([]);
});

const kinds = fc.constantFrom(...(Object.keys(NODE_KINDS) as NodeKind[]));
const place = fc.nat(40);
const edit = fc.oneof(
  fc.record({ type: fc.constant('after' as const), at: place, kind: kinds }),
  fc.record({ type: fc.constant('on edge' as const), at: place, kind: kinds }),
  fc.record({ type: fc.constant('connect' as const), at: place, to: place }),
  fc.record({ type: fc.constant('lead' as const), at: place, to: place }),
  fc.record({ type: fc.constant('kind' as const), at: place, kind: kinds }),
  fc.record({ type: fc.constant('move' as const), at: place, by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ type: fc.constant('delete' as const), at: place, to: place }),
  fc.record({ type: fc.constant('paste' as const), at: place, to: place }),
);
type Edit = typeof edit extends fc.Arbitrary<infer Each> ? Each : never;

function applied(flow: Flow, change: Edit, ids: NewId): Flow {
  const nodeAt = (index: number) => flow.nodes[index % Math.max(1, flow.nodes.length)]?.id ?? '';
  const edgeAt = (index: number) => flow.edges[index % Math.max(1, flow.edges.length)]?.id ?? '';
  switch (change.type) {
    case 'after':
      return withNodeAfter(flow, nodeAt(change.at), change.kind, ids).flow;
    case 'on edge':
      return withNodeOnEdge(flow, edgeAt(change.at), change.kind, ids).flow;
    case 'connect':
      return withConnection(flow, nodeAt(change.at), nodeAt(change.to), ids).flow;
    case 'lead':
      return withEdgeChanged(flow, edgeAt(change.at), { to: nodeAt(change.to) });
    case 'kind':
      return withNodeChanged(flow, nodeAt(change.at), { kind: change.kind });
    case 'move':
      return withMoved(flow, nodeAt(change.at), change.by);
    case 'delete':
      return without(flow, new Set([nodeAt(change.at), edgeAt(change.to)]));
    case 'paste':
      return withPasted(flow, copied(flow, new Set([nodeAt(change.at), nodeAt(change.to)])), ids).flow;
  }
}

test('whatever is edited, a flow keeps its shape, no id stands twice, no edge hangs loose, and the checks can read it', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), (edits) => {
      const ids = countedIds();
      let flow = emptyFlow(ids);
      for (const each of edits) {
        flow = applied(flow, each, ids);
        expect(flowSchema.parse(flow)).toEqual(flow);
      }
      const problems = checkFlow(flow, { kind: 'license', promised: null, statutory: null });
      expect(problems.filter(({ code }) => code === 'id_repeated' || code === 'edge_loose')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
