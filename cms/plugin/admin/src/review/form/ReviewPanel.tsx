import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Link, Flex, Loader, Typography } from '@strapi/design-system';
import { useForm, useRBAC } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { isItemUid } from '../../item-types';
import { useTranslate } from '../../message';
import { rightsOn } from '../../permissions';
import { reviewPath } from '../paths';
import type { ReviewReport } from '../review-api';
import { ReviewState } from './ReviewState';
import { endsBySaving, standingOf, type Standing } from './standing';
import { useReviews } from './use-standing';

/** 审核: how far the newest review of an item is, and what is to be done next, beside the item. */
export const ReviewPanel: PanelComponent = ({ model, documentId, document }) => {
  const translate = useTranslate();
  const reviews = useReviews(model, documentId);
  if (!isItemUid(model)) return null;
  return {
    title: translate('review.panel'),
    content:
      reviews === null ? (
        <Loader small>{translate('loading')}</Loader>
      ) : (
        <Content model={model} reviews={reviews} isNotice={Boolean(document?.['withholding'])} />
      ),
  };
};

interface ContentProps {
  model: string;
  reviews: readonly ReviewReport[];
  isNotice: boolean;
}

const Content = ({ model, reviews, isNotice }: ContentProps) => {
  const translate = useTranslate();
  const isModified = useForm('ReviewPanel', ({ modified }) => modified);
  const { allowedActions } = useRBAC(rightsOn(model).publish);
  const [newest] = reviews;
  const standing = standingOf(reviews, Date.now());
  const advice = adviceFor(standing, { isModified, mayPublish: allowedActions['canPublish'] === true });
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

/** What somebody should know before they act. */
function adviceFor(
  standing: Standing,
  { isModified, mayPublish }: { isModified: boolean; mayPublish: boolean },
): string | null {
  if (isModified && endsBySaving(standing)) return 'review.unsaved.running';
  if (isModified && standing.kind === 'not_submitted') return 'review.unsaved';
  if (mayPublish && standing.kind === 'approved' && standing.review.hasDecided) return 'publish.decided.explanation';
  return null;
}
