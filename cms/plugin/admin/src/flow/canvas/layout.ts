import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs';
import type { Flow } from 'disclosure-contract/flow';
import { labelSize, nodeSize } from './node-size';
import type { Point } from './route';

/** Where everything of a chart stands. */
export interface Layout {
  readonly positions: ReadonlyMap<string, Point>;
  readonly routes: ReadonlyMap<string, Route>;
}

/** How an edge runs, and where its condition stands: the middle of its text. */
export interface Route {
  readonly points: readonly Point[];
  readonly label: Point | null;
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '20',
};

/** Nothing stands above a start. The engine refuses this of a node that something leads to. */
const AT_THE_TOP: LayoutOptions = { 'elk.layered.layering.layerConstraint': 'FIRST' };

const ON_THE_LINE: LayoutOptions = { 'elk.edgeLabels.inline': 'true' };

/** Lays a flow out from top to bottom. The engine is loaded when it is first needed: 1.4 MB. */
export async function layOut(flow: Flow): Promise<Layout> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return layoutOf(await new Elk().layout(graphOf(flow)));
}

function graphOf({ nodes, edges }: Flow): ElkNode {
  const ids = new Set(nodes.map(({ id }) => id));
  const led = new Set(edges.map(({ to }) => to));
  return {
    id: 'flow',
    layoutOptions: OPTIONS,
    children: nodes.map((node) => ({
      id: node.id,
      ...nodeSize(node),
      layoutOptions: node.kind === 'start' && !led.has(node.id) ? AT_THE_TOP : {},
    })),
    edges: edges
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ id, from, to, condition, isReturn }) => ({
        id,
        sources: [from],
        targets: [to],
        labels: condition === '' ? [] : [{ text: condition, ...labelSize(condition), layoutOptions: ON_THE_LINE }],
        layoutOptions: { 'elk.layered.priority.direction': isReturn ? '0' : '10' },
      })),
  };
}

function layoutOf({ children = [], edges = [] }: ElkNode): Layout {
  return {
    positions: new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    routes: new Map(edges.flatMap((edge) => routeOf(edge))),
  };
}

function routeOf({ id, sections = [], labels = [] }: ElkExtendedEdge): [string, Route][] {
  const [section] = sections;
  if (section === undefined) return [];
  const [label] = labels;
  return [
    [
      id,
      {
        points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
        label:
          label === undefined
            ? null
            : { x: (label.x ?? 0) + (label.width ?? 0) / 2, y: (label.y ?? 0) + (label.height ?? 0) / 2 },
      },
    ],
  ];
}

/** What the layout depends on: an edit that changes nothing of it lays nothing out anew. */
export function layoutKey({ nodes, edges }: Flow): string {
  return JSON.stringify([
    nodes.map((node) => [node.id, node.kind === 'start', nodeSize(node).height]),
    edges.map(({ id, from, to, condition, isReturn }) => [id, from, to, isReturn, condition && labelSize(condition)]),
  ]);
}
