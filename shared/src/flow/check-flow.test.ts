import { describe, expect, test } from 'vitest';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { checkFlow, type FlowPower } from './check-flow.ts';
import { MOST_EDGES, MOST_NODES, type TimeLimit } from './model.ts';
import { FLOW_PROBLEMS, type FlowProblem, type FlowProblemCode } from './problem.ts';

const NO_POWER: FlowPower = { kind: null, promised: null, statutory: null };
const working = (amount: number): TimeLimit => ({ amount, unit: 'working_days' });
const found = (problems: readonly FlowProblem[]) => problems.map((one) => [one.code, one.nodeId ?? one.edgeId]);

const line = { s: 'start', a: 'step', b: 'step', e: 'end' } as const;
const fork = { s: 'start', p: 'split', a: 'step', b: 'step', j: 'join', e: 'end' } as const;
const forked = ['s>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>e'];

interface Case {
  readonly code: FlowProblemCode;
  readonly what: string;
  readonly nodes: Parameters<typeof sampleFlow>[0];
  readonly edges: readonly string[];
  readonly at: readonly (string | null)[];
}

/** The smallest flow that has this problem and no other. */
const CASES: readonly Case[] = [
  { code: 'start_missing', what: 'no start', nodes: { a: 'step', e: 'end' }, edges: ['a>e'], at: [null] },
  {
    code: 'start_repeated',
    what: 'a second start',
    nodes: { ...line, t: 'start' },
    edges: ['s>a', 'a>b', 'b>e', 't>b'],
    at: ['t'],
  },
  {
    code: 'dead_end',
    what: 'a step that leads nowhere',
    nodes: { s: 'start', d: 'decision', a: 'step', e: 'end' },
    edges: ['s>d', 'd>e 是', 'd>a 否'],
    at: ['a'],
  },
  {
    code: 'node_unreachable',
    what: 'a step that nothing leads to',
    nodes: line,
    edges: ['s>a', 'a>e', 'b>e'],
    at: ['b'],
  },
  {
    code: 'edge_loose',
    what: 'an edge to a node that is not there',
    nodes: { s: 'start', d: 'decision', e: 'end', f: 'end' },
    edges: ['s>d', 'd>e 甲', 'd>f 乙', 'd>gone 丙'],
    at: ['e4'],
  },
  {
    code: 'edge_misplaced',
    what: 'an edge back into the start',
    nodes: { s: 'start', d: 'decision', e: 'end' },
    edges: ['s>d', 'd>e 是', 's<d 否'],
    at: ['e3'],
  },
  {
    code: 'edge_misplaced',
    what: 'an edge out of an end',
    nodes: { s: 'start', e: 'end', f: 'end' },
    edges: ['s>e', 'e>f'],
    at: ['e2'],
  },
  {
    code: 'title_missing',
    what: 'a step without a title',
    nodes: { ...line, a: { kind: 'step', title: '' } },
    edges: ['s>a', 'a>b', 'b>e'],
    at: ['a'],
  },
  {
    code: 'actor_missing',
    what: 'a step that nobody does',
    nodes: { ...line, a: { kind: 'step', actor: null } },
    edges: ['s>a', 'a>b', 'b>e'],
    at: ['a'],
  },
  {
    code: 'exits_too_few',
    what: 'a decision with one exit',
    nodes: { s: 'start', d: 'decision', e: 'end' },
    edges: ['s>d', 'd>e 是'],
    at: ['d'],
  },
  {
    code: 'exits_too_few',
    what: 'a split with one branch',
    nodes: { s: 'start', p: 'split', a: 'step', j: 'join', e: 'end' },
    edges: ['s>p', 'p>a', 'a>j', 'j>e'],
    at: ['p'],
  },
  {
    code: 'exits_too_many',
    what: 'a step with two exits',
    nodes: line,
    edges: ['s>a', 'a>b', 'a>e', 'b>e'],
    at: ['a'],
  },
  {
    code: 'condition_missing',
    what: 'an exit of a decision without words',
    nodes: { s: 'start', d: 'decision', e: 'end', f: 'end' },
    edges: ['s>d', 'd>e 是', 'd>f'],
    at: ['e3'],
  },
  {
    code: 'condition_repeated',
    what: 'two exits for the same case',
    nodes: { s: 'start', d: 'decision', e: 'end', f: 'end' },
    edges: ['s>d', 'd>e 是', 'd>f 是'],
    at: ['e3'],
  },
  {
    code: 'condition_misplaced',
    what: 'a condition where nothing is decided',
    nodes: line,
    edges: ['s>a', 'a>b 是', 'b>e'],
    at: ['e2'],
  },
  {
    code: 'loop_unmarked',
    what: 'an edge back without its mark',
    nodes: { s: 'start', a: 'step', d: 'decision', e: 'end' },
    edges: ['s>a', 'a>d', 'd>e 是', 'd>a 否'],
    at: ['e4'],
  },
  {
    code: 'return_misdirected',
    what: 'a mark on an edge that leads on',
    nodes: { s: 'start', d: 'decision', a: 'step', e: 'end' },
    edges: ['s>d', 'd>e 是', 'a<d 否', 'a>e'],
    at: ['e3'],
  },
  {
    code: 'return_misdirected',
    what: 'the mark on the way out, and not on the way back',
    nodes: { s: 'start', d: 'decision', a: 'step', e: 'end' },
    edges: ['s>d', 'd>e 是', 'a<d 否', 'a>d'],
    at: ['e3'],
  },
  {
    code: 'return_misdirected',
    what: 'a return into another way',
    nodes: { s: 'start', d: 'decision', a: 'step', x: 'decision', e: 'end' },
    edges: ['s>d', 'd>a 甲', 'd>x 乙', 'a>e', 'x>e 是', 'a<x 否'],
    at: ['e6'],
  },
  {
    code: 'loop_endless',
    what: 'a loop that nothing leads out of',
    nodes: { s: 'start', d: 'decision', a: 'step', b: 'step', e: 'end' },
    edges: ['s>d', 'd>e 是', 'd>a 否', 'a>b', 'a<b'],
    at: ['e5'],
  },
  {
    code: 'join_unmatched',
    what: 'a join without a split',
    nodes: { s: 'start', j: 'join', e: 'end' },
    edges: ['s>j', 'j>e'],
    at: ['j'],
  },
  {
    code: 'join_unmatched',
    what: 'a join that decisions lead to',
    nodes: { ...fork, p: 'decision' },
    edges: ['s>p', 'p>a 甲', 'p>b 乙', 'a>j', 'b>j', 'j>e'],
    at: ['j'],
  },
  {
    code: 'join_unmatched',
    what: 'a join for two of three branches',
    nodes: { ...fork, c: 'step', k: 'join' },
    edges: ['s>p', 'p>a', 'p>b', 'p>c', 'a>j', 'b>j', 'j>k', 'c>k', 'k>e'],
    at: ['j', 'k'],
  },
  {
    code: 'branch_crossed',
    what: 'branches that meet without a join',
    nodes: { ...fork, j: 'step' },
    edges: forked,
    at: ['e5'],
  },
  {
    code: 'branch_crossed',
    what: 'a return out of a branch',
    nodes: { ...fork, x: 'step', b: 'decision' },
    edges: ['s>x', 'x>p', 'p>a', 'p>b', 'a>j', 'b>j 是', 'x<b 否', 'j>e'],
    at: ['e7'],
  },
  {
    code: 'branch_crossed',
    what: 'a return from a split',
    nodes: { ...fork, x: 'step' },
    edges: ['s>x', 'x>p', 'p>a', 'p>b', 'x<p', 'a>j', 'b>j', 'j>e'],
    at: ['e5'],
  },
  {
    code: 'branch_crossed',
    what: 'a return to a join',
    nodes: { ...fork, d: 'decision' },
    edges: [...forked.slice(0, 5), 'j>d', 'd>e 是', 'j<d 否'],
    at: ['e8'],
  },
  {
    code: 'branch_unjoined',
    what: 'branches that end by themselves',
    nodes: { s: 'start', p: 'split', a: 'end', b: 'end' },
    edges: ['s>p', 'p>a', 'p>b'],
    at: ['a', 'b'],
  },
];

/** Those that have a test of their own: below, or beside the rules that find them. */
const ELSEWHERE: readonly FlowProblemCode[] = [
  'end_missing',
  'exemption_needless',
  'id_repeated',
  'limits_unclear',
  'path_over_promised',
  'path_over_statutory',
  'promised_over_statutory',
  'remedies_missing',
  'required_step_bypassed',
  'required_step_missing',
  'step_exempt',
];

describe('checkFlow()', () => {
  test('has a smallest flow for every problem', () => {
    expect(new Set([...CASES.map(({ code }) => code), ...ELSEWHERE])).toEqual(new Set(Object.keys(FLOW_PROBLEMS)));
  });

  test.each(CASES)('finds $code: $what', ({ code, nodes, edges, at }) => {
    const problems = checkFlow(sampleFlow(nodes, edges), NO_POWER);
    expect(found(problems)).toEqual(at.map((place) => [code, place]));
    expect(problems.every(({ severity }) => severity === FLOW_PROBLEMS[code])).toBe(true);
  });

  test('finds that there is no end, and the loop that goes on instead', () => {
    expect(found(checkFlow(sampleFlow({ s: 'start', a: 'step' }, ['s>a', 'a<a']), NO_POWER))).toEqual([
      ['end_missing', null],
      ['loop_endless', 'e2'],
    ]);
  });

  test('finds ids that are used twice', () => {
    const { nodes, edges, ...flow } = sampleFlow(line, ['s>a', 'a>b', 'b>e']);
    const twice = {
      ...flow,
      nodes: [...nodes, ...nodes.slice(1, 2)],
      edges: edges.map((edge) => ({ ...edge, id: 'same' })),
    };
    expect(found(checkFlow(twice, NO_POWER))).toEqual([
      ['id_repeated', 'a'],
      ['id_repeated', 'same'],
      ['id_repeated', 'same'],
    ]);
  });

  test.each([
    { what: 'a line', nodes: line, edges: ['s>a', 'a>b', 'b>e'] },
    { what: 'branches that run at once', nodes: fork, edges: forked },
    {
      what: 'a decision inside a branch, one exit of which leads to the join',
      nodes: { ...fork, a: 'decision', c: 'step' },
      edges: ['s>p', 'p>a', 'p>b', 'a>c 需要核查', 'a>j 不需要', 'c>j', 'b>j', 'j>e'],
    },
    {
      what: 'a way out and back',
      nodes: { s: 'start', d: 'decision', a: 'step', e: 'end' },
      edges: ['s>d', 'd>e 齐全', 'd>a 不齐', 'd<a'],
    },
    {
      what: 'a return inside a branch',
      nodes: { ...fork, b: 'decision' },
      edges: ['s>p', 'p>a', 'p>b', 'a>j', 'b>j 是', 'b<b 否', 'j>e'],
    },
  ] as const)('accepts $what', ({ nodes, edges }) => {
    expect(checkFlow(sampleFlow(nodes, edges), NO_POWER)).toEqual([]);
  });

  test('says where it is and how to mend it', () => {
    const flow = sampleFlow({ s: 'start', d: { kind: 'decision', title: '材料是否齐全' }, e: 'end' }, ['s>d', 'd>e']);
    expect(checkFlow(flow, NO_POWER).map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        {
          "en": ""材料是否齐全" has only one exit. A decision or a split needs two: add the others, or make it a step.",
          "zh": "“材料是否齐全”只有一个出口。判断和并行开始至少要有两个出口：请补上其余的，或者改为步骤。",
        },
        {
          "en": "The edge "材料是否齐全" → "节点e" has no condition. Say when this way is taken, such as "documents are missing".",
          "zh": "连线“材料是否齐全”→“节点e”没有写明条件。请写明什么情况下走这一支，例如“材料不齐”。",
        },
      ]
    `);
  });

  test('finds what a licence lacks in the largest flow that may be stored, where ways are beyond counting', () => {
    const ids = Array.from({ length: MOST_NODES - 2 }, (_, at) => `d${at}`);
    const nodes = { s: 'start', ...Object.fromEntries(ids.map((id) => [id, 'decision'] as const)), e: 'end' } as const;
    const steps = ids.flatMap((id, at) => [`${id}>${ids[at + 1] ?? 'e'} 是`, `${id}>${ids[at + 2] ?? 'e'} 否`]);
    const flow = sampleFlow(nodes, [`s>${ids[0]}`, ...steps].slice(0, MOST_EDGES));
    expect(checkFlow(flow, { kind: 'license', promised: working(1), statutory: working(2) }).length).toBe(5);
  });
});
