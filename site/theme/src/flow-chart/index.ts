export * from './chart.ts';
export type { Language } from './box-content.ts';
export { cutLayout } from './cut-layout.ts';
export { drawFlow, drawFlowParts, drawWallChart, type DrawOptions } from './draw-flow.ts';
export { layoutFlow, type LayoutOptions } from './layout-flow.ts';
export type { WallSheet } from './wall-sheet.ts';
