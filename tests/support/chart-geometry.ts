import type { Area, Box, ChartLayout, Line, Point } from '../../site/theme/src/flow-chart/chart.ts';
import { SIZES } from '../../site/theme/src/flow-chart/chart.ts';
import { textWidth } from '../../site/theme/src/flow-chart/text-width.ts';

/** What may differ by rounding to half pixels. */
const SLACK = 0.75;

export const GEOMETRY_FAULTS = [
  'overlapping boxes',
  'clipped texts',
  'edges through boxes',
  'edges along edges',
  'labels on boxes',
  'labels on labels',
  'edges that come loose',
  'outside of the chart',
  'outside of the lane',
] as const;
export type GeometryFault = (typeof GEOMETRY_FAULTS)[number];

/** Everything that is wrong with where things stand in a chart, computed from its geometry alone. */
export function geometryFaults(layout: ChartLayout): { readonly fault: GeometryFault; readonly at: string }[] {
  const { boxes, lines } = layout;
  const whole: Area = { x: 0, y: 0, width: layout.width, height: layout.height };
  const found: { fault: GeometryFault; at: string }[] = [];
  const report = (fault: GeometryFault, at: string) => found.push({ fault, at });
  const labels = lines.flatMap(({ edgeId, label }) => (label === null ? [] : [{ edgeId, ...label }]));

  for (const [at, box] of boxes.entries()) {
    if (!contains(whole, box)) report('outside of the chart', box.nodeId);
    for (const other of boxes.slice(at + 1))
      if (overlap(box, other)) report('overlapping boxes', `${box.nodeId} ${other.nodeId}`);
    for (const text of clippedTexts(box)) report('clipped texts', `${box.nodeId}: ${text}`);
    for (const label of labels) if (overlap(box, label)) report('labels on boxes', `${label.edgeId} ${box.nodeId}`);
    const lanes = layout.lanes.filter((lane) => overlap(lane, box));
    if (layout.lanes.length > 0 && lanes.length !== 1) report('outside of the lane', box.nodeId);
  }
  for (const [at, label] of labels.entries()) {
    if (!contains(whole, label)) report('outside of the chart', label.edgeId);
    for (const text of label.lines)
      if (textWidth(text, SIZES.small) > label.width + SLACK) report('clipped texts', `${label.edgeId}: ${text}`);
    for (const other of labels.slice(at + 1))
      if (overlap(label, other)) report('labels on labels', `${label.edgeId} ${other.edgeId}`);
  }
  const byId = new Map(boxes.map((box) => [box.nodeId, box]));
  for (const [at, line] of lines.entries()) {
    if (!isHeld(line, byId)) report('edges that come loose', line.edgeId);
    for (const segment of segmentsOf(line)) {
      if (!contains(whole, segment)) report('outside of the chart', line.edgeId);
      for (const box of boxes) if (overlap(segment, box)) report('edges through boxes', `${line.edgeId} ${box.nodeId}`);
      for (const other of lines.slice(at + 1))
        if (segmentsOf(other).some((each) => runAlong(segment, each)))
          report('edges along edges', `${line.edgeId} ${other.edgeId}`);
    }
  }
  return found;
}

/** How often edges cross each other. */
export function crossingsOf(lines: readonly { readonly points: readonly Point[] }[]): number {
  const segments = lines.map(({ points }) => points.slice(1).map((to, at) => [points[at] ?? to, to] as const));
  let count = 0;
  for (const [at, own] of segments.entries())
    for (const others of segments.slice(at + 1))
      for (const one of own) for (const other of others) if (cross(one, other)) count += 1;
  return count;
}

function cross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function clippedTexts({ content, width, height }: Box): string[] {
  const { inner, texts, badges } = content;
  const own: Area = { x: 0, y: 0, width, height };
  if (!contains(own, inner)) return ['the inner part'];
  const set = texts.flatMap(({ lines, x, y, size, leading }) =>
    lines.map((text, at) => ({
      text,
      area: { x, y: y + at * leading - size * 0.9, width: textWidth(text, size), height: size },
    })),
  );
  const framed = badges.map(({ text, ...area }) => ({ text, area }));
  return [
    ...[...set, ...framed].filter(({ area }) => !contains(inner, area)).map(({ text }) => text),
    ...badges.filter(({ text, width }) => textWidth(text, SIZES.badge) > width).map(({ text }) => text),
  ];
}

/** A line begins at the edge of the box that it leaves, ends at the one that it comes to, and goes straight across or down. */
function isHeld({ points, from, to }: Line, boxes: ReadonlyMap<string, Box>): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isStraight = points.slice(1).every(({ x, y }, at) => points[at]?.x === x || points[at]?.y === y);
  return isStraight && touches(first, boxes.get(from)) && touches(last, boxes.get(to));
}

function touches({ x, y }: Point, box: Box | undefined): boolean {
  if (box === undefined) return false;
  const isNear = (one: number, other: number) => Math.abs(one - other) <= SLACK;
  const isAtSide = isNear(x, box.x) || isNear(x, box.x + box.width);
  const isAtTopOrFoot = isNear(y, box.y) || isNear(y, box.y + box.height);
  return contains(box, { x, y, width: 0, height: 0 }) && (isAtSide || isAtTopOrFoot);
}

function segmentsOf({ points }: Line): Area[] {
  return points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

/** Two segments that lie on each other for more than a crossing. */
function runAlong(one: Area, other: Area): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return (across > 2 && Math.abs(down) < 1) || (down > 2 && Math.abs(across) < 1);
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.x + one.width > other.x + SLACK &&
    other.x + other.width > one.x + SLACK &&
    one.y + one.height > other.y + SLACK &&
    other.y + other.height > one.y + SLACK
  );
}

function contains(whole: Area, part: Area): boolean {
  return (
    part.x >= whole.x - SLACK &&
    part.y >= whole.y - SLACK &&
    part.x + part.width <= whole.x + whole.width + SLACK &&
    part.y + part.height <= whole.y + whole.height + SLACK
  );
}
