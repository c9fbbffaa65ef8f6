import type { Flow, FlowEdge, FlowNode } from './model.ts';

/**
 * A flow to be walked through, whatever state it is in: of nodes with one id the first counts, edges that lead nowhere are
 * left out. *Onward* is every edge that leads on; without returns, and without unmarked edges that close a loop, these
 * never form a circle.
 */
export interface FlowGraph {
  readonly start: FlowNode | null;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly edges: readonly FlowEdge[];
  /** All edges, by the node they leave and by the node they come to. */
  readonly exits: EdgesByNode;
  readonly entries: EdgesByNode;
  readonly onwardExits: EdgesByNode;
  readonly onwardEntries: EdgesByNode;
  /** Edges that close a loop and are not marked as returns. */
  readonly unmarkedReturns: ReadonlySet<FlowEdge>;
  /**
   * What is come to from the start, every node after all that lead on to it, and where ways part the longest one first;
   * then the rest.
   */
  readonly order: readonly FlowNode[];
  /** What is come to from the start by edges that lead on. */
  readonly reached: ReadonlySet<string>;
}

export type EdgesByNode = ReadonlyMap<string, readonly FlowEdge[]>;

export function graphOf(flow: Pick<Flow, 'nodes' | 'edges'>): FlowGraph {
  const nodes = new Map<string, FlowNode>();
  for (const node of flow.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const start = [...nodes.values()].find(({ kind }) => kind === 'start') ?? null;
  const edges = flow.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  const roots = start === null ? [...nodes.keys()] : [start.id, ...nodes.keys()];

  const marked = byNode(
    'from',
    edges.filter(({ isReturn }) => !isReturn),
  );
  const { closing } = depthFirst(roots, marked);
  const onward = edges.filter((edge) => !edge.isReturn && !closing.has(edge));
  const onwardExits = byNode('from', onward);
  const reached = reachable(start === null ? [] : [start.id], onwardExits, 'to');
  const { finished } = depthFirst(roots, shortestWayFirst(onwardExits, roots));
  const order = finished.reverse().flatMap((id) => nodes.get(id) ?? []);

  return {
    start,
    nodes,
    edges,
    exits: byNode('from', edges),
    entries: byNode('to', edges),
    onwardExits,
    onwardEntries: byNode('to', onward),
    unmarkedReturns: closing,
    order: [...order.filter(({ id }) => reached.has(id)), ...order.filter(({ id }) => !reached.has(id))],
    reached,
  };
}

/** What is come to from some nodes, themselves included: `to` along the edges, `from` against them. */
export function reachable(from: Iterable<string>, edges: EdgesByNode, end: 'from' | 'to'): Set<string> {
  const found = new Set(from);
  // A set hands out what is added to it while it is walked through.
  for (const id of found) for (const edge of edges.get(id) ?? []) found.add(edge[end]);
  return found;
}

function byNode(end: 'from' | 'to', edges: readonly FlowEdge[]): EdgesByNode {
  const groups = new Map<string, FlowEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group === undefined) groups.set(edge[end], [edge]);
    else group.push(edge);
  }
  return groups;
}

/** Ids in the order in which a search in depth leaves them, and the edges by which it met a node it was still in. */
function depthFirst(roots: readonly string[], exits: EdgesByNode) {
  const finished: string[] = [];
  const closing = new Set<FlowEdge>();
  const seen = new Set<string>();
  const open = new Set<string>();
  const visit = (id: string): void => {
    seen.add(id);
    open.add(id);
    for (const edge of exits.get(id) ?? []) {
      if (open.has(edge.to)) closing.add(edge);
      else if (!seen.has(edge.to)) visit(edge.to);
    }
    open.delete(id);
    finished.push(id);
  };
  for (const root of roots) if (!seen.has(root)) visit(root);
  return { finished, closing };
}

/** What is visited last is left last, and so comes first in the order: the main line is the longest way. */
function shortestWayFirst(exits: EdgesByNode, roots: readonly string[]): EdgesByNode {
  const lengths = new Map<string, number>();
  for (const id of depthFirst(roots, exits).finished) {
    const beyond = (exits.get(id) ?? []).map(({ to }) => lengths.get(to) ?? 0);
    lengths.set(id, 1 + Math.max(0, ...beyond));
  }
  const length = ({ to }: FlowEdge) => lengths.get(to) ?? 0;
  return new Map([...exits].map(([id, edges]) => [id, edges.toReversed().sort((a, b) => length(a) - length(b))]));
}
