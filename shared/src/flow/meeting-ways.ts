import { branchesOf } from './branches.ts';
import { graphOf } from './graph.ts';
import type { Flow, FlowEdge, FlowNode } from './model.ts';

/**
 * Edges that meet before a split or a join, and of which one is taken. A join of ours waits for branches and a split for
 * nothing; the parallel gateways of other notations wait for every edge, so there these have to meet before them.
 */
export function meetingWays(flow: Flow): readonly { readonly at: string; readonly edges: readonly FlowEdge[] }[] {
  const graph = graphOf(flow);
  const { along } = branchesOf(graph);
  const waysAt = ({ id, kind }: FlowNode) => {
    const entries = graph.entries.get(id) ?? [];
    if (kind === 'split') return [entries];
    if (kind !== 'join') return [];
    const branches = new Set(entries.map((edge) => along.get(edge)).filter((branch) => branch !== undefined));
    return [...branches].map((branch) => entries.filter((edge) => along.get(edge) === branch));
  };
  return [...graph.nodes.values()].flatMap((node) =>
    waysAt(node)
      .filter((edges) => edges.length > 1)
      .map((edges) => ({ at: node.id, edges })),
  );
}
