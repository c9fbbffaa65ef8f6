import { Loader } from '@strapi/design-system';
import { DifferenceView } from '../../difference';
import { useDifferenceQuery, usePublicationQuery } from '../../disclosure-api';
import { useTranslate } from '../../message';
import { Panel } from '../Panel';
import type { ReviewPanelProps } from './panels';

/** What a new version changes in the one that is public. A first version has none to compare with. */
export const DifferencePanel = ({ review }: ReviewPanelProps) => {
  const translate = useTranslate();
  const isNewVersion = review.kind === 'publication' && (review.state === 'open' || review.state === 'approved');
  const { data: publication } = usePublicationQuery(review.item, { skip: !isNewVersion });
  const isShown = isNewVersion && publication?.state === 'live';
  const asked = { documentId: review.item, id: 'draft', against: 'live' };
  const { data } = useDifferenceQuery(asked, { skip: !isShown, refetchOnMountOrArgChange: true });
  if (!isShown) return null;
  return (
    <Panel title={translate('review.difference')}>
      {data === undefined ? (
        <Loader small>{translate('loading')}</Loader>
      ) : (
        <DifferenceView type={review.type} fields={data.fields} names={data.names} />
      )}
    </Panel>
  );
};
