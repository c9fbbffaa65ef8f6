import { graphOf, meetingWays, type Flow, type FlowEdge, type FlowNode } from 'disclosure-contract/flow';

/** What a flow has and what is drawn of it in BPMN: its nodes, and gateways where ways meet before a split or a join. */
export interface Drawn {
  readonly shapes: readonly DrawnShape[];
  readonly ways: readonly DrawnWay[];
  /** By name, in the order in which they are come to; the empty name is that of nodes for which nobody is named. */
  readonly lanes: readonly string[];
  /** Edges that hang loose: BPMN cannot draw them. */
  readonly loose: readonly { readonly edge: FlowEdge; readonly at: number }[];
}

export interface DrawnShape {
  readonly elementId: string;
  /** Null: a gateway at which ways meet. */
  readonly node: FlowNode | null;
  readonly lane: string;
}

export interface DrawnWay {
  readonly elementId: string;
  /** Null: it leads on from where ways meet. */
  readonly edge: FlowEdge | null;
  readonly from: string;
  readonly to: string;
}

export function drawnOf(flow: Flow): Drawn {
  const ids = new ElementIds();
  const graph = graphOf(flow);
  const lanes = lanesOf(flow);
  const own = flow.nodes.map((node) => ({ elementId: ids.of(node.id), node, lane: lanes.get(node) ?? '' }));
  const shapeOf = new Map(own.toReversed().map((shape) => [shape.node.id, shape]));
  const meetings = meetingWays(flow).flatMap(({ at, edges }) => {
    const target = shapeOf.get(at);
    return target === undefined ? [] : [{ elementId: ids.of(`Merge_${at}`), edges: new Set(edges), target }];
  });
  const drawn = new Set(graph.edges);
  const ways = flow.edges
    .filter((edge) => drawn.has(edge))
    .map((edge) => ({
      elementId: ids.of(edge.id),
      edge,
      from: shapeOf.get(edge.from)?.elementId ?? '',
      to: (meetings.find(({ edges }) => edges.has(edge)) ?? shapeOf.get(edge.to))?.elementId ?? '',
    }));
  const onwards = meetings.map(({ elementId, target }) => ({
    elementId: ids.of(`Way_${elementId}`),
    edge: null,
    from: elementId,
    to: target.elementId,
  }));
  const shapes = [...own, ...meetings.map(({ elementId, target: { lane } }) => ({ elementId, node: null, lane }))];
  return {
    shapes,
    ways: [...ways, ...onwards],
    lanes: [...new Set(graph.order.flatMap((node) => lanes.get(node) ?? []).concat(own.map(({ lane }) => lane)))],
    loose: flow.edges.flatMap((edge, at) => (drawn.has(edge) ? [] : [{ edge, at }])),
  };
}

/** What needs nobody stands where the node before or after it does. */
const NEEDS_NOBODY: readonly FlowNode['kind'][] = ['start', 'end', 'split', 'join'];

export const needsNobody = ({ kind }: Pick<FlowNode, 'kind'>) => NEEDS_NOBODY.includes(kind);

function lanesOf(flow: Flow): ReadonlyMap<FlowNode, string> {
  const { order, entries, exits, nodes } = graphOf(flow);
  const lanes = new Map<FlowNode, string>();
  const laneAt = (id: string | undefined) => {
    const node = id === undefined ? undefined : nodes.get(id);
    return node && lanes.get(node);
  };
  for (const node of flow.nodes)
    if (node.actor !== null || !needsNobody(node)) lanes.set(node, node.actor?.section ?? '');
  for (const node of order)
    if (!lanes.has(node)) {
      const before = (entries.get(node.id) ?? []).map(({ from }) => laneAt(from));
      const after = (exits.get(node.id) ?? []).map(({ to }) => laneAt(to));
      lanes.set(node, [...before, ...after].find((lane) => lane !== undefined) ?? '');
    }
  return lanes;
}

/** Ids of the frame around nodes and edges, and of what is drawn of them. */
const RESERVED = /^Lane_\d+$|_flow$|_di$/;

/** Ids of elements are unique in a document, whatever bears them. */
class ElementIds {
  private readonly given = new Set<string>();

  of(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.given.has(id) || RESERVED.test(id); count += 1) id = `${wanted}_${count}`;
    this.given.add(id);
    return id;
  }
}
