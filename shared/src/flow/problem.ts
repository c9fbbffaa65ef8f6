import type { Label } from '../vocabulary.ts';
import { nodeName, type FlowEdge, type FlowNode } from './model.ts';

/**
 * Everything that can be wrong with a flow, and how much it weighs: an `error` keeps it from being published, a `warning`
 * asks to be looked at. Each has a page, `docs/flow/<code>.md`.
 */
export const FLOW_PROBLEMS = {
  actor_missing: 'warning',
  branch_crossed: 'error',
  branch_unjoined: 'error',
  condition_misplaced: 'warning',
  condition_missing: 'error',
  condition_repeated: 'error',
  dead_end: 'error',
  edge_loose: 'error',
  edge_misplaced: 'error',
  end_missing: 'error',
  exemption_needless: 'warning',
  exits_too_few: 'error',
  exits_too_many: 'error',
  id_repeated: 'error',
  join_unmatched: 'error',
  limits_unclear: 'warning',
  loop_endless: 'error',
  loop_unmarked: 'error',
  node_unreachable: 'error',
  path_over_promised: 'error',
  path_over_statutory: 'error',
  promised_over_statutory: 'error',
  remedies_missing: 'error',
  required_step_bypassed: 'error',
  required_step_missing: 'error',
  return_misdirected: 'error',
  start_missing: 'error',
  start_repeated: 'error',
  step_exempt: 'warning',
  title_missing: 'error',
} as const satisfies Record<string, 'error' | 'warning'>;

export type FlowProblemCode = keyof typeof FLOW_PROBLEMS;
export type FlowProblemSeverity = (typeof FLOW_PROBLEMS)[FlowProblemCode];

export interface FlowProblem {
  readonly code: FlowProblemCode;
  readonly severity: FlowProblemSeverity;
  /** Where it is mended; both null for the flow as a whole. */
  readonly nodeId: string | null;
  readonly edgeId: string | null;
  /** Where it is and how to mend it, in both languages of the interface. */
  readonly message: Label;
}

export function problemOfFlow(code: FlowProblemCode, message: Label): FlowProblem {
  return { code, severity: FLOW_PROBLEMS[code], nodeId: null, edgeId: null, message };
}

export function problemAtNode(code: FlowProblemCode, { id }: FlowNode, message: Label): FlowProblem {
  return { ...problemOfFlow(code, message), nodeId: id };
}

export function problemAtEdge(code: FlowProblemCode, { id }: FlowEdge, message: Label): FlowProblem {
  return { ...problemOfFlow(code, message), edgeId: id };
}

/** A node in a message: “受理”, "受理". */
export function quoted(node: FlowNode): Label {
  const { zh, en } = nodeName(node);
  return { zh: `“${zh}”`, en: `"${en}"` };
}

/** An edge in a message, by what it connects. What is not there is called by its id. */
export function quotedEdge(edge: FlowEdge, nodes: ReadonlyMap<string, FlowNode>): Label {
  const [from, to] = [edge.from, edge.to].map((id) => {
    const node = nodes.get(id);
    return node === undefined ? { zh: `（${id}）`, en: `(${id})` } : quoted(node);
  }) as [Label, Label];
  return { zh: `${from.zh}→${to.zh}`, en: `${from.en} → ${to.en}` };
}
