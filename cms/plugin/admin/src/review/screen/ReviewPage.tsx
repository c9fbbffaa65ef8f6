import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { minuteInChina, REVIEW_KINDS } from 'disclosure-contract';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../../message';
import { DESK_PATH, itemPath } from '../paths';
import { useItemDraftQuery, useItemReviewsQuery, type ReviewReport } from '../review-api';
import { StateBadge } from '../StateBadge';
import { DecisionBar } from './DecisionBar';
import { MAIN_PANELS, SIDE_PANELS, type ReviewPanel } from './panels';
import { useDecision } from './use-decision';

const FRESH = { refetchOnMountOrArgChange: true } as const;

/** The newest review of an item: what is asked, how far it is, what it is about, and what to say to it. */
export const ReviewPage = () => {
  const translate = useTranslate();
  const { documentId = '' } = useParams();
  const { data: reviews, isError } = useItemReviewsQuery(documentId, FRESH);
  const [review, ...earlier] = reviews ?? [];
  const isOfContent = review?.kind === 'publication';
  const { data: draft } = useItemDraftQuery(documentId, { ...FRESH, skip: !isOfContent });
  const decision = useDecision(review, draft);

  if (reviews === undefined) return isError ? <Page.Error /> : <Page.Loading />;
  if (review === undefined) return <Page.NoData />;
  const show = (Panel: ReviewPanel, index: number) => (
    <Panel key={index} review={review} earlier={earlier} draft={isOfContent ? draft : undefined} decision={decision} />
  );

  return (
    <Page.Main>
      <Page.Title>{translate('review.title', { title: review.title })}</Page.Title>
      {/* Selects keep a hidden input of their own: without this it would lengthen the page below its end. */}
      <Box position="relative" padding={{ initial: 4, medium: 6, large: 8 }}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Head review={review} />
          <Columns>
            <Flex direction="column" alignItems="stretch" gap={4} className="side">
              {SIDE_PANELS.map(show)}
            </Flex>
            <Flex direction="column" alignItems="stretch" gap={4} className="main">
              {MAIN_PANELS.map(show)}
            </Flex>
          </Columns>
        </Flex>
      </Box>
      {review.mayDecide ? (
        <DecisionBar review={review} decision={decision} isReady={!isOfContent || draft !== undefined} />
      ) : null}
    </Page.Main>
  );
};

const Head = ({ review }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { title, kind, round, state, submittedByName, submittedAt, publishAt, note, item, type } = review;
  return (
    <Flex tag="header" direction="column" alignItems="stretch" gap={2}>
      <Flex gap={4} wrap="wrap">
        <Link tag={RouterLink} to={DESK_PATH} startIcon={<ArrowLeft />}>
          {translate('desk.title')}
        </Link>
        <Link tag={RouterLink} to={itemPath(item, type)}>
          {translate('review.open-item')}
        </Link>
      </Flex>
      <Typography tag="h1" variant="alpha" style={{ overflowWrap: 'anywhere', lineHeight: 1.4 }}>
        {title}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <StateBadge state={state} kind={kind} />
        <Typography variant="pi" textColor="neutral600">
          {[
            labelOf(REVIEW_KINDS[kind]),
            translate('review.round', { round }),
            translate('review.submitted', { name: submittedByName ?? '', time: minuteInChina(submittedAt) }),
            ...(publishAt === null ? [] : [translate('review.planned-for', { time: minuteInChina(publishAt) })]),
          ].join(' · ')}
        </Typography>
      </Flex>
      {note === '' ? null : <Typography>{translate('review.note', { note })}</Typography>}
    </Flex>
  );
};

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 1.6rem;
  align-items: start;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 1fr) 32rem;

    > .side {
      position: sticky;
      top: 2.4rem;
      grid-column: 2;
      grid-row: 1;
    }

    > .main {
      grid-column: 1;
      grid-row: 1;
    }
  }
`;
