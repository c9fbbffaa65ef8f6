import type { Flow } from 'disclosure-contract/flow';
import { chartSvg, type SvgOptions } from './chart-svg.ts';
import type { ChartLayout } from './chart.ts';
import { cutInto, cutLayout } from './cut-layout.ts';
import { flowSummary } from './flow-summary.ts';
import { layoutFlow, type LayoutOptions } from './layout-flow.ts';
import { wallLayout, type WallSheet } from './wall-sheet.ts';

export interface DrawOptions extends LayoutOptions, Omit<SvgOptions, 'description'> {}

/** 运行流程图 as a static SVG: no script, nothing from elsewhere, text as text. Draws drafts too, whatever their state. */
export async function drawFlow(flow: Flow, options: DrawOptions): Promise<string> {
  return draw(flow, options, await layoutFlow(flow, options));
}

/**
 * The same in parts for printing, each no larger than a page when it is as wide as the page at most. `page` is the room for
 * the chart in CSS pixels.
 */
export async function drawFlowParts(
  flow: Flow,
  options: DrawOptions,
  page: { readonly width: number; readonly height: number },
): Promise<string[]> {
  const layout = await layoutFlow(flow, options);
  const scale = Math.min(1, page.width / layout.width);
  return drawAll(flow, options, cutLayout(layout, page.height / scale));
}

/** A sheet of A3 with the whole chart, in as many columns as make it largest. */
export async function drawWallChart(
  flow: Flow,
  options: DrawOptions,
): Promise<{ readonly sheet: WallSheet; readonly parts: readonly string[] }> {
  const layout = await layoutFlow(flow, options);
  const sheet = wallLayout(layout);
  return {
    sheet,
    parts: drawAll(flow, { ...options, scale: sheet.scale, parts: 'column' }, cutInto(layout, sheet.columns)),
  };
}

function drawAll(flow: Flow, options: DrawOptions, parts: readonly ChartLayout[]): string[] {
  return parts.map((part, at) => draw(flow, { ...options, idPrefix: `${options.idPrefix}${at + 1}-` }, part));
}

function draw(flow: Flow, options: DrawOptions, layout: ChartLayout): string {
  return chartSvg(layout, { ...options, description: flowSummary(options.changes?.flow ?? flow, options.language) });
}
