import type { ComponentType } from 'react';
import type { Draft, ReviewReport } from '../review-api';
import { ContentPanel } from './ContentPanel';
import { DecisionPanel } from './DecisionPanel';
import { DifferencePanel } from './DifferencePanel';
import { EarlierReviews } from './EarlierReviews';
import { FindingsPanel } from './FindingsPanel';
import { PreviewPanel } from './PreviewPanel';
import { SecondLookPanel } from './SecondLookPanel';
import { StepsPanel } from './StepsPanel';
import type { DecisionState } from './use-decision';
import { WithdrawalPanel } from './WithdrawalPanel';

/** What each part of the review screen is given. */
export interface ReviewPanelProps {
  readonly review: ReviewReport;
  /** Reviews of the item before this one, the newest first. */
  readonly earlier: readonly ReviewReport[];
  /** Undefined while it is read, and for reviews of something else than a publication. */
  readonly draft: Draft | undefined;
  readonly decision: DecisionState;
}

/** A part of the review screen; one that has nothing to say about a review renders nothing. */
export type ReviewPanel = ComponentType<ReviewPanelProps>;

/** In the order of reading. On a wide screen these stand beside the others. */
export const SIDE_PANELS: readonly ReviewPanel[] = [StepsPanel];

export const MAIN_PANELS: readonly ReviewPanel[] = [
  WithdrawalPanel,
  DifferencePanel,
  PreviewPanel,
  ContentPanel,
  FindingsPanel,
  DecisionPanel,
  SecondLookPanel,
  EarlierReviews,
];
