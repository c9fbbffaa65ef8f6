export { bpmnOf } from './export';
export { flowOfBpmn } from './import';
export type { FlowPositions } from './layout';
export type { ExchangeNote } from './notes';
