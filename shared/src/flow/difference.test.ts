import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFlow, damagedFlow, wordyFlow } from '../../../tests/support/random-flows.ts';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { flowDifference } from './difference.ts';
import { orderedText } from './ordered-text.ts';
import type { Flow, FlowNode } from './model.ts';

const nodes = {
  s: 'start',
  r: { kind: 'step', title: '审查', limit: { amount: 5, unit: 'working_days', countsTowardsTotal: true } },
  d: { kind: 'decision', title: '是否准予' },
  y: 'end',
  n: 'end',
} as const;
const edges = ['s>r', 'r>d', 'd>y 准予', 'd>n 不予'];
const before = sampleFlow(nodes, edges);

function changed(id: string, change: Partial<FlowNode>): Flow {
  return { ...before, nodes: before.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)) };
}
const texts = (one: Flow, other: Flow) => flowDifference(one, other).changes.map(({ text }) => text);

describe('flowDifference()', () => {
  test('says which limit became which', () => {
    const after = changed('r', { limit: { amount: 3, unit: 'working_days', countsTowardsTotal: true } });
    expect(texts(before, after)).toEqual([
      { zh: '第 2 步“审查”：时限 5 → 3 个工作日', en: 'Step 2 "审查": limit 5 → 3 working days' },
    ]);
  });

  test.each<[string, Partial<FlowNode>, string]>([
    [
      'another unit',
      { limit: { amount: 3, unit: 'calendar_days', countsTowardsTotal: true } },
      '时限 5 个工作日 → 3 日',
    ],
    [
      'what no longer counts',
      { limit: { amount: 5, unit: 'working_days', countsTowardsTotal: false } },
      '时限 5 个工作日 → 5 个工作日（不计入时限）',
    ],
    ['a limit taken away', { limit: null }, '时限 5 个工作日 → 无'],
    ['a kind', { kind: 'document' }, '类型 步骤 → 文书'],
    ['an actor', { actor: { section: '法规科', post: '' } }, '承办 审批科 · 经办人 → 法规科'],
    ['a role', { roles: ['review'] }, '环节 增加“审查”'],
    ['documents', { materials: ['申请表', '图纸'] }, '材料 增加“申请表”、“图纸”'],
    ['a result', { outputs: ['决定书'] }, '结果文书 增加“决定书”'],
    ['a basis', { bases: ['《行政许可法》第三十四条'] }, '依据 增加“《行政许可法》第三十四条”'],
    ['a right', { rights: [{ kind: 'hearing', note: '五日内提出' }] }, '权利 增加“要求听证（五日内提出）”'],
    [
      'a risk point',
      { risks: [{ text: '审查不严', level: 'high', post: '科长' }] },
      '风险点 增加“审查不严（高，科长）”',
    ],
    ['a note', { note: '两人以上' }, '说明 无 → “两人以上”'],
  ])('says %s', (_what, change, text) => {
    expect(texts(before, changed('r', change)).map(({ zh }) => zh)).toEqual([`第 2 步“审查”：${text}`]);
  });

  test('calls a step by its new title', () => {
    const [text] = texts(before, changed('r', { title: '审核' }));
    expect(text).toEqual({ zh: '第 2 步“审核”：名称 “审查” → “审核”', en: 'Step 2 "审核": title "审查" → "审核"' });
  });

  test('tells what left a list, and that a list was put in another order', () => {
    const one = changed('r', { materials: ['甲', '乙'] });
    expect(texts(one, changed('r', { materials: ['乙', '甲'] }))[0]?.zh).toBe('第 2 步“审查”：材料 顺序调整');
    expect(texts(one, changed('r', { materials: ['乙', '丙'] }))[0]?.zh).toBe('第 2 步“审查”：材料 增加“丙”，删去“甲”');
  });

  test('tells of nodes and edges that came, went and changed', () => {
    const after = sampleFlow({ ...nodes, h: { kind: 'step', title: '听证' } }, [
      's>r',
      'r>h',
      'd>y 符合条件',
      'd>n 不予',
      'h>d',
    ]);
    expect(texts(before, after).map(({ zh }) => zh)).toMatchInlineSnapshot(`
      [
        "新增第 3 步“听证”",
        "新增连线第 3 步“听证” → 第 4 步“是否准予”",
        "连线第 4 步“是否准予” → 第 5 步“节点y”：条件 “准予” → “符合条件”",
        "连线第 2 步“审查” → 第 3 步“听证”：原为第 2 步“审查” → 第 3 步“是否准予”",
      ]
    `);
    expect(texts(after, before).map(({ zh }) => zh)).toMatchInlineSnapshot(`
      [
        "删去原第 3 步“听证”",
        "连线第 3 步“是否准予” → 第 4 步“节点y”：条件 “符合条件” → “准予”",
        "连线第 2 步“审查” → 第 3 步“是否准予”：原为第 2 步“审查” → 第 3 步“听证”",
        "删去原连线第 3 步“听证” → 第 4 步“是否准予”",
      ]
    `);
  });

  test('tells of the scope, and not of the number of the version', () => {
    expect(texts(before, { ...before, version: 9 })).toEqual([]);
    expect(texts(before, { ...before, scope: 'internal' })[0]?.zh).toBe('适用范围：对外流程 → 内部流程');
  });

  test('tells which steps became exempt, on what basis, and which no longer are', () => {
    const one = { ...before, exemptions: [{ role: 'notice' as const, basis: '行政强制法第三十条' }] };
    const other = { ...before, exemptions: [{ role: 'notice' as const, basis: '行政强制法第五十二条' }] };
    expect(texts(before, one)).toEqual([
      {
        zh: '新增依法不经的环节：告知（行政强制法第三十条）',
        en: 'Added exempt step: Notice of facts, reasons, basis and rights (行政强制法第三十条)',
      },
    ]);
    expect(texts(one, before)[0]?.zh).toBe('删去依法不经的环节：告知（行政强制法第三十条）');
    expect(texts(one, other)[0]?.zh).toBe('依法不经的环节“告知”：依据 “行政强制法第三十条” → “行政强制法第五十二条”');
    const both = [...one.exemptions, { role: 'defence' as const, basis: '行政强制法第三十条' }];
    expect(texts({ ...before, exemptions: both }, { ...before, exemptions: both.toReversed() })).toEqual([]);
  });

  const flows = fc.oneof(wordyFlow, damagedFlow, anyFlow);

  test('finds nothing between a flow and itself, however it is stored', () => {
    fc.assert(
      fc.property(fc.oneof(wordyFlow, damagedFlow), (flow) => {
        const turned = { ...flow, nodes: flow.nodes.toReversed() };
        expect(flowDifference(flow, turned).changes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('back is forth turned round', () => {
    fc.assert(
      fc.property(flows, flows, (one, other) => {
        const tally = (changes: ReturnType<typeof flowDifference>['changes'], added: string, removed: string) =>
          changes
            .map(({ kind, nodeId, edgeId, field }) => {
              const turned = { added, removed, changed: 'changed' }[kind];
              return `${turned} ${nodeId} ${edgeId} ${field}`;
            })
            .sort();
        const forth = tally(flowDifference(one, other).changes, 'added', 'removed');
        const back = tally(flowDifference(other, one).changes, 'removed', 'added');
        expect(back).toEqual(forth);
      }),
      { numRuns: 200 },
    );
  });

  test('whatever is changed in a node is told, and what is marked is in the flow that is drawn', () => {
    fc.assert(
      fc.property(flows, flows, (one, other) => {
        const { changes, flow, nodes: marks } = flowDifference(one, other);
        const drawn = new Set(orderedText(flow).map(({ node }) => node.id));
        for (const id of marks.keys()) expect(drawn).toContain(id);
        for (const { text } of changes) expect(`${text.zh}${text.en}`).not.toMatch(/undefined|null|NaN|\[object/);
        const former = new Map(orderedText(one).map(({ node }) => [node.id, node]));
        for (const { node } of orderedText(other)) {
          const isEqual = JSON.stringify(former.get(node.id)) === JSON.stringify(node);
          if (isEqual) expect(marks.has(node.id)).toBe(false);
          else if (former.has(node.id)) expect(marks.get(node.id)).toBe('changed');
          else expect(marks.get(node.id)).toBe('added');
        }
      }),
      { numRuns: 200 },
    );
  });
});
