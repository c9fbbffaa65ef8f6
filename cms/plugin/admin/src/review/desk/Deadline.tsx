import { Status, Typography } from '@strapi/design-system';
import { useTranslate } from '../../message';
import { deadlineOf } from '../waiting-time';

/** By when a step should be decided; nothing where it has no limit. */
export const Deadline = ({ dueAt }: { dueAt: string | null }) => {
  const translate = useTranslate();
  const deadline = deadlineOf(dueAt, Date.now());
  if (deadline.kind === 'none') return null;
  const isOver = deadline.kind === 'over';
  return (
    <Status variant={isOver ? 'danger' : deadline.days <= 1 ? 'warning' : 'alternative'} size="XS">
      <Typography variant="pi" fontWeight="bold">
        {translate(isOver ? 'review.overdue' : 'review.days-left', { days: deadline.days })}
      </Typography>
    </Status>
  );
};
