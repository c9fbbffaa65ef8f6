import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFlow } from '../../../tests/support/random-flows.ts';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { checkFlow, isPublishableFlow, type FlowPower } from './check-flow.ts';
import type { Exemption, FlowNode, StepRole } from './model.ts';
import type { PowerKind } from './power-kinds.ts';
import type { FlowProblem } from './problem.ts';

const NO_POWER: FlowPower = { kind: null, promised: null, statutory: null };
const found = (problems: readonly FlowProblem[]) => problems.map((one) => [one.code, one.nodeId ?? one.edgeId]);
const line = { s: 'start', a: 'step', b: 'step', e: 'end' } as const;

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
    r: { ...withRole('rejection'), kind: 'end' },
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
        "en": "A way comes to "节点p" (from "是否当场处罚") without "Notice of facts, reasons, basis and rights". 行政处罚法（2021年修订）第四十四条 demands it first: add it to that way. Where the law leaves it out, say so with the basis among the exempt steps.",
        "zh": "有一条路线没有经过“告知”就到了“节点p”（从“是否当场处罚”过来）。行政处罚法（2021年修订）第四十四条要求先经过这一环节，请把它加到这条路线上。法律规定可以不经这一环节的，请在“依法不经的环节”中写明依据。",
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

  const exempt = (role: StepRole, basis = '行政强制法第三十条'): Exemption => ({ role, basis });
  const problemsOf = (flow: ReturnType<typeof sampleFlow>, kind: PowerKind, ...exemptions: Exemption[]) =>
    checkFlow({ ...flow, exemptions }, against(kind));
  /** 冻结存款: of Art. 18 only items 1, 2, 3 and 7 are asked for (行政强制法 Art. 30). */
  const freezing = sampleFlow({ s: 'start', r: 'step', f: withRole('decision', remedies), e: 'end' }, [
    's>r',
    'r>f',
    'f>e',
  ]);

  test('may be left out where the flow names the law that allows it, for the reviewer to look through', () => {
    expect(isPublishableFlow(problemsOf(freezing, 'coercion'))).toBe(false);
    const problems = problemsOf(freezing, 'coercion', exempt('notice'), exempt('defence'));
    expect(found(problems)).toEqual([
      ['step_exempt', null],
      ['step_exempt', null],
    ]);
    expect(isPublishableFlow(problems)).toBe(true);
    expect(problems[0]?.message).toMatchInlineSnapshot(`
      {
        "en": "The flow leaves out "Notice of facts, reasons, basis and rights", on the basis of 行政强制法第三十条. The reviewer has to check that it applies.",
        "zh": "流程依法不经“告知”环节，依据：行政强制法第三十条。请审核人核对这一依据是否适用。",
      }
    `);
  });

  test('of which one of two has to be there may be left out where both are exempt', () => {
    const { h: _left, ...nodes } = penalty;
    const flow = sampleFlow(
      nodes,
      penalised.filter((edge) => !edge.includes('h')),
    );
    const codes = (...exemptions: Exemption[]) => problemsOf(flow, 'penalty', ...exemptions).map(({ code }) => code);
    expect(codes(exempt('defence'))).toContain('required_step_missing');
    expect(codes(exempt('defence'), exempt('hearing'))).not.toContain('required_step_missing');
  });

  test('may be passed by on a way for which the law leaves them out', () => {
    const flow = sampleFlow({ ...penalty, x: { kind: 'decision', title: '是否当场作出' } }, [
      's>x',
      'x>n 否',
      'x>p 是',
      ...penalised.slice(1),
    ]);
    expect(found(problemsOf(flow, 'penalty'))).toEqual([['required_step_bypassed', 'p']]);
    expect(found(problemsOf(flow, 'penalty', exempt('notice')))).toEqual([['step_exempt', null]]);
  });

  test('are not exempt where the flow has them, or where nothing demands them', () => {
    const done = sampleFlow(penalty, penalised);
    const needless = (kind: PowerKind, role: StepRole) => found(problemsOf(done, kind, exempt(role)));
    expect(needless('penalty', 'notice')).toEqual([['exemption_needless', null]]);
    expect(needless('penalty', 'hearing')).toEqual([['exemption_needless', null]]);
    expect(needless('penalty', 'filing')).toEqual([['exemption_needless', null]]);
    expect(needless('levy', 'notice')).toEqual([['exemption_needless', null]]);
    expect(checkFlow({ ...done, exemptions: [exempt('notice')] }, NO_POWER)).toEqual([]);
  });

  test('take no remedies with them when they are exempt', () => {
    const silent = sampleFlow({ s: 'start', f: withRole('decision'), e: 'end' }, ['s>f', 'f>e']);
    const all = [exempt('notice'), exempt('defence'), exempt('decision')];
    expect(found(problemsOf(silent, 'coercion', ...all))).toContainEqual(['remedies_missing', 'f']);
    const undecided = sampleFlow({ s: 'start', f: 'step', e: 'end' }, ['s>f', 'f>e']);
    expect(found(problemsOf(undecided, 'coercion', ...all))).toContainEqual(['remedies_missing', null]);
    const told = sampleFlow({ s: 'start', f: { kind: 'step', ...remedies }, e: 'end' }, ['s>f', 'f>e']);
    expect(isPublishableFlow(problemsOf(told, 'coercion', ...all))).toBe(true);
  });

  test('each exemption is told once, and no error but of steps is excused', () => {
    fc.assert(
      fc.property(anyFlow, fc.constantFrom('license', 'penalty', 'coercion', 'levy'), (flow, kind) => {
        const codes = (each: typeof flow) => checkFlow(each, against(kind)).map(({ code }) => code);
        const excusable = ['required_step_missing', 'required_step_bypassed', 'remedies_missing'];
        const told = codes(flow).filter((code) => code === 'step_exempt' || code === 'exemption_needless');
        expect(told.length).toBe(flow.exemptions.length);
        const others = (all: string[]) => all.filter((code) => ![...excusable, ...told].includes(code));
        expect(others(codes(flow))).toEqual(others(codes({ ...flow, exemptions: [] })));
      }),
      { numRuns: 500 },
    );
  });
});
