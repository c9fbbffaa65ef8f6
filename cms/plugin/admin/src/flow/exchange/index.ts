export { bpmnOf } from './export';
export { flowOfBpmn } from './import';
export type { ExchangeNote } from './notes';
