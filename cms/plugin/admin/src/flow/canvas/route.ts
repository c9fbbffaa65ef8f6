export interface Point {
  readonly x: number;
  readonly y: number;
}

const CORNER = 8;

/** The path of a line along points, its corners rounded. */
export function pathAlong(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (first === undefined || last === undefined) return '';
  let path = `M${first.x},${first.y}`;
  let before = first;
  for (const [at, corner] of rest.entries()) {
    const after = rest[at + 1] ?? last;
    const into = towards(corner, before);
    const out = towards(corner, after);
    path += `L${into.x},${into.y}Q${corner.x},${corner.y} ${out.x},${out.y}`;
    before = corner;
  }
  return `${path}L${last.x},${last.y}`;
}

/** A little way from a corner to another point, at most half of it. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  if (length === 0) return corner;
  const share = Math.min(CORNER, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}
