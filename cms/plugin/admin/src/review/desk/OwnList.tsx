import { Badge, Flex, Typography } from '@strapi/design-system';
import { minuteInChina, REVIEW_KINDS } from 'disclosure-contract';
import { useLabel, useTranslate } from '../../message';
import { useFieldLabel } from '../field-label';
import { itemPath, reviewPath } from '../paths';
import type { OwnReviewEntry } from '../review-api';
import { StateBadge } from '../StateBadge';
import { byUrgency, daysSince, needsAuthor } from '../waiting-time';
import { EntryCard } from './EntryCard';

/** 我送审的: what one submitted, what has to be worked on first. */
export const OwnList = ({ entries }: { entries: readonly OwnReviewEntry[] }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  if (entries.length === 0) return <Typography textColor="neutral600">{translate('desk.own.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch">
      {byUrgency(entries).map((entry) => (
        <EntryCard
          key={entry.id}
          title={entry.title}
          to={needsAuthor(entry) ? itemPath(entry.item) : reviewPath(entry.item)}
          marks={
            <>
              <StateBadge state={entry.state} />
              {entry.kind === 'publication' ? null : <Badge>{labelOf(REVIEW_KINDS[entry.kind])}</Badge>}
            </>
          }
          facts={factsOf(entry)}
        >
          <Reason entry={entry} />
        </EntryCard>
      ))}
    </Flex>
  );

  function factsOf({ state, stepName, step, steps, stepSince, submittedAt, publishAt }: OwnReviewEntry) {
    if (state === 'open') {
      return [
        translate('review.at-step', { step: stepName, number: step + 1, of: steps.length }),
        translate('review.waiting-days', { days: daysSince(stepSince, Date.now()) }),
      ];
    }
    if (state === 'approved') {
      return [
        publishAt === null
          ? translate('review.may-publish')
          : translate('review.planned-for', { time: minuteInChina(publishAt) }),
      ];
    }
    return [translate('review.submitted-at', { time: minuteInChina(submittedAt) })];
  }
};

/** Why a review has stopped, or why a planned publication did not take place. */
const Reason = ({ entry }: { entry: OwnReviewEntry }) => {
  const translate = useTranslate();
  const fieldLabel = useFieldLabel();
  const { state, stepName, lastOpinion, changedFields, problem } = entry;
  const text =
    state === 'returned'
      ? translate('review.returned-by', { step: stepName, opinion: lastOpinion || translate('review.see-comments') })
      : state === 'reopened'
        ? lastOpinion
        : state === 'void' && changedFields.length > 0
          ? translate('review.changed', { fields: changedFields.map(fieldLabel).join(translate('list-comma')) })
          : problem;
  if (text === null || text === '') return null;
  return (
    <Typography variant="pi" textColor={state === 'approved' ? 'danger600' : 'neutral800'}>
      {text}
    </Typography>
  );
};
