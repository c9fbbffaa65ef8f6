import { LABEL_PADDING, measureLabel, type PlannedLine } from './chart-plan.ts';
import { SIZES, type LineLabel } from './chart.ts';

/** A line that leaves a box downwards, with its words. */
export interface LeavingLine {
  readonly x: number;
  readonly words: string;
}

/** A label with its place: `top` counts from the top of its channel. */
export interface HangingLabel extends Omit<LineLabel, 'y'> {
  readonly top: number;
}

const GAP = 4;
/** A character and the space around it. */
const NARROWEST = SIZES.small + 2 * LABEL_PADDING;
/** From so many on, labels hang at two heights, and each may be as wide as from the line before to the line after it. */
const TWO_HEIGHTS_FROM = 3;

/**
 * Hangs the words of the lines that leave one box on them, below the box: none lies on another or on another's line.
 * `lines` from left to right; `left` and `right` are the limits of the column.
 */
export function hangLabels(lines: readonly LeavingLine[], left: number, right: number): (HangingLabel | null)[] {
  const isTwofold = lines.length >= TWO_HEIGHTS_FROM;
  const measured = lines.map(({ x, words }, at) => {
    const [before, after] = [lines[at - 1]?.x, lines[at + 1]?.x];
    const share = isTwofold ? 1 : 2;
    const least = before === undefined ? left : x - (x - before) / share + GAP;
    const most = after === undefined ? right : x + (after - x) / share - GAP;
    return { x, least, most, label: setWithin(words, most - least) };
  });
  const heights = [0, 1].map((height) =>
    Math.max(0, ...measured.map(({ label }, at) => (isTwofold && at % 2 !== height ? 0 : (label?.height ?? 0)))),
  );
  return measured.map(({ x, least, most, label }, at) => {
    if (label === null) return null;
    const wanted = Math.min(Math.max(x - label.width / 2, least), most - label.width);
    const top = GAP + (isTwofold && at % 2 === 1 ? (heights[0] ?? 0) + GAP : 0);
    return { ...label, x: Math.round(wanted), top };
  });
}

function setWithin(words: string, width: number): PlannedLine['label'] {
  const widest = Math.max(NARROWEST, width) - 2 * LABEL_PADDING;
  const asUsual = measureLabel(words);
  return asUsual === null || asUsual.width <= width ? asUsual : measureLabel(words, widest);
}
