import {
  flowEdgeSchema,
  flowNodeSchema,
  MOST_EDGES,
  MOST_NODES,
  type Flow,
  type FlowEdge,
  type FlowNode,
  type NodeKind,
} from 'disclosure-contract/flow';

/** Ids that no flow has yet: of nodes and edges that were deleted none comes back, so that versions can be compared. */
export type NewId = (prefix: 'n' | 'e') => string;

export type NodeChanges = Partial<Omit<FlowNode, 'id'>>;
export type EdgeChanges = Partial<Omit<FlowEdge, 'id'>>;

/** A flow after an edit, and what the edit made. */
export interface Made {
  readonly flow: Flow;
  /** Null where the flow is full, or the edit is none. */
  readonly id: string | null;
}

/** A flow to begin with: somebody who draws has something to go on from. */
export function emptyFlow(newId: NewId): Flow {
  return { version: 1, scope: 'external', nodes: [nodeOf(newId('n'), 'start')], edges: [], exemptions: [] };
}

export function nodeOf(id: string, kind: NodeKind): FlowNode {
  return flowNodeSchema.parse({ id, kind });
}

function edgeOf(id: string, from: string, to: string, changes: EdgeChanges = {}): FlowEdge {
  return { ...flowEdgeSchema.parse({ id, from, to }), ...changes };
}

/** Kinds of which several exits are meant: what is added after them is one more exit. */
const PARTING: readonly NodeKind[] = ['decision', 'split'];

export function exitsOf({ edges }: Flow, id: string): FlowEdge[] {
  return edges.filter(({ from }) => from === id);
}

export function entriesOf({ edges }: Flow, id: string): FlowEdge[] {
  return edges.filter(({ to }) => to === id);
}

export function hasRoom({ nodes, edges }: Flow, more = 1): boolean {
  return nodes.length + more <= MOST_NODES && edges.length + more <= MOST_EDGES;
}

/** A node that nothing leads to yet. */
export function withNode(flow: Flow, kind: NodeKind, newId: NewId): Made {
  if (!hasRoom(flow)) return { flow, id: null };
  const node = nodeOf(newId('n'), kind);
  return { flow: { ...flow, nodes: [...flow.nodes, node] }, id: node.id };
}

/**
 * A node after another. It takes over the way on; after a decision or a split it is one more exit, and an end takes over
 * nothing. After an end nothing follows.
 */
export function withNodeAfter(flow: Flow, after: string, kind: NodeKind, newId: NewId): Made {
  const before = flow.nodes.find(({ id }) => id === after);
  if (before === undefined || before.kind === 'end' || !hasRoom(flow)) return { flow, id: null };
  const node = nodeOf(newId('n'), kind);
  const takesOver = !PARTING.includes(before.kind) && kind !== 'end';
  const edges = takesOver
    ? flow.edges.map((edge) => (edge.from === after ? { ...edge, from: node.id } : edge))
    : flow.edges;
  const at = flow.nodes.indexOf(before) + 1;
  return {
    flow: {
      ...flow,
      nodes: flow.nodes.toSpliced(at, 0, node),
      edges: [...edges, edgeOf(newId('e'), after, node.id)],
    },
    id: node.id,
  };
}

/** A node between the two that an edge connects; the condition stays where the way parts, a return where it arrives. */
export function withNodeOnEdge(flow: Flow, edgeId: string, kind: NodeKind, newId: NewId): Made {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  if (edge === undefined || !hasRoom(flow)) return { flow, id: null };
  const node = nodeOf(newId('n'), kind);
  const at = flow.nodes.findIndex(({ id }) => id === edge.from) + 1;
  const onward = edgeOf(newId('e'), node.id, edge.to, { isReturn: edge.isReturn });
  return {
    flow: {
      ...flow,
      nodes: flow.nodes.toSpliced(at, 0, node),
      edges: [...replaced(flow.edges, edgeId, { to: node.id, isReturn: false }), onward],
    },
    id: node.id,
  };
}

export function withNodeChanged(flow: Flow, id: string, changes: NodeChanges): Flow {
  return { ...flow, nodes: replaced(flow.nodes, id, changes) };
}

/** With an edge changed; where it now leads elsewhere, it is a return if it leads back. */
export function withEdgeChanged(flow: Flow, id: string, changes: EdgeChanges): Flow {
  const edge = flow.edges.find((each) => each.id === id);
  if (edge === undefined) return flow;
  const led = { from: edge.from, to: edge.to, ...changes };
  const isLedElsewhere = led.from !== edge.from || led.to !== edge.to;
  if (isLedElsewhere && connectionRefusal(flow, led.from, led.to) !== null) return flow;
  const others = { ...flow, edges: flow.edges.filter((each) => each !== edge) };
  const isReturn = isLedElsewhere ? leadsOn(others, led.to, led.from) : edge.isReturn;
  return { ...flow, edges: replaced(flow.edges, id, { isReturn, ...changes }) };
}

export type ConnectionRefusal = 'node_missing' | 'into_start' | 'out_of_end' | 'connected' | 'full';

/** Why two nodes cannot be connected; null where they can. */
export function connectionRefusal(flow: Flow, from: string, to: string): ConnectionRefusal | null {
  const [source, target] = [from, to].map((id) => flow.nodes.find((node) => node.id === id));
  if (source === undefined || target === undefined) return 'node_missing';
  if (target.kind === 'start') return 'into_start';
  if (source.kind === 'end') return 'out_of_end';
  if (flow.edges.some((edge) => edge.from === from && edge.to === to)) return 'connected';
  return flow.edges.length < MOST_EDGES ? null : 'full';
}

/** With two nodes connected. An edge to what was passed before is marked as a return. */
export function withConnection(flow: Flow, from: string, to: string, newId: NewId): Made {
  if (connectionRefusal(flow, from, to) !== null) return { flow, id: null };
  const edge = edgeOf(newId('e'), from, to, { isReturn: leadsOn(flow, to, from) });
  return { flow: { ...flow, edges: [...flow.edges, edge] }, id: edge.id };
}

/** Whether a way leads from one node on to another; from a node to itself it does. */
export function leadsOn({ edges }: Flow, from: string, to: string): boolean {
  const found = new Set([from]);
  // A set hands out what is added to it while it is walked through.
  for (const id of found) for (const edge of edges) if (edge.from === id && !edge.isReturn) found.add(edge.to);
  return found.has(to);
}

/**
 * Without some nodes and edges. Where a node had a single way on, whatever led to it goes on along that way, so that a
 * deleted step does not break a procedure.
 */
export function without(flow: Flow, ids: ReadonlySet<string>): Flow {
  let left: Flow = { ...flow, edges: flow.edges.filter(({ id }) => !ids.has(id)) };
  for (const { id } of flow.nodes.filter((node) => ids.has(node.id))) left = withoutNode(left, id);
  return left.nodes.length === flow.nodes.length && left.edges.length === flow.edges.length ? flow : left;
}

function withoutNode(flow: Flow, id: string): Flow {
  const nodes = flow.nodes.filter((node) => node.id !== id);
  const kept = flow.edges.filter(({ from, to }) => from !== id && to !== id);
  const [exit, ...others] = exitsOf(flow, id).filter(({ to }) => to !== id);
  const entries = entriesOf(flow, id).filter(({ from }) => from !== id);
  const isOnTheWay = exit !== undefined && others.length === 0;
  const healed = isOnTheWay
    ? entries.filter(({ from }) => from !== exit.to && !kept.some((edge) => edge.from === from && edge.to === exit.to))
    : [];
  const rest = { ...flow, nodes, edges: kept };
  return {
    ...rest,
    edges: [
      ...kept,
      ...healed.map((edge) => {
        const to = exit?.to ?? edge.to;
        return { ...edge, to, isReturn: leadsOn(rest, to, edge.from) };
      }),
    ],
  };
}

/** Kinds that have one way in and one way out, and so may change places. */
const IN_LINE: readonly NodeKind[] = ['step', 'document', 'wait'];

/** The node that a node would change places with, one up (-1) or down (1); null where ways part or meet between them. */
export function neighbourInLine(flow: Flow, id: string, by: -1 | 1): FlowNode | null {
  const node = nodeWith(flow, id);
  const way = by === 1 ? onward(exitsOf(flow, id)) : onward(entriesOf(flow, id));
  const [edge, ...others] = way;
  if (node === undefined || edge === undefined || others.length > 0) return null;
  const neighbour = nodeWith(flow, by === 1 ? edge.to : edge.from);
  if (neighbour === undefined || ![node, neighbour].every(({ kind }) => IN_LINE.includes(kind))) return null;
  const between = by === 1 ? onward(entriesOf(flow, neighbour.id)) : onward(exitsOf(flow, neighbour.id));
  return between.length === 1 ? neighbour : null;
}

/** With a node moved up (-1) or down (1) its line. Returns still lead to the step that they name. */
export function withMoved(flow: Flow, id: string, by: -1 | 1): Flow {
  const other = neighbourInLine(flow, id, by)?.id;
  if (other === undefined) return flow;
  const placeOf = (end: string) => (end === id ? other : end === other ? id : end);
  const edges = flow.edges.map((edge) =>
    edge.isReturn ? edge : { ...edge, from: placeOf(edge.from), to: placeOf(edge.to) },
  );
  return { ...flow, edges };
}

function onward(edges: readonly FlowEdge[]): FlowEdge[] {
  return edges.filter(({ isReturn }) => !isReturn);
}

export function nodeWith({ nodes }: Flow, id: string): FlowNode | undefined {
  return nodes.find((node) => node.id === id);
}

function replaced<Part extends FlowNode | FlowEdge>(
  parts: readonly Part[],
  id: string,
  changes: Partial<Omit<Part, 'id'>>,
): Part[] {
  return parts.map((part) => (part.id === id ? { ...part, ...changes } : part));
}
