import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Link, Flex, Loader, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { useTranslate } from '../../message';
import { ITEM_UID } from '../../plugin-id';
import { reviewPath } from '../paths';
import type { ReviewReport } from '../review-api';
import { ReviewState } from './ReviewState';
import { endsBySaving, standingOf } from './standing';
import { useReviews } from './use-standing';

/** 审核: how far the newest review of an item is, and what is to be done next, beside the item. */
export const ReviewPanel: PanelComponent = ({ model, documentId, document }) => {
  const translate = useTranslate();
  const reviews = useReviews(model, documentId);
  if (model !== ITEM_UID) return null;
  return {
    title: translate('review.panel'),
    content:
      reviews === null ? (
        <Loader small>{translate('loading')}</Loader>
      ) : (
        <Content reviews={reviews} isNotice={Boolean(document?.['withholding'])} />
      ),
  };
};

const Content = ({ reviews, isNotice }: { reviews: readonly ReviewReport[]; isNotice: boolean }) => {
  const translate = useTranslate();
  const isModified = useForm('ReviewPanel', ({ modified }) => modified);
  const [newest] = reviews;
  const standing = standingOf(reviews, Date.now());
  const advice = isModified
    ? endsBySaving(standing)
      ? 'review.unsaved.running'
      : standing.kind === 'not_submitted'
        ? 'review.unsaved'
        : null
    : null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {isNotice ? <Typography variant="pi">{translate('notice.is-one')}</Typography> : null}
      {newest === undefined ? (
        <Typography variant="pi" textColor="neutral600">
          {translate('review.never')}
        </Typography>
      ) : (
        <>
          <ReviewState review={newest} />
          <Link tag={RouterLink} to={reviewPath(newest.item)}>
            {translate('review.open')}
          </Link>
        </>
      )}
      {advice === null ? null : (
        <Typography variant="pi" textColor="warning700" role="status">
          {translate(advice)}
        </Typography>
      )}
    </Flex>
  );
};
