import { nodeName, orderedText, type Flow, type OrderedStep } from 'disclosure-contract/flow';
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

/** What a visitor goes through, in short: the steps of the first flow for the public, without forks and ends. */
export function publicSteps({ flows }: Power, page: string): (LinkedStep & Pick<OrderedStep, 'node'>)[] {
  const at = Math.max(
    0,
    flows.findIndex(({ flow }) => flow.scope === 'external'),
  );
  const flow: Flow | undefined = flows[at]?.flow;
  if (flow === undefined) return [];
  return orderedText(flow)
    .filter(({ node }) => ['step', 'document', 'wait', 'decision'].includes(node.kind))
    .map(({ node, name }) => ({ node, name: labelOf(name), href: page + stepAnchor(at, node.id) }));
}
