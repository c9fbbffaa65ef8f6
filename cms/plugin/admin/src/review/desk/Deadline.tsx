import { Badge } from '@strapi/design-system';
import { useTranslate } from '../../message';
import { deadlineOf } from '../waiting-time';

/** By when a step should be decided; nothing where it has no limit. */
export const Deadline = ({ dueAt }: { dueAt: string | null }) => {
  const translate = useTranslate();
  const deadline = deadlineOf(dueAt, Date.now());
  if (deadline.kind === 'none') return null;
  const isOver = deadline.kind === 'over';
  const colour = isOver ? 'danger' : deadline.days <= 1 ? 'warning' : 'alternative';
  return (
    // The design system's own colour on its pale yellow cannot be read by everybody.
    <Badge backgroundColor={`${colour}100`} textColor={colour === 'warning' ? 'neutral800' : `${colour}700`}>
      {translate(isOver ? 'review.overdue' : 'review.days-left', { days: deadline.days })}
    </Badge>
  );
};
