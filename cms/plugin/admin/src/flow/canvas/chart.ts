import { MarkerType, Position } from '@xyflow/react';
import {
  nodeName,
  NODE_KINDS,
  type Flow,
  type FlowNode,
  type FlowProblem,
  type FlowProblemSeverity,
} from 'disclosure-contract/flow';
import type { Label } from 'disclosure-contract';
import type { LineEdge } from './EdgeLine';
import type { Layout } from './layout';
import type { BoxNode } from './NodeBox';
import { NODE_WIDTH, nodeSize } from './node-size';
import type { Point } from './route';

/** What the drawing of a flow depends on. */
interface Drawn {
  readonly flow: Flow;
  /** Null until there is one. */
  readonly layout: Layout | null;
  /** Where somebody dragged a node, in this session. */
  readonly dragged: ReadonlyMap<string, Point>;
  readonly selection: readonly string[];
  readonly problems: readonly FlowProblem[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Where a node stands: where it was dragged or laid out, and until it is laid out below the one before it. */
export function positionsOf({ flow, layout, dragged }: Pick<Drawn, 'flow' | 'layout' | 'dragged'>): Map<string, Point> {
  const known = (id: string) => dragged.get(id) ?? layout?.positions.get(id);
  const positions = new Map<string, Point>();
  for (const [at, node] of flow.nodes.entries()) {
    const before = flow.edges.find(({ to }) => to === node.id)?.from;
    const above = before === undefined ? undefined : (known(before) ?? positions.get(before));
    const beside = above === undefined ? { x: 0, y: at * 90 } : { x: above.x + 24, y: above.y + 90 };
    positions.set(node.id, known(node.id) ?? beside);
  }
  return positions;
}

/** The nodes as they are drawn, in the order in which they are read; those that did not change are the same objects. */
export function boxesOf(
  { flow, selection, problems, numbers }: Pick<Drawn, 'flow' | 'selection' | 'problems' | 'numbers'>,
  positions: ReadonlyMap<string, Point>,
  labelOf: (label: Label) => string,
  before: readonly BoxNode[],
): BoxNode[] {
  const former = new Map(before.map((box) => [box.id, box]));
  const severities = worstBy(problems, 'nodeId');
  return [...flow.nodes]
    .sort((one, other) => (numbers.get(one.id) ?? 0) - (numbers.get(other.id) ?? 0))
    .map((node) => {
      const old = former.get(node.id);
      const number = numbers.get(node.id) ?? 0;
      const severity = severities.get(node.id) ?? null;
      const isSame = old?.data.node === node && old.data.number === number && old.data.severity === severity;
      const position = positions.get(node.id) ?? { x: 0, y: 0 };
      const selected = selection.includes(node.id);
      if (isSame && old.selected === selected && old.position.x === position.x && old.position.y === position.y)
        return old;
      return {
        ...boxOf(node, number, labelOf),
        position,
        selected,
        data: isSame ? old.data : { node, number, severity },
      };
    });
}

/** Sizes and handles are said, so that the chart is drawn without being measured first. */
function boxOf(node: FlowNode, number: number, labelOf: (label: Label) => string) {
  const size = nodeSize(node);
  const handle = { id: null, width: 1, height: 1, x: size.width / 2 - 0.5 };
  return {
    id: node.id,
    type: 'box' as const,
    ...size,
    measured: size,
    handles: [
      { ...handle, type: 'target' as const, position: Position.Top, y: 0 },
      { ...handle, type: 'source' as const, position: Position.Bottom, y: size.height - 1 },
    ],
    ariaLabel: `${number} ${labelOf(NODE_KINDS[node.kind])} ${labelOf(nodeName(node))}`,
  };
}

export function linesOf(
  { flow, layout, selection, problems }: Pick<Drawn, 'flow' | 'layout' | 'selection' | 'problems'>,
  before: readonly LineEdge[],
  onChoose: (id: string) => void,
): LineEdge[] {
  const former = new Map(before.map((line) => [line.id, line]));
  const severities = worstBy(problems, 'edgeId');
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return flow.edges
    .filter(({ from, to }) => nodes.has(from) && nodes.has(to))
    .map((edge) => {
      const route = routeOf(edge.id, nodes.get(edge.from), nodes.get(edge.to), layout);
      const { condition, isReturn } = edge;
      const data = { condition, isReturn, severity: severities.get(edge.id) ?? null, route, onChoose };
      const line: LineEdge = {
        id: edge.id,
        type: 'line',
        source: edge.from,
        target: edge.to,
        selected: selection.includes(edge.id),
        focusable: false,
        data,
        markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
      };
      const old = former.get(edge.id);
      return old !== undefined && isSameLine(old, line) ? old : line;
    });
}

function isSameLine(one: LineEdge, other: LineEdge): boolean {
  return JSON.stringify(one) === JSON.stringify(other) && one.data?.onChoose === other.data?.onChoose;
}

function routeOf(id: string, from: FlowNode | undefined, to: FlowNode | undefined, layout: Layout | null) {
  const route = layout?.routes.get(id);
  const [source, target] = [from, to].map((node) => (node === undefined ? undefined : layout?.positions.get(node.id)));
  if (route === undefined || from === undefined || source === undefined || target === undefined) return null;
  return {
    ...route,
    source: { x: source.x + NODE_WIDTH / 2, y: source.y + nodeSize(from).height },
    target: { x: target.x + NODE_WIDTH / 2, y: target.y },
  };
}

function worstBy(problems: readonly FlowProblem[], place: 'nodeId' | 'edgeId'): Map<string, FlowProblemSeverity> {
  const worst = new Map<string, FlowProblemSeverity>();
  for (const problem of problems) {
    const id = problem[place];
    if (id !== null && worst.get(id) !== 'error') worst.set(id, problem.severity);
  }
  return worst;
}
