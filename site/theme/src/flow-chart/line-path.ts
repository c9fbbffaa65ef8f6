import type { Point } from './chart.ts';

const ROUNDING = 5;
const HEAD_LENGTH = 8;
const HEAD_WIDTH = 4;

/** Path data along points, with rounded corners. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${first.x} ${first.y}`;
  for (const [at, corner] of rest.entries()) {
    const before = points[at] ?? corner;
    const after = rest[at + 1];
    const radius =
      after === undefined ? 0 : Math.min(ROUNDING, distance(before, corner) / 2, distance(corner, after) / 2);
    if (after === undefined || radius < 1) {
      path += straight(before, corner);
      continue;
    }
    const [begin, end] = [towards(corner, before, radius), towards(corner, after, radius)];
    path += `${straight(before, begin)}Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
  }
  return path;
}

/** An arrow head at the end of a line, as path data. */
export function headPath(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)];
  const base = { x: tip.x - dx * HEAD_LENGTH, y: tip.y - dy * HEAD_LENGTH };
  return `M${base.x - dy * HEAD_WIDTH} ${base.y - dx * HEAD_WIDTH}L${tip.x} ${tip.y}L${base.x + dy * HEAD_WIDTH} ${base.y + dx * HEAD_WIDTH}`;
}

function straight(from: Point, to: Point): string {
  if (from.x === to.x) return `V${to.y}`;
  return from.y === to.y ? `H${to.x}` : `L${to.x} ${to.y}`;
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}
