import { branchesOf } from './branches.ts';
import { exitProblems } from './exits.ts';
import { graphOf } from './graph.ts';
import type { Flow } from './model.ts';
import type { PowerKind } from './power-kinds.ts';
import type { FlowProblem } from './problem.ts';
import { stepProblems } from './required-steps.ts';
import { shapeProblems } from './shape.ts';
import { STEP_RULES } from './step-rules.ts';
import { limitProblems, type FlowLimits } from './time-limits.ts';
import { wayProblems } from './ways.ts';

/** What a flow is held against: the power that it belongs to. */
export interface FlowPower extends FlowLimits {
  /** Null for a flow that exercises no power, as those of an office's own affairs. */
  readonly kind: PowerKind | null;
}

/**
 * Everything that is wrong with a flow, in the order in which it is best mended; a flow without errors may be published,
 * laid out and read. Never throws for a flow that has the shape of its schema. The law's steps are demanded of the flow for
 * the public; one for staff may show a part of the procedure, so there they are warnings.
 */
export function checkFlow(flow: Flow, power: FlowPower): FlowProblem[] {
  const graph = graphOf(flow);
  const branches = branchesOf(graph);
  const steps =
    power.kind === null ? [] : stepProblems({ graph, branches, exemptions: flow.exemptions }, STEP_RULES[power.kind]);
  return [
    ...shapeProblems(flow, graph),
    ...exitProblems(graph),
    ...wayProblems(graph),
    ...branches.problems,
    ...limitProblems(graph, power),
    ...(flow.scope === 'external' ? steps : steps.map((problem) => ({ ...problem, severity: 'warning' as const }))),
  ];
}

/** Whether a flow may be published. */
export function isPublishableFlow(problems: readonly FlowProblem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}
