export * from './check-text.ts';
export * from './context.ts';
export * from './finding.ts';
export type { LocalWord } from './local-words.ts';
export * from './markup.ts';
export { type KeptModel, openWordingModel, type WordingModel } from './wording-model.ts';
