export * from './attachments.ts';
export type { BlockKind } from './body-blocks.ts';
export * from './body-difference.ts';
export * from './fields.ts';
export * from './item-difference.ts';
export * from './rows-difference.ts';
export * from './runs.ts';
