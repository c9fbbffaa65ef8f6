import type { ChartLayout } from './chart.ts';
import { cutInto } from './cut-layout.ts';

/** How a chart is put on a sheet of A3. */
export interface WallSheet {
  readonly isLandscape: boolean;
  readonly columns: number;
  readonly scale: number;
}

/** A3 within margins of 12 mm and below a heading of 22 mm, in CSS pixels (96 to the inch). */
const LONG = 1490;
const SHORT = 1030;
const HEADING = 84;
const GAP = 24;
const MOST_COLUMNS = 5;
/** Larger than this, a chart looks like a poster for the short-sighted. */
const LARGEST = 1.4;

/** The way in which a chart is largest on its sheet. */
export function wallLayout(layout: ChartLayout): WallSheet {
  const ways = [false, true].flatMap((isLandscape) =>
    Array.from({ length: MOST_COLUMNS }, (_, at) => wayWith(layout, isLandscape, at + 1)),
  );
  return ways.reduce((best, way) => (way.scale > best.scale + 0.01 ? way : best));
}

function wayWith(layout: ChartLayout, isLandscape: boolean, wanted: number): WallSheet {
  const parts = cutInto(layout, wanted);
  const columns = parts.length;
  const width = (isLandscape ? LONG : SHORT) - GAP * (columns - 1);
  const height = (isLandscape ? SHORT : LONG) - HEADING;
  const highest = Math.max(...parts.map((part) => part.height));
  const scale = Math.min(LARGEST, width / (columns * layout.width), height / highest);
  return { isLandscape, columns, scale: Math.floor(scale * 1000) / 1000 };
}
