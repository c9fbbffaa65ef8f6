import type { Flow } from 'disclosure-contract/flow';
import type { Language } from './box-content.ts';
import { planChart, type ChangedFlow } from './chart-plan.ts';
import type { ChartLayout } from './chart.ts';
import { layoutInLanes } from './lane-layout.ts';
import { layoutInLayers } from './layered-layout.ts';

export interface LayoutOptions {
  readonly language: Language;
  /** Swim-lanes: a column for each actor. */
  readonly lanes?: boolean;
  readonly changes?: ChangedFlow | null;
}

/** Where everything of a flow's chart stands. */
export async function layoutFlow(
  flow: Flow,
  { language, lanes = false, changes = null }: LayoutOptions,
): Promise<ChartLayout> {
  const plan = planChart(flow, { language, lanes, changed: changes });
  return lanes ? layoutInLanes(plan) : layoutInLayers(plan);
}
