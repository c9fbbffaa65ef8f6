import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { ChartPlan } from './chart-plan.ts';
import type { ChartLayout, Line, Point } from './chart.ts';

const MARGIN = 12;

/** In the order of the ordered text, so that what leads back is turned round, and the main line stands first. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': `[top=${MARGIN},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '7',
  'elk.spacing.portsSurrounding': '[top=0,left=16,bottom=0,right=16]',
  'elk.spacing.edgeLabel': '2',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '7',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '10',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
};
const LABEL_OPTIONS = { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' };

const elk = new ELK();

/** Lays a chart out in layers from top to bottom. Labels stand on their lines, as if they were nodes. */
export async function layoutInLayers(plan: ChartPlan): Promise<ChartLayout> {
  const laidOut = await elk.layout(graphOf(plan));
  const places = new Map((laidOut.children ?? []).map((place) => [place.id, place]));
  const routes = new Map((laidOut.edges ?? []).map((route) => [route.id, route]));
  return {
    width: Math.ceil(laidOut.width ?? 0),
    height: Math.ceil(laidOut.height ?? 0),
    boxes: plan.boxes.map(({ node, ...box }) => {
      const { x = 0, y = 0 } = places.get(node.id) ?? {};
      return { ...box, nodeId: node.id, kind: node.kind, x: half(x), y: half(y) };
    }),
    lines: plan.lines.map((line, at) => lineOf(line, routes.get(`e${at}`))),
    lanes: [],
  };
}

function graphOf({ boxes, lines }: ChartPlan): ElkNode {
  return {
    id: 'chart',
    layoutOptions: OPTIONS,
    children: boxes.map(({ node, width, height }) => ({ id: node.id, width, height })),
    edges: lines.map(({ from, to, kind, label }, at) => ({
      id: `e${at}`,
      sources: [from],
      targets: [to],
      layoutOptions: { 'elk.layered.priority.straightness': kind === 'return' ? '0' : '10' },
      labels:
        label === null ? [] : [{ text: kind, width: label.width, height: label.height, layoutOptions: LABEL_OPTIONS }],
    })),
  };
}

function lineOf({ words: _words, ...line }: ChartPlan['lines'][number], route?: ElkExtendedEdge): Line {
  const section = route?.sections?.[0];
  const points = section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  const { x = 0, y = 0 } = route?.labels?.[0] ?? {};
  return {
    ...line,
    points: points.map(({ x, y }: Point) => ({ x: half(x), y: half(y) })),
    label: line.label === null ? null : { ...line.label, x: half(x), y: half(y) },
  };
}

/** Coordinates on half pixels keep the file small. */
function half(value: number): number {
  return Math.round(value * 2) / 2;
}
