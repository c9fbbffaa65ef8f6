import type { ReactNode } from 'react';
import { Badge, Flex, Link, TextButton, Typography } from '@strapi/design-system';
import { CONCLUSIONS, minuteInChina, REVIEW_KINDS, WITHHOLDING_GROUNDS } from 'disclosure-contract';
import { Link as RouterLink } from 'react-router-dom';
import { useLabel, useTranslate } from '../../message';
import { Deadline } from '../desk/Deadline';
import { useFieldLabel } from '../field-label';
import { itemPath } from '../paths';
import type { ReviewReport } from '../review-api';
import { StateBadge } from '../StateBadge';
import { goToField } from './go-to-field';

/** The state of a review, and what follows from it for whoever works on the item. */
export const ReviewState = ({ review }: { review: ReviewReport }) => {
  const labelOf = useLabel();
  const { state, kind } = review;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <StateBadge state={state} kind={kind} />
        {kind === 'publication' ? null : <Badge>{labelOf(REVIEW_KINDS[kind])}</Badge>}
        {state === 'open' ? <Deadline dueAt={review.dueAt} /> : null}
      </Flex>
      <Details review={review} />
    </Flex>
  );
};

const Small = ({ children, isBad = false }: { children: ReactNode; isBad?: boolean }) => (
  <Typography variant="pi" textColor={isBad ? 'danger600' : 'neutral800'} style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);

const Details = ({ review }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const { state, stepName, step, steps, stepSince, publishAt, problem, endedAt } = review;
  switch (state) {
    case 'open':
      return (
        <Small>
          {translate('review.at-step', { step: stepName, number: step + 1, of: steps.length })}
          {' · '}
          {translate('review.since', { time: minuteInChina(stepSince) })}
        </Small>
      );
    case 'approved':
      return (
        <>
          {problem === null ? null : <Small isBad>{translate('plan.failed')}</Small>}
          <Small>
            {publishAt === null || problem !== null
              ? translate('review.may-publish')
              : translate('review.planned-for', { time: minuteInChina(publishAt) })}
          </Small>
        </>
      );
    case 'returned':
      return <Returned review={review} />;
    case 'withheld':
      return <Withheld review={review} />;
    case 'reopened':
      return <Small>{review.decisions.at(-1)?.opinion}</Small>;
    case 'void':
      return (
        <>
          <Small>{translate('review.void.explanation')}</Small>
          <Fields review={review} />
          {publishAt === null ? null : (
            <Small isBad>{translate('plan.lapsed', { time: minuteInChina(publishAt) })}</Small>
          )}
        </>
      );
    case 'cancelled':
    case 'done':
      return endedAt === null ? null : <Small>{translate('review.ended', { time: minuteInChina(endedAt) })}</Small>;
  }
};

const Returned = ({ review: { decisions, stepName, kind, type } }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const fieldLabel = useFieldLabel(type);
  const last = decisions.at(-1);
  if (last === undefined) return null;
  return (
    <>
      <Small>
        {translate(kind === 'publication' ? 'review.returned-by' : 'review.refused-by', {
          step: stepName,
          opinion: last.opinion || translate('review.see-comments'),
        })}
      </Small>
      {kind === 'ratification' ? <Small>{translate('review.not-ratified.explanation')}</Small> : null}
      {last.comments.length === 0 ? null : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {last.comments.map(({ field, text }) => (
            <Flex key={`${field}${text}`} tag="li" direction="column" alignItems="flex-start">
              <TextButton onClick={() => goToField(field)}>
                {translate('review.go-to', { field: fieldLabel(field) })}
              </TextButton>
              <Small>{text}</Small>
            </Flex>
          ))}
        </Flex>
      )}
    </>
  );
};

const Withheld = ({ review: { decisions, notice } }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const record = decisions.at(-1)?.confidentiality ?? null;
  if (record === null) return null;
  return (
    <>
      <Small>{labelOf(CONCLUSIONS[record.conclusion])}</Small>
      {record.ground === null ? null : <Small>{labelOf(WITHHOLDING_GROUNDS[record.ground])}</Small>}
      {record.reason === '' ? null : <Small>{record.reason}</Small>}
      {record.reviewAgainOn === null ? null : (
        <Small>{translate('review.again-on', { day: record.reviewAgainOn })}</Small>
      )}
      {notice === null ? null : (
        <Link tag={RouterLink} to={itemPath(notice, 'item')}>
          {translate('notice.open')}
        </Link>
      )}
    </>
  );
};

const Fields = ({ review: { changedFields, type } }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const fieldLabel = useFieldLabel(type);
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
      {changedFields.map((field) => (
        <li key={field}>
          <TextButton onClick={() => goToField(field)}>
            {translate('review.go-to', { field: fieldLabel(field) })}
          </TextButton>
        </li>
      ))}
    </Flex>
  );
};
