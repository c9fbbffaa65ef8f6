import { Status, Typography } from '@strapi/design-system';
import { REVIEW_STATES, type ReviewState } from 'disclosure-contract';
import { useLabel } from '../message';

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

export const StateBadge = ({ state }: { state: ReviewState }) => {
  const labelOf = useLabel();
  return (
    <Status variant={VARIANTS[state]} size="XS">
      <Typography variant="pi" fontWeight="bold">
        {labelOf(REVIEW_STATES[state])}
      </Typography>
    </Status>
  );
};
