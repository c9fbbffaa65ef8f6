export * from './finding.ts';
export * from './item-texts.ts';
export * from './personal-data.ts';
export * from './text-checks.ts';
export { DEFAULT_MASKS, type MaskShape, type PersonalDataMasks } from './personal-data-lists.ts';
