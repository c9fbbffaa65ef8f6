import type { Flow, FlowDifference } from 'disclosure-contract/flow';
import type { Language } from './box-content.ts';
import { planChart } from './chart-plan.ts';
import type { ChartLayout } from './chart.ts';
import { layoutInLanes } from './lane-layout.ts';
import { layoutInLayers } from './layered-layout.ts';

export interface LayoutOptions {
  readonly language: Language;
  /** Swim-lanes: a column for each actor. */
  readonly lanes?: boolean;
  /** How it differs from the version before, to be marked. */
  readonly changes?: FlowDifference | null;
}

/** Where everything of a flow's chart stands. */
export async function layoutFlow(
  flow: Flow,
  { language, lanes = false, changes = null }: LayoutOptions,
): Promise<ChartLayout> {
  const plan = planChart(flow, { language, lanes, changed: changes });
  return lanes ? layoutInLanes(plan) : layoutInLayers(plan);
}
