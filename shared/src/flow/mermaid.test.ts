import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFlow, soundFlow } from '../../../tests/support/random-flows.ts';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { mermaidOf } from './mermaid.ts';
import type { Flow } from './model.ts';
import { flowTemplate } from './templates.ts';

/** One of the lines that are ever written: nothing in a label gets out of its quotes. */
const LABEL = String.raw`"[^"#<>&\x60]*(?:(?:#\d+;|<br/>)[^"#<>&\x60]*)*"`;
const SHAPE = [
  [String.raw`\(\[`, String.raw`\]\)`],
  [String.raw`\[`, String.raw`\]`],
  [String.raw`\{`, String.raw`\}`],
  [String.raw`\{\{`, String.raw`\}\}`],
  [String.raw`\[/`, String.raw`/\]`],
  [String.raw`\(`, String.raw`\)`],
].map(([open, close]) => `${open}${LABEL}${close}`);
const LINE = new RegExp(
  `^(?:flowchart TD|end|subgraph s\\d+\\[${LABEL}\\]|n\\d+(?:${SHAPE.join('|')})|n\\d+ -\\.?->(?:\\|${LABEL}\\|)? n\\d+)$`,
  'u',
);
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
const titled = (flow: Flow, title: string): Flow => ({
  ...flow,
  nodes: flow.nodes.map((node) => ({ ...node, title, actor: { section: title, post: title } })),
  edges: flow.edges.map((edge) => ({ ...edge, condition: title })),
});

describe('a flow as Mermaid', () => {
  const flow = sampleFlow(
    {
      s: 'start',
      d: { kind: 'decision', title: '材料是否齐全' },
      c: { kind: 'document', title: '补正通知', limit: { amount: 5, unit: 'working_days', countsTowardsTotal: false } },
      w: { kind: 'wait', title: '等待', actor: { section: '申请人', post: '' } },
      e: { kind: 'end', title: '' },
    },
    ['s>d', 'd>c 不齐', 'c>w', 'd<w', 'd>e 齐全'],
  );

  test('has a shape for each kind, conditions, limits, and dashed returns', () => {
    expect(mermaidOf(flow)).toMatchInlineSnapshot(`
      "flowchart TD
        n1(["1 节点s<br/>审批科 经办人"])
        n2{"2 材料是否齐全<br/>审批科 经办人"}
        n3[/"3 补正通知<br/>审批科 经办人<br/>5 个工作日"/]
        n4("4 等待<br/>申请人")
        n5(["5 结束<br/>审批科 经办人"])
        n1 --> n2
        n2 -->|"不齐"| n3
        n2 -->|"齐全"| n5
        n3 --> n4
        n4 -.-> n2
      "
    `);
  });

  test('puts the nodes of one section in one box', () => {
    expect(mermaidOf(flow, { byActor: true, language: 'en' })).toMatchInlineSnapshot(`
      "flowchart TD
        subgraph s1["审批科"]
          n1(["1 节点s<br/>审批科 经办人"])
          n2{"2 材料是否齐全<br/>审批科 经办人"}
          n3[/"3 补正通知<br/>审批科 经办人<br/>5 working days"/]
          n5(["5 End<br/>审批科 经办人"])
        end
        subgraph s2["申请人"]
          n4("4 等待<br/>申请人")
        end
        n1 --> n2
        n2 -->|"不齐"| n3
        n2 -->|"齐全"| n5
        n3 --> n4
        n4 -.-> n2
      "
    `);
  });

  test.each([
    '"];click n1 call alert()',
    '<img src=x onerror=alert(1)>',
    '1. 一\n2. 二',
    '`**粗**` #quot; &lt;b&gt;',
    '%%{init: {"theme":"dark"}}%%',
    'style a:#b; classDef c:#d;',
    '-->|x| end\u0000\u2028subgraph',
  ])('lets no title out of its quotes: %j', (title) => {
    const lines = linesOf(mermaidOf(titled(flow, title), { byActor: true }));
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
  });

  test('of any flow with any words has only lines of the known form, every node and every edge once', () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(anyFlow, soundFlow), words, fc.boolean(), (any, title, byActor) => {
        const lines = linesOf(mermaidOf(titled(any, title.trim() || '甲'), { byActor }));
        expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
        expect(lines.filter((line) => /^n\d+[^ \d]/.test(line))).toHaveLength(
          new Set(any.nodes.map(({ id }) => id)).size,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('of every template has as many edges as the flow', () => {
    for (const { flow: made } of flowTemplate('penalty'))
      expect(linesOf(mermaidOf(made)).filter((line) => line.includes('->'))).toHaveLength(made.edges.length);
  });
});
