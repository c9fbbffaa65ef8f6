import fc from 'fast-check';
import { flowTemplate, POWER_KINDS, type Flow, type PowerKind } from 'disclosure-contract/flow';
import { describe, expect, test } from 'vitest';
import { anyFlow, damagedFlow, soundFlow } from '../../../../../../tests/support/random-flows.ts';
import { bpmnOf, flowOfBpmn } from '.';

/** Of two parts with one id the second gets another: a document cannot hold both. */
function withUniqueIds(flow: Flow): Flow {
  const unique = <Part extends { readonly id: string }>(parts: readonly Part[]) => [
    ...new Map(parts.map((part) => [part.id, part])).values(),
  ];
  return { ...flow, nodes: unique(flow.nodes), edges: unique(flow.edges) };
}

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF\uFFFD]/gu, '').trim() || '甲');
const hostile = fc.constantFrom(
  '<b>&amp;</b>',
  ']]>',
  '"\'',
  '一\n二',
  '<!DOCTYPE x>',
  '<!-- -->',
  '&#x41;',
  '💠 tab\tbed',
  '<![CDATA[x',
);
const words = fc.oneof(line, hostile);

/** A flow with words of any sort everywhere that a flow has words. */
const worded = (flows: fc.Arbitrary<Flow>) =>
  fc.tuple(flows, fc.array(words, { minLength: 12, maxLength: 12 })).map(([flow, said]): Flow => {
    const word = (at: number) => said[at % said.length] ?? '甲';
    return {
      ...flow,
      nodes: flow.nodes.map((node, at) => ({
        ...node,
        title: node.title === '' ? '' : word(at),
        actor: at % 5 === 0 ? null : { section: word(at + 1), post: at % 2 === 0 ? '' : word(at + 2) },
        materials: at % 3 === 0 ? [word(at + 3), word(at + 4)] : [],
        outputs: at % 4 === 0 ? [word(at + 5)] : [],
        bases: at % 2 === 0 ? [word(at + 6)] : [],
        rights: node.rights.map((right) => ({ ...right, note: word(at + 7) })),
        risks: at % 6 === 0 ? [{ text: word(at + 8), level: 'high' as const, post: word(at + 9) }] : [],
        note: at % 3 === 1 ? word(at + 10) : '',
      })),
      exemptions: flow.exemptions.map((exemption, at) => ({ ...exemption, basis: word(at + 11) })),
    };
  });

describe('a flow that goes to BPMN and comes back', () => {
  test('is the same, whatever it is and whatever it says', async () => {
    const flows = worded(fc.oneof(soundFlow, damagedFlow, anyFlow).map(withUniqueIds));
    await fc.assert(
      fc.asyncProperty(flows, async (flow) => {
        const { flow: back, notes } = await flowOfBpmn(await bpmnOf(flow));
        expect(back).toEqual(flow);
        expect(notes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for every template', async () => {
    for (const kind of Object.keys(POWER_KINDS) as PowerKind[])
      for (const { flow } of flowTemplate(kind)) {
        const { flow: back, notes } = await flowOfBpmn(await bpmnOf(flow));
        expect(back).toEqual(flow);
        expect(notes).toEqual([]);
      }
  });
});
