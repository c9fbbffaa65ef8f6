import { nodeName, orderedText, type Flow, type FlowNode, type OrderedStep } from 'disclosure-contract/flow';
import type { Power } from 'disclosure-contract';
import { labelOf } from './interface-text.ts';

/** Begins the ids of a chart and its text on the page of its power, by its place among the flows. */
export function flowId(at: number): string {
  return `flow-${at + 1}`;
}

/** Where a step is told in words, on the page of its power. */
function stepAnchor(at: number, nodeId: string): string {
  return `#${flowId(at)}-text-${nodeId}`;
}

export interface LinkedStep {
  readonly name: string;
  readonly href: string;
}

/** Every step of a power's flows by its id; where several flows have one of an id, that of the first. */
export function stepsById({ flows }: Power, page = ''): Map<string, LinkedStep> {
  const steps = flows.flatMap(({ flow }, at) =>
    flow.nodes.map(
      (node) => [node.id, { name: labelOf(nodeName(node)), href: page + stepAnchor(at, node.id) }] as const,
    ),
  );
  return new Map(steps.reverse());
}

/**
 * What a visitor goes through where everything goes well: the longest way through the first flow for the public, with all
 * branches that run at once. Questions that take no time and have no place in the law are left out.
 */
export function publicSteps({ flows }: Power, page: string): (LinkedStep & Pick<OrderedStep, 'node'>)[] {
  const at = Math.max(
    0,
    flows.findIndex(({ flow }) => flow.scope === 'external'),
  );
  const flow: Flow | undefined = flows[at]?.flow;
  if (flow === undefined) return [];
  return mainWay(orderedText(flow))
    .filter(({ node }) => isTold(node))
    .map(({ node, name }) => ({ node, name: labelOf(name), href: page + stepAnchor(at, node.id) }));
}

/** Where ways part, the longest comes first in the order of the entries. */
function mainWay(steps: readonly OrderedStep[]): OrderedStep[] {
  const passed = new Set<number>();
  const walk = (number: number) => {
    const step = steps[number - 1];
    if (step === undefined || passed.has(number)) return;
    passed.add(number);
    const onward = step.exits.filter(({ kind }) => kind !== 'return').map(({ to }) => to);
    for (const next of step.node.kind === 'split' ? onward : [Math.min(...onward)]) walk(next);
  };
  walk(1);
  return steps.filter(({ number }) => passed.has(number));
}

function isTold({ kind, limit, roles }: FlowNode): boolean {
  if (kind === 'decision') return limit !== null || roles.length > 0;
  return kind === 'step' || kind === 'document' || kind === 'wait';
}
