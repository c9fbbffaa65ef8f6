import type { Drawn, DrawnShape } from './drawn';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly pool: Box;
  readonly lanes: ReadonlyMap<string, Box>;
  readonly shapes: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
  /** Where conditions stand; tools find a place for those that are not here. */
  readonly labels: ReadonlyMap<string, Box>;
}

const COLUMN = 230;
const ROW = 110;
const HEADER = 30;
const TASK = { width: 120, height: 80 };
const EVENT = { width: 36, height: 36 };
const GATEWAY = { width: 50, height: 50 };

/** Places for everything that is drawn, in lanes: one column for each step of the longest way. */
export function layoutOf(drawn: Drawn): Layout {
  const { boxes, lanes } = inLanes(drawn);
  const ways = drawn.ways.flatMap(({ elementId, edge, from, to }) => {
    const [one, other] = [boxes.get(from), boxes.get(to)];
    return one === undefined || other === undefined ? [] : [{ elementId, edge, points: alongRows(one, other) }];
  });
  return {
    pool: poolAround([...lanes.values()]),
    lanes,
    shapes: boxes,
    ways: new Map(ways.map(({ elementId, points }) => [elementId, points])),
    labels: new Map(
      ways.flatMap(({ elementId, edge, points }) =>
        labelOf(edge?.condition ?? '', points).map((box) => [elementId, box]),
      ),
    ),
  };
}

/** Over the last piece of a way that leads on, where no other way of the same decision is. */
function labelOf(condition: string, points: readonly Point[]): Box[] {
  const [last, end] = points.slice(-2);
  if (condition === '' || last === undefined || end === undefined || last.y !== end.y) return [];
  const width = Math.min(100, 12 * condition.length);
  return [{ x: end.x - 8 - width, y: end.y - 18, width, height: 14 }];
}

/** With room for its name on the left. */
function poolAround(lanes: readonly Box[]): Box {
  const left = Math.min(...lanes.map(({ x }) => x), 0) - HEADER;
  const top = Math.min(...lanes.map(({ y }) => y), 0);
  const right = Math.max(...lanes.map(({ x, width }) => x + width), 600);
  const bottom = Math.max(...lanes.map(({ y, height }) => y + height), 200);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function sizeOf({ node }: DrawnShape): { readonly width: number; readonly height: number } {
  if (node === null) return GATEWAY;
  if (node.kind === 'step' || node.kind === 'document') return TASK;
  return node.kind === 'decision' || node.kind === 'split' || node.kind === 'join' ? GATEWAY : EVENT;
}

function inLanes(drawn: Drawn): { boxes: Map<string, Box>; lanes: Map<string, Box> } {
  const columns = columnsOf(drawn);
  const width = COLUMN * (1 + Math.max(0, ...columns.values()));
  const boxes = new Map<string, Box>();
  const lanes = new Map<string, Box>();
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
    lanes.set(lane, { x: 0, y: top, width: HEADER + width, height });
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

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where two columns meet, left of a box: no box stands there. */
const gapBefore = (box: Box) => HEADER + Math.floor((middle(box).x - HEADER) / COLUMN) * COLUMN;
const gapAfter = (box: Box) => gapBefore(box) + COLUMN;

/** Lines between boxes in lanes go where two columns meet and along the edges of rows, and so through no box. */
function alongRows(one: Box, other: Box): Point[] {
  const [from, to] = [middle(one), middle(other)];
  const arrival = { x: other.x, y: to.y };
  if (to.x > from.x) {
    const departure = { x: one.x + one.width, y: from.y };
    const isNext = gapAfter(one) === gapBefore(other);
    if (isNext && from.y === to.y) return [departure, arrival];
    const along = isNext ? [] : [to.y - ROW / 2 + 7];
    return [
      departure,
      { x: gapAfter(one), y: from.y },
      ...along.flatMap((y) => [
        { x: gapAfter(one), y },
        { x: gapBefore(other), y },
      ]),
      { x: gapBefore(other), y: to.y },
      arrival,
    ];
  }
  const [below, under] = [from.y + ROW / 2 - 7, to.y + ROW / 2 - 7];
  return [
    { x: from.x, y: one.y + one.height },
    { x: from.x, y: below },
    ...(below === under
      ? []
      : [
          { x: gapBefore(other), y: below },
          { x: gapBefore(other), y: under },
        ]),
    { x: to.x, y: under },
    { x: to.x, y: other.y + other.height },
  ];
}
