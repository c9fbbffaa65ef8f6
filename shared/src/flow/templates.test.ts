import { describe, expect, test } from 'vitest';
import { checkFlow, type FlowPower } from './check-flow.ts';
import { POWER_KINDS, type PowerKind } from './power-kinds.ts';
import { STEP_RULES } from './step-rules.ts';
import { flowTemplate } from './templates.ts';

const kinds = Object.keys(POWER_KINDS) as PowerKind[];
const all = kinds.flatMap((kind) => flowTemplate(kind).map(({ name, flow }) => ({ kind, name, flow })));

/** What national law gives for the whole procedure: 行政许可法 Art. 42 and 82; 行政处罚法 Art. 60. */
const STATUTORY: Partial<Record<PowerKind, FlowPower['statutory']>> = {
  license: { amount: 20, unit: 'working_days' },
  penalty: { amount: 90, unit: 'calendar_days' },
};

describe('the templates', () => {
  test('are there for every kind of power, for a penalty by either procedure', () => {
    for (const kind of kinds) expect(flowTemplate(kind).length).toBeGreaterThan(0);
    expect(flowTemplate('penalty').map(({ name }) => name)).toEqual(['普通程序', '简易程序']);
  });

  test.each(all)('of $kind, $name, has no problem within the time that the law gives', ({ kind, flow }) => {
    expect(checkFlow(flow, { kind, promised: null, statutory: STATUTORY[kind] ?? null })).toEqual([]);
    expect(flow.scope).toBe('external');
  });

  test.each(all)('of $kind, $name, is complete', ({ kind, flow }) => {
    expect(flow.nodes.length).toBeGreaterThan(10);
    expect(flow.nodes.filter(({ kind, actor }) => kind === 'document' && actor === null)).toEqual([]);
    expect(flow.nodes.filter(({ title }) => title === '')).toEqual([]);
    const roles = flow.nodes.flatMap((node) => node.roles);
    expect(roles.length).toBeGreaterThan(0);
    // Whoever is refused something is told where to turn to.
    const told = flow.nodes.filter((node) => node.roles.includes('refusal'));
    for (const { rights } of told)
      expect(rights.map((right) => right.kind)).toEqual(expect.arrayContaining(['reconsideration', 'litigation']));
    if (STEP_RULES[kind] !== undefined) expect(flow.nodes.some(({ bases }) => bases.length > 0)).toBe(true);
  });

  test('a caller that alters one alters no other', () => {
    flowTemplate('license')[0]?.flow.nodes.splice(0);
    expect(flowTemplate('license')[0]?.flow.nodes.length).toBeGreaterThan(20);
  });
});
