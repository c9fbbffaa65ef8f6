import type { Drawn, DrawnShape } from './drawn';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
/** Where nodes stand, by id: the upper left corner. */
export type FlowPositions = Readonly<Record<string, Point>>;

export interface Layout {
  readonly pool: Box;
  /** None where nodes stand as somebody placed them. */
  readonly lanes: ReadonlyMap<string, Box>;
  readonly shapes: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
}

const COLUMN = 180;
const ROW = 110;
const HEADER = 30;
const TASK = { width: 120, height: 80 };
const EVENT = { width: 36, height: 36 };
const GATEWAY = { width: 50, height: 50 };
const MARGIN = 40;

/** Places for everything that is drawn: those given, or in lanes, one column for each step of the longest way. */
export function layoutOf(drawn: Drawn, positions?: FlowPositions): Layout {
  const { boxes, lanes } = positions === undefined ? inLanes(drawn) : { boxes: asGiven(drawn, positions), lanes: [] };
  const all = [...boxes.values(), ...lanes.map(([, lane]) => lane)];
  const left = Math.min(0, ...all.map(({ x }) => x)) - (lanes.length === 0 ? MARGIN : 0);
  const top = Math.min(0, ...all.map(({ y }) => y)) - (lanes.length === 0 ? MARGIN : 0);
  const right = Math.max(600, ...all.map(({ x, width }) => x + width + (lanes.length === 0 ? MARGIN : 0)));
  const bottom = Math.max(200, ...all.map(({ y, height }) => y + height + (lanes.length === 0 ? MARGIN : 0)));
  return {
    pool: { x: left - HEADER, y: top, width: right - left + HEADER, height: bottom - top },
    lanes: new Map(lanes),
    shapes: boxes,
    ways: new Map(
      drawn.ways.flatMap(({ elementId, from, to }) => {
        const [one, other] = [boxes.get(from), boxes.get(to)];
        return one === undefined || other === undefined ? [] : [[elementId, waypoints(one, other)] as const];
      }),
    ),
  };
}

function sizeOf({ node }: DrawnShape): { readonly width: number; readonly height: number } {
  if (node === null) return GATEWAY;
  if (node.kind === 'step' || node.kind === 'document') return TASK;
  return node.kind === 'decision' || node.kind === 'split' || node.kind === 'join' ? GATEWAY : EVENT;
}

function inLanes(drawn: Drawn): { boxes: Map<string, Box>; lanes: [string, Box][] } {
  const columns = columnsOf(drawn);
  const width = COLUMN * (1 + Math.max(0, ...columns.values()));
  const boxes = new Map<string, Box>();
  const lanes: [string, Box][] = [];
  let top = 0;
  for (const lane of drawn.lanes) {
    const rows = new Map<number, number>();
    for (const shape of drawn.shapes.filter((each) => each.lane === lane)) {
      const column = columns.get(shape.elementId) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      const size = sizeOf(shape);
      const x = HEADER + column * COLUMN + (COLUMN - size.width) / 2;
      boxes.set(shape.elementId, { x, y: top + row * ROW + (ROW - size.height) / 2, ...size });
    }
    const height = ROW * Math.max(1, ...rows.values());
    lanes.push([lane, { x: 0, y: top, width: HEADER + width, height }]);
    top += height;
  }
  return { boxes, lanes };
}

/** How many ways are at most before a shape; a way that leads back counts for nothing. */
function columnsOf({ shapes, ways }: Drawn): ReadonlyMap<string, number> {
  const onward = ways.filter(({ edge }) => edge?.isReturn !== true);
  const columns = new Map(shapes.map(({ elementId }) => [elementId, 0]));
  // A draft may go round in circles: no way is longer than there are shapes.
  for (let turn = 0; turn < shapes.length; turn += 1) {
    let hasMoved = false;
    for (const { from, to } of onward) {
      const column = (columns.get(from) ?? 0) + 1;
      if (column <= (columns.get(to) ?? 0) || column >= shapes.length) continue;
      columns.set(to, column);
      hasMoved = true;
    }
    if (!hasMoved) break;
  }
  return columns;
}

function asGiven({ shapes, ways }: Drawn, positions: FlowPositions): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const shape of shapes) {
    if (shape.node === null) continue;
    const { x, y } = positions[shape.node.id] ?? { x: 0, y: 0 };
    boxes.set(shape.elementId, { x, y, ...sizeOf(shape) });
  }
  for (const { elementId, node } of shapes) {
    const onward = ways.find(({ from }) => node === null && from === elementId);
    const target = onward && boxes.get(onward.to);
    if (target !== undefined) boxes.set(elementId, { x: target.x, y: target.y - GATEWAY.height - 20, ...GATEWAY });
  }
  return boxes;
}

/** From the right of one box to the left of another, or, where that would lead back, below both of them. */
function waypoints(one: Box, other: Box): Point[] {
  const from = { x: one.x + one.width, y: one.y + one.height / 2 };
  const to = { x: other.x, y: other.y + other.height / 2 };
  if (to.x > from.x) {
    if (from.y === to.y) return [from, to];
    const between = (from.x + to.x) / 2;
    return [from, { x: between, y: from.y }, { x: between, y: to.y }, to];
  }
  const below = Math.max(one.y + one.height, other.y + other.height) + 12;
  const [start, end] = [one.x + one.width / 2, other.x + other.width / 2];
  return [
    { x: start, y: one.y + one.height },
    { x: start, y: below },
    { x: end, y: below },
    { x: end, y: other.y + other.height },
  ];
}
