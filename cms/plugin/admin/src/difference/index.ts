export { DifferenceView, type DifferenceViewProps } from './DifferenceView';
