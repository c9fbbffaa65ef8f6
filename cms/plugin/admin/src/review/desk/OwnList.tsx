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
          to={needsAuthor(entry) ? itemPath(entry.item, entry.type) : reviewPath(entry.item)}
          marks={
            <>
              <StateBadge state={entry.state} kind={entry.kind} />
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

  function factsOf({ state, stepName, step, steps, stepSince, submittedAt, publishAt, problem }: OwnReviewEntry) {
    if (state === 'open') {
      return [
        translate('review.at-step', { step: stepName, number: step + 1, of: steps.length }),
        translate('review.waiting-days', { days: daysSince(stepSince, Date.now()) }),
      ];
    }
    if (state === 'approved') {
      return [
        publishAt === null || problem !== null
          ? translate('review.may-publish')
          : translate('review.planned-for', { time: minuteInChina(publishAt) }),
      ];
    }
    return [translate('review.submitted-at', { time: minuteInChina(submittedAt) })];
  }
};

/** Why a review has stopped, and that a planned publication did not take place. */
const Reason = ({ entry }: { entry: OwnReviewEntry }) => {
  const translate = useTranslate();
  const fieldLabel = useFieldLabel(entry.type);
  const { state, kind, stepName, lastOpinion, changedFields, publishAt, problem } = entry;
  const lines: string[] = [];
  if (state === 'returned') {
    const opinion = lastOpinion || translate('review.see-comments');
    lines.push(
      translate(kind === 'publication' ? 'review.returned-by' : 'review.refused-by', { step: stepName, opinion }),
    );
  }
  if (state === 'reopened' && lastOpinion) lines.push(lastOpinion);
  if (state === 'void' && changedFields.length > 0) {
    lines.push(translate('review.changed', { fields: changedFields.map(fieldLabel).join(translate('list-comma')) }));
  }
  if (state === 'void' && publishAt !== null) {
    lines.push(translate('plan.lapsed', { time: minuteInChina(publishAt) }));
  }
  if (state === 'approved' && problem !== null) lines.push(translate('plan.failed'));
  return lines.map((line) => (
    <Typography key={line} variant="pi" textColor={state === 'approved' ? 'danger600' : 'neutral800'}>
      {line}
    </Typography>
  ));
};
