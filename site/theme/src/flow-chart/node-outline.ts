import type { Box } from './chart.ts';

const SLANT = 14;
const ROUNDING = 20;
const WAVE = 7;
const BULGE = 18;

/** The outline of a box by its kind, as path data: kinds differ in shape, not in colour alone. */
export function nodeOutline({
  kind,
  x,
  y,
  width: w,
  height: h,
}: Pick<Box, 'kind' | 'x' | 'y' | 'width' | 'height'>): string {
  switch (kind) {
    case 'start':
    case 'end':
      return roundedRectangle(x, y, w, h, Math.min(ROUNDING, h / 2));
    case 'decision':
      return `M${x + SLANT} ${y}h${w - 2 * SLANT}l${SLANT} ${h / 2}l${-SLANT} ${h / 2}h${2 * SLANT - w}l${-SLANT} ${-h / 2}z`;
    case 'document':
      return `M${x} ${y}h${w}v${h - WAVE}q${-w / 4} ${-2 * WAVE} ${-w / 2} 0t${-w / 2} 0z`;
    case 'wait':
      return `M${x} ${y}h${w - BULGE}a${BULGE} ${h / 2} 0 0 1 0 ${h}h${BULGE - w}z`;
    case 'split':
    case 'join':
      return roundedRectangle(x, y, w, h, 2);
    case 'step':
      return roundedRectangle(x, y, w, h, 4);
  }
}

export function roundedRectangle(x: number, y: number, w: number, h: number, r: number): string {
  const [across, down] = [w - 2 * r, h - 2 * r];
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
}
