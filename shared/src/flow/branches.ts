import type { FlowGraph } from './graph.ts';
import type { FlowEdge, FlowNode } from './model.ts';
import { problemAtEdge, problemAtNode, quoted, quotedEdge, type FlowProblem } from './problem.ts';

/** One of the ways that a split opens, inside of another or not. */
export interface Branch {
  readonly split: FlowNode;
  readonly within: Branch | null;
}

export interface Branches {
  /** The branch that an edge runs in; null outside of all, undefined where no way leads from the start. */
  readonly along: ReadonlyMap<FlowEdge, Branch | null>;
  readonly problems: readonly FlowProblem[];
}

/**
 * Which branch each edge runs in, found in one walk. Splits and joins match when a join is come to by every branch of one
 * split and by nothing else, when ways of different branches meet nowhere else, and when no end and no return leaves a
 * branch. Then nothing waits for ever, and nothing is done twice at once. Several ways of one branch may come to the join:
 * one of them is taken, and the join waits for branches and not for edges.
 */
export function branchesOf(graph: FlowGraph): Branches {
  const along = new Map<FlowEdge, Branch | null>();
  const at = new Map<string, Branch | null>();
  const problems: FlowProblem[] = [];
  for (const node of graph.order.filter(({ id }) => graph.reached.has(id))) {
    const entries = (graph.onwardEntries.get(node.id) ?? []).filter((edge) => along.has(edge));
    const arriving = entries.map((edge) => along.get(edge) ?? null);
    const shared = arriving.reduce(common, arriving[0] ?? null);
    const isMatched = node.kind === 'join' && closesSplit(arriving, graph);
    const branch = isMatched ? (arriving[0]?.within ?? null) : shared;
    at.set(node.id, branch);
    for (const edge of graph.onwardExits.get(node.id) ?? [])
      along.set(edge, node.kind === 'split' ? { split: node, within: branch } : branch);

    if (node.kind === 'join' && !isMatched) problems.push(unmatched(node));
    if (node.kind !== 'join')
      problems.push(
        ...entries.filter((_, index) => arriving[index] !== arriving[0]).map((edge) => crossed(edge, graph)),
      );
    if (node.kind === 'end' && branch !== null) problems.push(unjoined(node, branch));
  }
  return { along, problems: [...problems, ...returnsOutOf(at, graph)] };
}

function closesSplit(arriving: readonly (Branch | null)[], { onwardExits }: FlowGraph): boolean {
  const split = arriving[0]?.split;
  if (split === undefined || arriving.some((branch) => branch?.split !== split)) return false;
  return new Set(arriving).size === onwardExits.get(split.id)?.length;
}

/** The innermost branch that two have in common. */
function common(one: Branch | null, other: Branch | null): Branch | null {
  const around = new Set<Branch | null>();
  for (let branch = one; branch !== null; branch = branch.within) around.add(branch);
  let branch = other;
  while (branch !== null && !around.has(branch)) branch = branch.within;
  return branch;
}

function returnsOutOf(at: ReadonlyMap<string, Branch | null>, { edges, nodes, ...graph }: FlowGraph): FlowProblem[] {
  return edges
    .filter(({ isReturn, from, to }) => isReturn && at.has(from) && at.has(to))
    .filter(({ from, to }) => {
      const isParted = nodes.get(from)?.kind === 'split' || nodes.get(to)?.kind === 'join';
      return isParted || at.get(from) !== at.get(to);
    })
    .map((edge) => crossed(edge, { edges, nodes, ...graph }));
}

function crossed(edge: FlowEdge, { nodes }: FlowGraph): FlowProblem {
  return problemAtEdge('branch_crossed', edge, {
    zh: `连线${quotedEdge(edge, nodes).zh}从并行的一支通到了另一支或者外面。各支请先到“并行汇合”再往下走；退回只能退到同一支里的节点。`,
    en: `The edge ${quotedEdge(edge, nodes).en} leads from a parallel branch into another or outside. Lead all branches to a join first; a return stays in its branch.`,
  });
}

function unmatched(node: FlowNode): FlowProblem {
  return problemAtNode('join_unmatched', node, {
    zh: `${quoted(node).zh}没有接齐同一个并行开始的全部分支。请把那里分出的每一支都连到这里，其余的不要连过来。`,
    en: `${quoted(node).en} does not join all branches of one split. Lead every branch of that split to it, and nothing else.`,
  });
}

function unjoined(node: FlowNode, { split }: Branch): FlowProblem {
  return problemAtNode('branch_unjoined', node, {
    zh: `从${quoted(split).zh}分出的一支没有汇合就到了${quoted(node).zh}。请把它和其余各支连到同一个“并行汇合”，再到结束。`,
    en: `A branch of ${quoted(split).en} comes to ${quoted(node).en} without a join. Lead it and the others to one join, and then to the end.`,
  });
}
