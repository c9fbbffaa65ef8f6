import { scaleBand, scaleLinear } from 'd3-scale';

/** A column of the chart: lengths across in percent of its width, down in pixels. */
export interface Column {
  readonly month: string;
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface MonthColumns {
  readonly columns: readonly Column[];
  /** Lines across, each with the number that it stands for. */
  readonly lines: readonly { readonly value: number; readonly y: number }[];
  /** Months that are written below, and where their middle is. */
  readonly labels: readonly { readonly month: string; readonly x: number }[];
  /** The line on which the columns stand. */
  readonly base: number;
}

const HEIGHT = 240;
const ABOVE = 20;
/** Room for the numbers of the lines, in percent. */
const LEFT = 8;
/** Room for half of the last month's name, which stands below the middle of its column. */
const RIGHT = 97;
/** Every so many months one is written, so that they fit side by side on a phone. */
const LABEL_EVERY = 3;

/**
 * 按月公开数量 as columns. It is as wide as its place and never scaled, so that its text keeps its size on every screen.
 */
export function monthColumns(months: readonly { readonly month: string; readonly count: number }[]): MonthColumns {
  const across = scaleBand<string>()
    .domain(months.map(({ month }) => month))
    .range([LEFT, RIGHT])
    .paddingInner(0.3);
  const most = Math.max(1, ...months.map(({ count }) => count));
  const up = scaleLinear().domain([0, most]).nice(4).range([HEIGHT, ABOVE]);
  const middle = (month: string) => (across(month) ?? 0) + across.bandwidth() / 2;
  return {
    columns: months.map(({ month, count }) => ({
      month,
      count,
      x: across(month) ?? 0,
      width: across.bandwidth(),
      y: up(count),
      height: HEIGHT - up(count),
    })),
    lines: up
      .ticks(4)
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ value, y: up(value) })),
    labels: months
      .filter((_, at) => (months.length - 1 - at) % LABEL_EVERY === 0)
      .map(({ month }) => ({ month, x: middle(month) })),
    base: HEIGHT,
  };
}
