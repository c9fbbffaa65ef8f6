import { flowSchema } from 'disclosure-contract/flow';
import { expect, test } from 'vitest';
import { flowChanges } from './flow-changes.ts';

const flow = flowSchema.parse({
  version: 1,
  scope: 'external',
  nodes: [
    { id: 'a', kind: 'start' },
    { id: 'b', kind: 'step', title: '受理', limit: { amount: 5, unit: 'working_days', countsTowardsTotal: true } },
    { id: 'c', kind: 'end' },
  ],
  edges: [
    { id: 'e1', from: 'a', to: 'b' },
    { id: 'e2', from: 'b', to: 'c' },
  ],
});
const ordinary = { name: '普通程序', flow };
const kindsOf = (after: unknown) =>
  flowChanges([ordinary], [after]).flatMap(({ changes }) => changes.map(({ kind }) => kind));
const withNode = (id: string, changed: object) => ({
  ...ordinary,
  flow: { ...flow, nodes: flow.nodes.map((node) => (node.id === id ? { ...node, ...changed } : node)) },
});

test('flowChanges() names what changed in a flow, part by part', () => {
  const [shorter] = flowChanges([ordinary], [withNode('b', { limit: null, note: '当场办理' })]);
  expect(shorter).toMatchObject({
    kind: 'changed',
    changes: [{ kind: 'node_changed', node: { zh: '受理' }, parts: ['limit', 'note'] }],
  });
  expect(kindsOf(withNode('b', { title: '收件' }))).toEqual(['node_renamed']);
  expect(kindsOf({ ...ordinary, flow: { ...flow, scope: 'internal' } })).toEqual(['scope']);
  const without = { nodes: flow.nodes.filter(({ id }) => id !== 'b'), edges: [{ ...flow.edges[0], to: 'c' }] };
  expect(kindsOf({ ...ordinary, flow: { ...flow, ...without } })).toEqual([
    'node_removed',
    'edge_added',
    'edge_removed',
    'edge_removed',
  ]);
});

test('flowChanges() goes by names, then by places', () => {
  const simple = { ...ordinary, name: '简易程序' };
  expect(flowChanges([ordinary], [simple, ordinary])).toEqual([
    { kind: 'added', name: '简易程序', formerName: null, changes: [] },
  ]);
  expect(flowChanges([ordinary], [simple])).toEqual([
    { kind: 'changed', name: '简易程序', formerName: '普通程序', changes: [] },
  ]);
  expect(flowChanges([ordinary, simple], [ordinary])).toMatchObject([{ kind: 'removed', name: '简易程序' }]);
});

test('flowChanges() finds nothing between a flow and itself, whatever the order of its names', () => {
  expect(
    flowChanges([ordinary], [{ flow: Object.fromEntries(Object.entries(flow).reverse()), name: '普通程序' }]),
  ).toEqual([]);
  expect(flowChanges([null, 'x', {}], [])).toEqual([]);
});
