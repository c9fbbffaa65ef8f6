import { encode } from 'uqr';

/** Four modules of margin are part of the standard. */
const MARGIN = 4;

/** Dark squares in a grid of so many. */
export interface PageCode {
  readonly size: number;
  /** Of an SVG whose unit is one square. */
  readonly path: string;
}

/** 二维码 of an address, as a telephone's camera reads it. Runs of dark squares are one rectangle each. */
export function pageCode(address: string): PageCode {
  const { data, size } = encode(address, { ecc: 'M', border: MARGIN });
  return { size, path: data.map(rowPath).join('') };
}

function rowPath(row: readonly boolean[], y: number): string {
  const starts = row.flatMap((isDark, x) => (isDark && row[x - 1] !== true ? [x] : []));
  return starts.map((x) => `M${x} ${y}h${runFrom(row, x)}v1H${x}z`).join('');
}

function runFrom(row: readonly boolean[], x: number): number {
  const end = row.indexOf(false, x);
  return (end === -1 ? row.length : end) - x;
}
