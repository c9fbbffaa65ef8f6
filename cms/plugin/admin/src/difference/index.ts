export { DifferenceView, type DifferenceViewProps } from './DifferenceView';
export { useValueLabel } from './value-label';
