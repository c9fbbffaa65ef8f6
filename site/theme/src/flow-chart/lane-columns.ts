import type { ChartPlan } from './chart-plan.ts';
import { cellOf, type LaneGrid } from './lane-grid.ts';

/** The part of a lane that its boxes take. */
export interface Column {
  readonly left: number;
  readonly middle: number;
  readonly right: number;
}

export interface LaneColumns {
  readonly columns: readonly Column[];
  /** Where the gutter before each lane begins, and at last the one after all. */
  readonly gutters: readonly number[];
  /** Where each lane begins, and at last where all end. */
  readonly borders: readonly number[];
  readonly width: number;
}

const MARGIN = 8;
/** Between the boxes of a lane and its border, and between those and what goes up and down beside them. */
const BESIDE = 12;
const NARROWEST = 96;
export const UPRIGHT_TRACK = 10;

/** Places the lanes beside each other, with gutters between them as wide as the lines in them need. */
export function laneColumns({ boxes }: ChartPlan, grid: LaneGrid, tracks: readonly number[]): LaneColumns {
  const columns: Column[] = [];
  const gutters: number[] = [];
  let x = MARGIN;
  for (const lane of grid.names.keys()) {
    gutters.push(x);
    const width = Math.max(
      NARROWEST,
      ...boxes.filter(({ node }) => cellOf(grid, node).lane === lane).map((box) => box.width),
    );
    const left = x + gutterWidth(tracks[lane]);
    columns.push({ left, middle: left + Math.round(width / 2), right: left + width });
    x = left + width;
  }
  gutters.push(x);
  const end = x + gutterWidth(tracks[grid.names.length]);
  const borders = [MARGIN, ...gutters.slice(1, -1).map((gutter) => gutter + BESIDE), end];
  return { columns, gutters, borders, width: end + MARGIN };
}

/** Where a track of a gutter is. */
export function uprightAt(gutters: readonly number[], gutter: number, track: number): number {
  return (gutters[gutter] ?? 0) + 2 * BESIDE + track * UPRIGHT_TRACK;
}

function gutterWidth(tracks = 0): number {
  return 2 * BESIDE + (tracks === 0 ? 0 : BESIDE + (tracks - 1) * UPRIGHT_TRACK);
}
