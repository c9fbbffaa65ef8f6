import { Badge, Flex, Typography } from '@strapi/design-system';
import { REVIEW_KINDS } from 'disclosure-contract';
import { useLabel, useTranslate } from '../../message';
import { reviewPath } from '../paths';
import type { ReviewEntry } from '../review-api';
import { daysSince } from '../waiting-time';
import { Deadline } from './Deadline';
import { EntryCard } from './EntryCard';

/** 等我审核: reviews whose turn is one's own, the longest waiting first. */
export const WaitingList = ({ entries }: { entries: readonly ReviewEntry[] }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const now = Date.now();
  if (entries.length === 0) return <Typography textColor="neutral600">{translate('desk.waiting.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch">
      {entries.map((entry) => (
        <EntryCard
          key={entry.id}
          title={entry.title}
          to={reviewPath(entry.item)}
          marks={
            <>
              {entry.kind === 'publication' ? null : <Badge>{labelOf(REVIEW_KINDS[entry.kind])}</Badge>}
              {entry.onBehalfOfName === null ? null : (
                <Badge>{translate('review.on-behalf', { name: entry.onBehalfOfName })}</Badge>
              )}
              <Deadline dueAt={entry.dueAt} />
            </>
          }
          facts={[
            entry.stepName,
            entry.submittedByName === null ? null : translate('review.submitted-by', { name: entry.submittedByName }),
            translate('review.waiting-days', { days: daysSince(entry.stepSince, now) }),
          ]}
        />
      ))}
    </Flex>
  );
};
