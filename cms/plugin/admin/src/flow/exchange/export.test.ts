import fc from 'fast-check';
import { flowTemplate, POWER_KINDS, type Flow, type PowerKind } from 'disclosure-contract/flow';
import { describe, expect, test } from 'vitest';
import { damagedFlow, soundFlow } from '../../../../../../tests/support/random-flows.ts';
import { sampleFlow } from '../../../../../../tests/support/sample-flow.ts';
import { bpmnOf, flowOfBpmn } from '.';
import { elementAt, elementsAt, textAt, type ModdleElement } from './moddle';
import { readBpmn } from './read';

/** What a tool finds in a document: elements by id, and what is drawn of them. */
async function opened(xml: string) {
  const { definitions, warnings } = await readBpmn(xml);
  expect(warnings).toEqual([]);
  const [collaboration, process] = elementsAt(definitions, 'rootElements');
  const parts = process === undefined ? [] : elementsAt(process, 'flowElements');
  const [diagram] = elementsAt(definitions, 'diagrams');
  const plane = diagram && elementAt(diagram, 'plane');
  const lanes = process === undefined ? [] : elementsAt(process, 'laneSets').flatMap((set) => elementsAt(set, 'lanes'));
  return { collaboration, parts, lanes, drawn: plane ? elementsAt(plane, 'planeElement') : [] };
}
const drawnElements = (drawn: readonly ModdleElement[]) => drawn.map((each) => elementAt(each, 'bpmnElement'));
const count = (element: ModdleElement, end: string) => elementsAt(element, end).length;

const fork = sampleFlow(
  { s: 'start', p: 'split', d: 'decision', a: 'step', b: 'step', c: 'step', j: 'join', e: 'end' },
  ['s>p', 'p>d', 'd>a 是', 'd>b 否', 'a>j', 'b>j', 'p>c', 'c>j', 'j>e'],
);

const templates = (Object.keys(POWER_KINDS) as PowerKind[]).flatMap((kind) =>
  flowTemplate(kind).map((template) => ({ kind, ...template })),
);

describe('BPMN of a flow', () => {
  test('lets the ways of one branch meet before the join, which waits for every edge in BPMN', async () => {
    const { parts } = await opened(await bpmnOf(fork));
    const named = (id: string) => parts.find((part) => textAt(part, 'id') === id);
    const [join, merge] = [named('j'), named('Merge_j')];
    expect(join && count(join, 'incoming')).toBe(2);
    expect(merge?.$type).toBe('bpmn:ExclusiveGateway');
    expect(merge && [count(merge, 'incoming'), count(merge, 'outgoing')]).toEqual([2, 1]);
    expect((await flowOfBpmn(await bpmnOf(fork))).flow).toEqual(fork);
  });

  test('has no parallel gateway that would wait for a way that is not taken', async () => {
    await fc.assert(
      fc.asyncProperty(soundFlow, async (flow) => {
        const { parts } = await opened(await bpmnOf(flow));
        const gateways = parts.filter(({ $type }) => $type === 'bpmn:ParallelGateway');
        const [splits, joins] = [gateways.filter(isSplit), gateways.filter((each) => !isSplit(each))];
        expect(splits.every((each) => count(each, 'incoming') === 1)).toBe(true);
        // Each split is joined once, by as many edges as it has branches.
        const sizes = (all: ModdleElement[], end: string) => all.map((each) => count(each, end)).sort();
        expect(sizes(joins, 'incoming')).toEqual(sizes(splits, 'outgoing'));
      }),
      { numRuns: 40 },
    );
    function isSplit(gateway: ModdleElement) {
      return count(gateway, 'outgoing') > 1;
    }
  });

  test('draws every element once, and nothing over anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(soundFlow, damagedFlow), async (flow) => {
        const { parts, lanes, drawn } = await opened(await bpmnOf(unique(flow)));
        const elements = drawnElements(drawn);
        expect(elements).not.toContain(null);
        expect(new Set(elements).size).toBe(elements.length);
        expect([...parts, ...lanes].filter((part) => !elements.includes(part))).toEqual([]);
        const boxes = drawn.filter((each) => parts.includes(elementAt(each, 'bpmnElement') as ModdleElement));
        expectApart(boxes.flatMap((each) => elementAt(each, 'bounds') ?? []));
      }),
      { numRuns: 40 },
    );
  });

  test.each(templates)('draws no line of $kind, $name, through a box', async ({ flow }) => {
    const { drawn } = await opened(await bpmnOf(flow));
    const boxes = drawn.flatMap((each) => {
      const [element, bounds] = [elementAt(each, 'bpmnElement'), elementAt(each, 'bounds')];
      return element?.$instanceOf('bpmn:FlowNode') && bounds ? [bounds] : [];
    });
    const lines = drawn.flatMap((each) => {
      const points = each.$type === 'bpmndi:BPMNEdge' ? elementsAt(each, 'waypoint') : [];
      return points.slice(1).map((to, at) => [points[at] as ModdleElement, to] as const);
    });
    expect(lines.length).toBeGreaterThan(flow.edges.length);
    expect(lines.filter(([from, to]) => boxes.some((box) => runsThrough(from, to, box)))).toEqual([]);
  });

  test('says in words of its own what every tool can show: limits of calendar days, notes, lanes', async () => {
    const flow = flowTemplate('penalty')[0]?.flow ?? fork;
    const { parts, lanes } = await opened(await bpmnOf(flow));
    const comply = parts.find((part) => textAt(part, 'id') === 'comply');
    const [timer] = comply === undefined ? [] : elementsAt(comply, 'eventDefinitions');
    const duration = timer && elementAt(timer, 'timeDuration');
    expect(duration && textAt(duration, 'body')).toBe('P15D');
    const [documentation] = comply === undefined ? [] : elementsAt(comply, 'documentation');
    expect(documentation && textAt(documentation, 'text')).toContain('十五日内缴纳');
    expect(lanes.map((lane) => textAt(lane, 'name'))).toContain('法制审核机构');
  });
});

/** Of a line that runs up, down or across. */
function runsThrough(from: ModdleElement, to: ModdleElement, box: ModdleElement): boolean {
  const number = (element: ModdleElement, name: string) => Number(element.get(name));
  const isInside = (axis: 'x' | 'y', size: 'width' | 'height') => {
    const [low, high] = [number(from, axis), number(to, axis)].sort((a, b) => a - b) as [number, number];
    return high > number(box, axis) && low < number(box, axis) + number(box, size);
  };
  return isInside('x', 'width') && isInside('y', 'height');
}

function unique(flow: Flow): Flow {
  return { ...flow, nodes: [...new Map(flow.nodes.map((node) => [node.id, node])).values()] };
}

function expectApart(boxes: readonly ModdleElement[]): void {
  const number = (box: ModdleElement, name: string) => Number(box.get(name));
  const overlapping = boxes.filter((one, at) =>
    boxes.slice(at + 1).some((other) => {
      const apart = (start: string, size: string) =>
        number(one, start) + number(one, size) <= number(other, start) ||
        number(other, start) + number(other, size) <= number(one, start);
      return !apart('x', 'width') && !apart('y', 'height');
    }),
  );
  expect(overlapping).toEqual([]);
}
