import type { Flow } from 'disclosure-contract/flow';
import { chartSvg, type SvgOptions } from './chart-svg.ts';
import { flowSummary } from './flow-summary.ts';
import { layoutFlow, type LayoutOptions } from './layout-flow.ts';

export interface DrawOptions extends LayoutOptions, Omit<SvgOptions, 'description'> {}

/** 运行流程图 as a static SVG: no script, nothing from elsewhere, text as text. Draws drafts too, whatever their state. */
export async function drawFlow(flow: Flow, options: DrawOptions): Promise<string> {
  const layout = await layoutFlow(flow, options);
  return chartSvg(layout, { ...options, description: flowSummary(options.changes?.flow ?? flow, options.language) });
}
