export * from './check-flow.ts';
export * from './difference.ts';
export * from './model.ts';
export * from './ordered-text.ts';
export * from './power-kinds.ts';
export { FLOW_PROBLEMS, type FlowProblem, type FlowProblemCode, type FlowProblemSeverity } from './problem.ts';
export { STEP_RULES, type StepRules } from './step-rules.ts';
export { MOST_DAYS_OFF, type FlowLimits } from './time-limits.ts';
