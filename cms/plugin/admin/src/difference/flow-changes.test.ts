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
const withNode = (id: string, changed: object) => ({
  ...ordinary,
  flow: { ...flow, nodes: flow.nodes.map((node) => (node.id === id ? { ...node, ...changed } : node)) },
});

test('flowChanges() says what changed in a flow', () => {
  const [shorter] = flowChanges([ordinary], [withNode('b', { note: '当场办理' })]);
  expect(shorter).toMatchObject({ kind: 'changed', name: '普通程序', formerName: null });
  expect(shorter?.changes.map(({ zh }) => zh).join()).toContain('受理');
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

test('flowChanges() reads flows from before there were exempt steps', () => {
  const { exemptions: _none, ...former } = flow;
  expect(flowChanges([{ name: '普通程序', flow: former }], [ordinary])).toEqual([]);
  const exemptions = [{ role: 'notice', basis: '行政强制法第三十条' }];
  const [changed] = flowChanges([{ name: '普通程序', flow: former }], [{ ...ordinary, flow: { ...flow, exemptions } }]);
  expect(changed?.changes.map(({ zh }) => zh)).toEqual(['新增依法不经的环节：告知（行政强制法第三十条）']);
});
