export * from './finding.ts';
export * from './personal-data.ts';
export { DEFAULT_MASKS, type MaskShape, type PersonalDataMasks } from './personal-data-lists.ts';
