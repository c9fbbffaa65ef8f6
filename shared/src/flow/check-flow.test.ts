import { describe, expect, test } from 'vitest';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { checkFlow, isPublishableFlow, type FlowPower } from './check-flow.ts';
import { MOST_EDGES, MOST_NODES, type FlowNode, type StepRole, type TimeLimit } from './model.ts';
import type { PowerKind } from './power-kinds.ts';
import { FLOW_PROBLEMS, type FlowProblem, type FlowProblemCode } from './problem.ts';

const NO_POWER: FlowPower = { kind: null, promised: null, statutory: null };
const working = (amount: number): TimeLimit => ({ amount, unit: 'working_days' });
const calendar = (amount: number): TimeLimit => ({ amount, unit: 'calendar_days' });
const taking = (limit: TimeLimit, countsTowardsTotal = true): Partial<FlowNode> & { kind: 'step' } => ({
  kind: 'step',
  limit: { ...limit, countsTowardsTotal },
});
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
    code: 'branch_unjoined',
    what: 'branches that end by themselves',
    nodes: { s: 'start', p: 'split', a: 'end', b: 'end' },
    edges: ['s>p', 'p>a', 'p>b'],
    at: ['a', 'b'],
  },
];

describe('checkFlow()', () => {
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

  test('is done with the largest flow that may be stored, every step a decision with a loop', () => {
    const ids = Array.from({ length: MOST_NODES - 2 }, (_, at) => `d${at}`);
    const nodes = { s: 'start', ...Object.fromEntries(ids.map((id) => [id, 'decision'] as const)), e: 'end' } as const;
    const steps = ids.flatMap((id, at) => [`${id}>${ids[at + 1] ?? 'e'} 是`, `${id}>${ids[at + 2] ?? 'e'} 否`]);
    const flow = sampleFlow(nodes, [`s>${ids[0]}`, ...steps].slice(0, MOST_EDGES));
    expect(checkFlow(flow, { kind: 'license', promised: working(1), statutory: working(2) }).length).toBe(5);
  });
});

describe('time limits', () => {
  const flowOf = (a: TimeLimit, b: TimeLimit | null = null) =>
    sampleFlow({ ...line, a: taking(a), ...(b && { b: taking(b) }) }, ['s>a', 'a>b', 'b>e']);
  const codes = (flow: ReturnType<typeof sampleFlow>, promised: TimeLimit | null, statutory: TimeLimit | null = null) =>
    checkFlow(flow, { kind: null, promised, statutory }).map(({ code }) => code);

  test.each([
    { what: 'as long as promised', a: working(5), b: working(5), promised: working(10), expected: [] },
    {
      what: 'a day longer than promised',
      a: working(5),
      b: working(6),
      promised: working(10),
      expected: ['path_over_promised'],
    },
    {
      what: 'calendar days that are fewer, whatever the calendar',
      a: working(5),
      b: calendar(5),
      promised: working(10),
      expected: [],
    },
    {
      what: 'calendar days that may be too many',
      a: working(5),
      b: calendar(7),
      promised: working(10),
      expected: ['limits_unclear'],
    },
    {
      what: 'calendar days that are too many, whatever the holidays',
      a: calendar(90),
      b: null,
      promised: working(20),
      expected: ['path_over_promised'],
    },
    {
      what: 'working days within as many calendar days',
      a: working(5),
      b: null,
      promised: calendar(5),
      expected: ['limits_unclear'],
    },
    {
      what: 'working days within so many more calendar days that holidays fit in',
      a: working(5),
      b: null,
      promised: calendar(18),
      expected: [],
    },
    {
      what: 'working days over fewer calendar days',
      a: working(11),
      b: null,
      promised: calendar(10),
      expected: ['path_over_promised'],
    },
  ])('$what', ({ a, b, promised, expected }) => {
    expect(codes(flowOf(a, b), promised)).toEqual(expected);
  });

  test('are held against the law as well', () => {
    expect(codes(flowOf(working(25)), null, working(20))).toEqual(['path_over_statutory']);
    expect(codes(flowOf(working(5)), working(25), working(20))).toEqual(['promised_over_statutory']);
    expect(codes(flowOf(working(5)), calendar(20), working(20))).toEqual([]);
    expect(codes(flowOf(working(5)), calendar(25), working(20))).toEqual(['limits_unclear']);
  });

  test('do not count where the law leaves the time out', () => {
    const flow = sampleFlow({ ...line, a: taking(working(30), false) }, ['s>a', 'a>b', 'b>e']);
    expect(codes(flow, working(10))).toEqual([]);
  });

  test('of branches count once, the longest of them', () => {
    const flow = sampleFlow({ ...fork, a: taking(working(10)), b: taking(working(3)) }, forked);
    expect(codes(flow, working(10))).toEqual([]);
    expect(codes(flow, working(9))).toEqual(['path_over_promised']);
  });

  test('name the longest way, and the step where shortening helps most', () => {
    const [problem] = checkFlow(flowOf(working(3), working(15)), {
      kind: null,
      promised: working(10),
      statutory: null,
    });
    expect(problem?.nodeId).toBe('b');
    expect(problem?.message).toMatchInlineSnapshot(`
      {
        "en": "The longest way (节点a 3 working days, 节点b 15 working days) takes 18 working days at least, more than the promised limit of 10 working days. Shorten limits on it, mark what the law leaves out, or correct the promised limit.",
        "zh": "最长的一条路线（节点a 3 个工作日、节点b 15 个工作日）至少要 18 个工作日，超过承诺时限 10 个工作日。请缩短其中的时限，把依法不计入的标为不计入，或者更正承诺时限。",
      }
    `);
  });
});

describe('the steps that the law demands', () => {
  const withRole = (role: StepRole, more: Partial<FlowNode> = {}) => ({
    kind: 'step' as const,
    roles: [role],
    ...more,
  });
  const remedies = {
    rights: [
      { kind: 'reconsideration' as const, note: '' },
      { kind: 'litigation' as const, note: '' },
    ],
  };
  const against = (kind: PowerKind): FlowPower => ({ ...NO_POWER, kind });

  const penalty = {
    s: 'start',
    n: withRole('notice'),
    d: { kind: 'decision', title: '是否陈述申辩' },
    h: withRole('defence'),
    p: withRole('decision', remedies),
    v: withRole('service'),
    e: 'end',
  } as const;
  const penalised = ['s>n', 'n>d', 'd>h 是', 'd>p 否', 'h>p', 'p>v', 'v>e'];

  const license = {
    s: 'start',
    d: { kind: 'decision', title: '是否受理' },
    r: { kind: 'end', roles: ['rejection'] },
    c: withRole('correction'),
    a: withRole('acceptance'),
    x: { kind: 'decision', title: '是否符合条件' },
    y: withRole('decision'),
    n: withRole('refusal', remedies),
    e: 'end',
  } as const;
  const licensed = [
    's>d',
    'd>r 不予受理',
    'd>c 不齐',
    'd<c',
    'd>a 齐全',
    'a>x',
    'x>y 符合',
    'x>n 不符合',
    'y>e',
    'n>e',
  ];

  test('are there in a penalty and in a licence that are done by the law', () => {
    expect(checkFlow(sampleFlow(penalty, penalised), against('penalty'))).toEqual([]);
    expect(checkFlow(sampleFlow(license, licensed), against('license'))).toEqual([]);
  });

  test.each([
    { kind: 'penalty' as const, without: 'n', missing: ['告知'] },
    { kind: 'penalty' as const, without: 'h', missing: ['陈述申辩'] },
    { kind: 'penalty' as const, without: 'v', missing: ['送达'] },
    { kind: 'license' as const, without: 'a', missing: ['受理'] },
    { kind: 'license' as const, without: 'r', missing: ['不予受理'] },
    { kind: 'license' as const, without: 'c', missing: ['一次性告知补正'] },
    { kind: 'license' as const, without: 'n', missing: ['不予决定'] },
  ])('are missed in a $kind without $missing', ({ kind, without, missing }) => {
    const [nodes, edges] = kind === 'penalty' ? [penalty, penalised] : [license, licensed];
    const flow = sampleFlow(nodes, edges);
    const lacking = { ...flow, nodes: flow.nodes.map((node) => (node.id === without ? { ...node, roles: [] } : node)) };
    const problems = checkFlow(lacking, against(kind));
    expect(problems.map(({ code }) => code)).toEqual(['required_step_missing']);
    expect(problems[0]?.message.zh).toContain(`“${missing[0]}”`);
  });

  test('are passed by when a way to the decision goes round the notice', () => {
    const nodes = { ...penalty, q: { kind: 'decision', title: '是否当场处罚' } } as const;
    const flow = sampleFlow(nodes, ['s>q', 'q>n 否', 'q>p 是', ...penalised.slice(1)]);
    const problems = checkFlow(flow, against('penalty'));
    expect(found(problems)).toEqual([['required_step_bypassed', 'p']]);
    expect(problems[0]?.message).toMatchInlineSnapshot(`
      {
        "en": "A way comes to "节点p" (from "是否当场处罚") without "Notice of facts, reasons, basis and rights". 行政处罚法（2021年修订）第四十四条 demands it first: add it to that way.",
        "zh": "有一条路线没有经过“告知”就到了“节点p”（从“是否当场处罚”过来）。行政处罚法（2021年修订）第四十四条要求先经过这一环节，请把它加到这条路线上。",
      }
    `);
  });

  test('count when they are done in a branch that the decision waits for, and not in one of its choices', () => {
    const branched = { ...penalty, f: 'split', o: 'step', j: 'join' } as const;
    const rest = ['j>d', 'd>h 是', 'd>p 否', 'h>p', 'p>v', 'v>e'];
    const all = sampleFlow(branched, ['s>f', 'f>n', 'f>o', 'n>j', 'o>j', ...rest]);
    expect(checkFlow(all, against('penalty'))).toEqual([]);
    const some = sampleFlow({ ...branched, o: 'decision', m: 'step' }, [
      's>f',
      'f>o',
      'f>m',
      'o>n 是',
      'o>j 否',
      'n>j',
      'm>j',
      ...rest,
    ]);
    expect(found(checkFlow(some, against('penalty')))).toEqual([['required_step_bypassed', 'p']]);
  });

  test('a defence after the decision is none', () => {
    const flow = sampleFlow({ ...penalty, d: 'step' }, ['s>n', 'n>d', 'd>p', 'p>h', 'h>v', 'v>e']);
    expect(found(checkFlow(flow, against('penalty')))).toEqual([['required_step_missing', null]]);
  });

  test('tell of reconsideration and litigation where a licence is refused', () => {
    const half = withRole('refusal', { rights: remedies.rights.slice(0, 1) });
    const problems = checkFlow(sampleFlow({ ...license, n: half }, licensed), against('license'));
    expect(found(problems)).toEqual([['remedies_missing', 'n']]);
    expect(problems[0]?.message.zh).toContain('提起行政诉讼');
  });

  test('only warn in a flow for staff, which may show a part of the procedure', () => {
    const flow = sampleFlow(line, ['s>a', 'a>b', 'b>e'], { scope: 'internal' });
    const problems = checkFlow(flow, against('penalty'));
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
    expect(isPublishableFlow(problems)).toBe(true);
  });

  test('are none for an inspection', () => {
    expect(checkFlow(sampleFlow(line, ['s>a', 'a>b', 'b>e']), against('inspection'))).toEqual([]);
  });
});
