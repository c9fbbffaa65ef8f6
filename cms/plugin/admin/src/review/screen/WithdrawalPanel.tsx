import { Flex, Link, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { WITHDRAWAL_REASONS } from 'disclosure-contract';
import { Link as RouterLink } from 'react-router-dom';
import { usePublicationQuery } from '../../disclosure-api';
import { useLabel, useTranslate } from '../../message';
import { Panel } from '../Panel';
import { itemPath } from '../paths';
import type { ReviewPanelProps } from './panels';

/** What is to be taken down, or was taken down at once, and why. */
export const WithdrawalPanel = ({ review: { item, type, kind, withdrawal } }: ReviewPanelProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { data: publication } = usePublicationQuery(item, { skip: withdrawal === null });
  if (withdrawal === null) return null;
  const url = publication?.url ?? null;
  return (
    <Panel title={translate(kind === 'ratification' ? 'review.ratification' : 'review.withdrawal')}>
      <Typography>{translate(`review.${kind}.explanation`)}</Typography>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography>
          {translate('review.withdrawal.reason', { reason: labelOf(WITHDRAWAL_REASONS[withdrawal.reason]) })}
        </Typography>
        {withdrawal.replacedBy === null ? null : (
          <Link tag={RouterLink} to={itemPath(withdrawal.replacedBy, type)}>
            {translate('review.withdrawal.replacement')}
          </Link>
        )}
        {url === null ? null : (
          <Link href={url} isExternal endIcon={<ExternalLink />}>
            {translate(publication?.state === 'withdrawn' ? 'publication.open-tombstone' : 'publication.open')}
          </Link>
        )}
      </Flex>
    </Panel>
  );
};
