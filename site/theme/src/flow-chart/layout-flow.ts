import type { Flow } from 'disclosure-contract/flow';
import type { Language } from './box-content.ts';
import { planChart, type ChangedFlow } from './chart-plan.ts';
import type { ChartLayout } from './chart.ts';
import { layoutInLayers } from './layered-layout.ts';

export interface LayoutOptions {
  readonly language: Language;
  /** Swim-lanes: a column for each actor. */
  readonly lanes?: boolean;
  readonly changes?: ChangedFlow | null;
}

/** Where everything of a flow's chart stands. */
export function layoutFlow(flow: Flow, { language, changes = null }: LayoutOptions): Promise<ChartLayout> {
  const plan = planChart(flow, language, changes);
  return layoutInLayers(plan);
}
