import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFlow, soundFlow } from '../../../tests/support/random-flows.ts';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { DisclosureError } from '../errors.ts';
import { flowOfJson, jsonOf } from './flow-json.ts';

const flow = sampleFlow({ s: 'start', a: 'step', e: 'end' }, ['s>a', 'a>e']);
const [, step] = flow.nodes;

function refusal(text: string): string {
  try {
    flowOfJson(text);
  } catch (error) {
    expect(error).toBeInstanceOf(DisclosureError);
    expect((error as DisclosureError).code).toBe('flow_unreadable');
    return (error as DisclosureError).message;
  }
  throw new Error('was read');
}

describe('a flow as JSON', () => {
  test('comes back as it went', () => {
    fc.assert(
      fc.property(fc.oneof(anyFlow, soundFlow), (any) => {
        expect(flowOfJson(jsonOf(any))).toEqual(any);
      }),
      { numRuns: 300 },
    );
  });

  test('may leave out what is empty, and begin with a mark of its encoding', () => {
    const short = { version: 1, scope: 'external', nodes: [{ id: 'a', kind: 'step' }], edges: [] };
    expect(flowOfJson(`\uFEFF${JSON.stringify(short)}`).nodes[0]?.materials).toEqual([]);
  });

  test('has no exemptions where it is from before there were any', () => {
    const { exemptions: _none, ...former } = flow;
    expect(flowOfJson(JSON.stringify(former)).exemptions).toEqual([]);
  });

  const withNode = (more: object) => JSON.stringify({ ...flow, nodes: [{ ...step, ...more }] });

  test.each([
    ['文件不是完整的 JSON（第 2 行第 10 个字符附近）。', '{"version": 1,\n "scope" }'],
    ['整个文件：应当是对象 { }。', '[]'],
    ['nodes：缺少这一项。', JSON.stringify({ version: 1, scope: 'external', edges: [] })],
    ['第 1 个节点，kind：只能是 start、step、decision、split、', withNode({ kind: 'task' })],
    ['第 1 个节点：不认识 colour。', withNode({ colour: 'red' })],
    [
      '第 1 个节点，limit，amount：不能小于 1。',
      withNode({ limit: { amount: 0, unit: 'working_days', countsTowardsTotal: true } }),
    ],
    ['第 1 条连线，id：编号以字母开头', JSON.stringify({ ...flow, edges: [{ ...flow.edges[0], id: 'a b' }] })],
    ['第 1 个节点，title：不能超过 60 个字。', withNode({ title: '长'.repeat(61) })],
    ['第 1 个节点，第 2 项材料：不能为空。', withNode({ materials: ['甲', ''] })],
    [
      '第 1 个依法不经的环节，basis：不能为空。',
      JSON.stringify({ ...flow, exemptions: [{ role: 'notice', basis: ' ' }] }),
    ],
    [
      'exemptions：同一个环节只能写一次。',
      JSON.stringify({ ...flow, exemptions: ['甲', '乙'].map((basis) => ({ role: 'notice', basis })) }),
    ],
  ])('says in Chinese where it is wrong: %s', (expected, text) => {
    expect(refusal(text)).toContain(expected);
  });

  test('tells the first few of many things that are wrong', () => {
    const nodes = Array.from({ length: 20 }, () => ({}));
    expect(refusal(JSON.stringify({ ...flow, nodes }))).toContain('另有 35 处');
  });
});
