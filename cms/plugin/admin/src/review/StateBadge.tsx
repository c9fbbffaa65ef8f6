import { Status, Typography } from '@strapi/design-system';
import { REVIEW_STATES, type ReviewKind, type ReviewState } from 'disclosure-contract';
import { useLabel, useTranslate } from '../message';

const VARIANTS = {
  open: 'secondary',
  returned: 'danger',
  withheld: 'alternative',
  reopened: 'secondary',
  void: 'danger',
  cancelled: 'alternative',
  approved: 'success',
  done: 'success',
} as const satisfies Record<ReviewState, string>;

export const StateBadge = ({ state, kind }: { state: ReviewState; kind: ReviewKind }) => {
  const labelOf = useLabel();
  const translate = useTranslate();
  const isRefused = kind === 'ratification' && state === 'returned';
  return (
    <Status variant={VARIANTS[state]} size="XS">
      {/* The design system's own colour on its pale yellow cannot be read by everybody. */}
      <Typography variant="pi" fontWeight="bold" {...(state === 'withheld' ? { textColor: 'neutral800' } : {})}>
        {isRefused ? translate('review.not-ratified') : labelOf(REVIEW_STATES[state])}
      </Typography>
    </Status>
  );
};
