import type { Area, ChartLayout, Joint, Line, Point } from './chart.ts';

/** Between a cut and what stands next to it. */
const CLEARANCE = 6;
/** What a part has above and below for the marks of what was cut. */
const JOINT_SPACE = 34;
const JOINT_AWAY = 12;

/** Cuts a chart across into parts that are no higher than given, between its boxes. One that fits is left whole. */
export function cutLayout(layout: ChartLayout, highest: number): ChartLayout[] {
  if (layout.height <= highest) return [layout];
  const heading = Math.max(0, ...layout.lanes.map(({ headingHeight }) => headingHeight));
  const room = Math.max(100, highest - 2 * JOINT_SPACE - heading);
  const cuts: number[] = [];
  for (let top = 0; top + room < layout.height;) {
    top = cutBefore(layout, top, top + room);
    cuts.push(top);
  }
  const joints = lettered(cuts.map((y) => placesAt(layout.lines, y)));
  return [0, ...cuts].map((begin, at) => partOf(layout, begin, cuts[at] ?? layout.height, joints[at - 1], joints[at]));
}

/** Cuts a chart into so many parts at most, all about equally high. */
export function cutInto(layout: ChartLayout, count: number): ChartLayout[] {
  if (count < 2) return [layout];
  const step = layout.height / 40;
  let highest = layout.height / count;
  let parts = cutLayout(layout, highest);
  while (parts.length > count) parts = cutLayout(layout, (highest += step));
  return parts;
}

/** The lowest place for a cut above a limit: between boxes and labels if there is one, and never along a line. */
function cutBefore({ boxes, lines }: ChartLayout, top: number, limit: number): number {
  const across = lines.flatMap(({ points }) =>
    points.slice(1).flatMap((to, at) => (points[at]?.y === to.y ? [{ y: to.y, height: 0 }] : [])),
  );
  const labels = lines.flatMap(({ label }) => (label === null ? [] : [label]));
  const solid: Pick<Area, 'y' | 'height'>[] = [...boxes, ...labels, ...across];
  for (let y = Math.floor(limit); y > top + CLEARANCE; y -= 2)
    if (solid.every((area) => y < area.y - CLEARANCE || y > area.y + area.height + CLEARANCE)) return y;
  return limit;
}

interface CutLine {
  readonly x: number;
  readonly letter: string;
}

/** Letters go on from cut to cut, so that none is there twice. */
function lettered(cuts: readonly (readonly number[])[]): CutLine[][] {
  let count = 0;
  return cuts.map((places) => places.map((x) => ({ x, letter: letterOf(count++) })));
}

/** Where lines pass a height, from left to right. */
function placesAt(lines: readonly Line[], y: number): number[] {
  const places = lines.flatMap(({ points }) =>
    points.slice(1).flatMap((to, at) => {
      const from = points[at] ?? to;
      return Math.min(from.y, to.y) < y && Math.max(from.y, to.y) > y ? [from.x] : [];
    }),
  );
  return places.sort((a, b) => a - b);
}

function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26)}`;
}

function partOf(
  layout: ChartLayout,
  begin: number,
  end: number,
  before: readonly CutLine[] = [],
  after: readonly CutLine[] = [],
): ChartLayout {
  const isFirst = begin === 0;
  const heading = isFirst ? 0 : Math.max(0, ...layout.lanes.map(({ headingHeight }) => headingHeight));
  const top = isFirst ? 0 : begin - JOINT_SPACE - heading;
  const foot = end === layout.height ? end : end + JOINT_SPACE;
  const isInside = ({ y }: Point) => y >= begin && y < end;
  const joints: Joint[] = [
    ...before.map(({ x, letter }) => ({ x, letter, y: begin - JOINT_AWAY, leads: 'from_previous' as const })),
    ...after.map(({ x, letter }) => ({ x, letter, y: end + JOINT_AWAY - 4, leads: 'to_next' as const })),
  ];
  return {
    width: layout.width,
    height: foot - top,
    top,
    boxes: layout.boxes.filter(isInside),
    lines: layout.lines.flatMap((line) => piecesOf(line, begin, end)),
    lanes: layout.lanes.map((lane) => {
      const y = isFirst ? lane.y : top;
      return { ...lane, y, height: Math.min(foot, lane.y + lane.height) - y };
    }),
    joints,
  };
}

/** The pieces of a line between two heights. Its label goes with the piece that it stands on. */
function piecesOf(line: Line, begin: number, end: number): Line[] {
  const pieces: Point[][] = [];
  for (const [at, to] of line.points.slice(1).entries()) {
    const from = line.points[at] ?? to;
    const [y1, y2] = [between(from.y, begin, end), between(to.y, begin, end)];
    const isOutside = Math.max(from.y, to.y) < begin || Math.min(from.y, to.y) > end;
    if (isOutside) continue;
    const last = pieces.at(-1);
    const start = { x: from.x, y: y1 };
    const previous = last?.at(-1);
    if (last !== undefined && previous?.x === start.x && previous.y === start.y) last.push({ x: to.x, y: y2 });
    else pieces.push([start, { x: to.x, y: y2 }]);
  }
  const [first, final] = [line.points[0], line.points.at(-1)];
  const isIn = (y = -1) => y >= begin && y < end;
  const label = line.label !== null && isIn(line.label.y) ? line.label : null;
  return pieces.map((points, at) => ({
    ...line,
    points,
    label: at === 0 ? label : null,
    lacks: { beginning: !same(points[0], first), end: !same(points.at(-1), final) },
  }));
}

function between(y: number, least: number, most: number): number {
  return Math.min(Math.max(y, least), most);
}

function same(one?: Point, other?: Point): boolean {
  return one !== undefined && one.x === other?.x && one.y === other.y;
}
