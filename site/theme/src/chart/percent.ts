/** A share of a chart's width, as an attribute of SVG: charts are as wide as their place. */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}
