import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFlow, damagedFlow, soundFlow } from '../../../tests/support/random-flows.ts';
import { checkFlow, isPublishableFlow, type FlowPower } from './check-flow.ts';
import { flowSchema, LIMIT_UNITS, type Flow } from './model.ts';
import { orderedText } from './ordered-text.ts';
import { POWER_KINDS, type PowerKind } from './power-kinds.ts';
import { FLOW_PROBLEMS } from './problem.ts';

const NO_POWER: FlowPower = { kind: null, promised: null, statutory: null };
const limit = fc.record({
  amount: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom(...(Object.keys(LIMIT_UNITS) as (keyof typeof LIMIT_UNITS)[])),
});
const power: fc.Arbitrary<FlowPower> = fc.record({
  kind: fc.option(fc.constantFrom(...(Object.keys(POWER_KINDS) as PowerKind[]))),
  promised: fc.option(limit),
  statutory: fc.option(limit),
});

describe('of 10,000 random flows', () => {
  test('each is checked and read, and what is accepted has every node once and names every edge', () => {
    let accepted = 0;
    const some = fc.oneof(anyFlow, damagedFlow, damagedFlow, soundFlow);
    fc.assert(
      fc.property(some, power, (flow, against) => {
        flowSchema.parse(flow);
        const known = checkFlow(flow, against).every(({ code, message: { zh, en } }) => {
          return Object.hasOwn(FLOW_PROBLEMS, code) && !/undefined|null|NaN|Infinity/.test(zh + en);
        });
        expect(known).toBe(true);
        orderedText(flow);
        if (!isPublishableFlow(checkFlow(flow, NO_POWER))) return;
        accepted += 1;
        expectWhole(flow);
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(2000);
  });

  test('those that are made right are accepted without a word', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        expect(checkFlow(flow, NO_POWER)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is accepted comes to an end whatever is decided, with nothing left waiting', () => {
    const some = fc.oneof(damagedFlow, soundFlow, anyFlow);
    const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, choices, (flow, chosen) => {
        if (isPublishableFlow(checkFlow(flow, NO_POWER))) expect(runThrough(flow, chosen)).toEqual('ended');
      }),
      { numRuns: 3000 },
    );
  });

  test('no case comes to a penalty without notice unless that was said', () => {
    const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
    let decided = 0;
    fc.assert(
      fc.property(soundFlow, choices, (flow, chosen) => {
        const codes = checkFlow(flow, { ...NO_POWER, kind: 'penalty' }).map(({ code }) => code);
        if (codes.includes('required_step_bypassed')) return;
        if (!flow.nodes.some(({ roles }) => roles.includes('notice'))) return;
        const roles = new Map(flow.nodes.map((node) => [node.id, node.roles]));
        const passed = new Set<string>();
        runThrough(flow, chosen, (id) => {
          const own = roles.get(id) ?? [];
          if (own.includes('decision')) {
            decided += 1;
            expect(passed).toContain('notice');
          }
          for (const role of own) passed.add(role);
        });
      }),
      { numRuns: 3000 },
    );
    expect(decided).toBeGreaterThan(50);
  });

  test('the order does not depend on how nodes are stored', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        const turned = { ...flow, nodes: flow.nodes.toReversed() };
        expect(orderedText(turned).map(({ node }) => node.id)).toEqual(orderedText(flow).map(({ node }) => node.id));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every node once, from the start on, each edge named once and led to the right entry, on to a later one or back. */
function expectWhole(flow: Flow): void {
  const steps = orderedText(flow);
  const numbers = new Map(steps.map(({ node, number }) => [node.id, number]));
  expect(steps.map(({ node }) => node.id).sort()).toEqual(flow.nodes.map(({ id }) => id).sort());
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, at) => at + 1));
  expect(steps[0]?.node.kind).toBe('start');
  const exits = new Map(
    steps.flatMap((step) => step.exits.map((exit) => [exit.edgeId, { ...exit, from: step.number }])),
  );
  expect(exits.size).toBe(flow.edges.length);
  for (const edge of flow.edges) {
    const exit = exits.get(edge.id);
    expect([exit?.from, exit?.to]).toEqual([numbers.get(edge.from), numbers.get(edge.to)]);
    expect(exit?.sentence.zh).toContain(`第 ${numbers.get(edge.to)} 步`);
    if (exit !== undefined) expect(exit.kind === 'return' ? exit.to <= exit.from : exit.to > exit.from).toBe(true);
  }
}

function distancesToEnd({ nodes, edges }: Flow): Map<string, number> {
  const distances = new Map(nodes.filter(({ kind }) => kind === 'end').map(({ id }) => [id, 0]));
  for (const [id, distance] of distances)
    for (const { from, to } of edges) if (to === id && !distances.has(from)) distances.set(from, distance + 1);
  return distances;
}

interface Token {
  readonly at: string;
  /** The splits that it came through and has not left, and by which exit. */
  readonly through: readonly { readonly split: object; readonly exit: string }[];
}

/** Runs one case through a flow, as its readers would, and says where it got stuck. */
function runThrough(flow: Flow, chosen: readonly number[], visit: (id: string) => void = () => undefined): string {
  const kinds = new Map(flow.nodes.map(({ id, kind }) => [id, kind]));
  const exitsOf = (id: string) => flow.edges.filter(({ from }) => from === id);
  let tokens: Token[] = flow.nodes.filter(({ kind }) => kind === 'start').map(({ id }) => ({ at: id, through: [] }));
  const waiting = new Map<object, Token[]>();
  const distances = distancesToEnd(flow);
  const farFromEnd = (id: string) => distances.get(id) ?? Infinity;
  for (let turn = 0; turn < 5000; turn += 1) {
    const [token, ...rest] = tokens;
    if (token === undefined) return 'waits for ever';
    visit(token.at);
    const exits = exitsOf(token.at);
    const kind = kinds.get(token.at);
    tokens = rest;
    if (kind === 'end') return rest.length + waiting.size + token.through.length === 0 ? 'ended' : 'ended too early';
    if (kind === 'split') {
      const split = { exits: exits.length };
      tokens.push(...exits.map(({ id, to }) => ({ at: to, through: [...token.through, { split, exit: id }] })));
    } else if (kind === 'join') {
      const last = token.through.at(-1);
      if (last === undefined) return 'joins nothing';
      const arrived = [...(waiting.get(last.split) ?? []), token];
      waiting.set(last.split, arrived);
      if (arrived.some(({ at }) => at !== token.at)) return 'comes to two joins';
      if (arrived.length < (last.split as { exits: number }).exits) continue;
      waiting.delete(last.split);
      tokens.push(...exits.map(({ to }) => ({ at: to, through: token.through.slice(0, -1) })));
    } else {
      // Whoever decides does not send the case back for ever: at last the shortest way is taken.
      const last = [...exits].sort((a, b) => farFromEnd(a.to) - farFromEnd(b.to))[0];
      const next = chosen[turn];
      const edge = next === undefined ? last : exits[next % exits.length];
      if (edge === undefined) return `stands still at a ${kind}`;
      tokens.push({ at: edge.to, through: token.through });
    }
  }
  return 'goes round for ever';
}
