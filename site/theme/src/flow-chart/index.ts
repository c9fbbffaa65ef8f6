export * from './chart.ts';
export type { Language } from './box-content.ts';
export type { ChangedFlow } from './chart-plan.ts';
export { drawFlow, type DrawOptions } from './draw-flow.ts';
export { layoutFlow, type LayoutOptions } from './layout-flow.ts';
