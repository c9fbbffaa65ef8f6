import { scaleLinear } from 'd3-scale';
import type { Figure } from '../node/views.ts';

/** A bar of the chart: lengths across in percent of its width. */
export interface Bar {
  readonly name: string;
  readonly total: number;
  readonly thisYear: number;
  readonly length: number;
  readonly lengthThisYear: number;
}

/** The longest bar leaves room for its number. */
const LONGEST = 82;

/** 按科室、按栏目公开数量 as bars, this year's part of each marked. */
export function figureBars(figures: readonly Figure[]): Bar[] {
  const along = scaleLinear()
    .domain([0, Math.max(1, ...figures.map(({ total }) => total))])
    .range([0, LONGEST]);
  return figures.map(({ name, total, thisYear }) => ({
    name,
    total,
    thisYear,
    length: along(total),
    lengthThisYear: along(thisYear),
  }));
}
