export * from './column-kinds.ts';
export * from './finding.ts';
export {
  freshUntil,
  readFreshnessLimits,
  wordsFor,
  type FreshnessLimit,
  type FreshnessLimits,
} from './freshness-limit.ts';
export { kindOf } from './inspect-columns.ts';
export { guideElements } from './inspect-guides.ts';
export * from './inspect-site.ts';
export * from './inspected-site.ts';
export { INSPECTION_RULES, type InspectionRule, type InspectionRuleName } from './rules.ts';
export { pageKindOf } from './page-kind.ts';
