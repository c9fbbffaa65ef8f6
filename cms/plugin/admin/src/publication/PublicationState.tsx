import { Button, Flex, Link, Loader, Status, Typography } from '@strapi/design-system';
import { ArrowClockwise, ExternalLink } from '@strapi/icons';
import { minuteInChina, WITHDRAWAL_REASONS } from 'disclosure-contract';
import { Link as RouterLink } from 'react-router-dom';
import type { Publication } from '../disclosure-api';
import type { ItemUid } from '../item-types';
import { useLabel, useTranslate } from '../message';
import { CopyButton } from '../CopyButton';
import { ReceiptEntry } from './ReceiptEntry';
import { usePublication } from './use-publication';

export const PublicationState = ({ uid, documentId }: { uid: ItemUid; documentId: string }) => {
  const translate = useTranslate();
  const { data, isError, refetch, hasGivenUp, isRetrying, askAgain } = usePublication(documentId);

  if (data === undefined) {
    if (!isError) return <Loader small>{translate('loading')}</Loader>;
    return (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography textColor="danger600">{translate('publication.failed')}</Typography>
        <Button size="S" variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => void refetch()}>
          {translate('retry')}
        </Button>
      </Flex>
    );
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <StateLine publication={data} />
      {data.state === 'never' ? null : <Facts publication={data} />}
      {data.state !== 'never' && data.reach !== 'none' && data.receipts.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {translate('publication.no-nodes')}
        </Typography>
      ) : null}
      {data.receipts.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-live="polite">
          {data.receipts.map((receipt) => (
            <ReceiptEntry
              key={receipt.nodeId}
              uid={uid}
              documentId={documentId}
              receipt={receipt}
              changedAt={data.change?.at ?? null}
              isStalled={hasGivenUp}
              isRetrying={isRetrying}
              onRetried={askAgain}
            />
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};

/** What an item that nobody has saved yet shows. */
export const NotPublished = () => {
  const translate = useTranslate();
  return (
    <Typography variant="pi" textColor="neutral600">
      {translate('publication.never.hint')}
    </Typography>
  );
};

const VARIANTS = {
  never: 'secondary',
  public: 'success',
  staff: 'alternative',
  none: 'secondary',
  withdrawn: 'warning',
} as const;

/** What a version that is not withdrawn is to the public: published is not yet public. */
function stateOf({ state, reach }: Publication): keyof typeof VARIANTS {
  return state === 'live' ? (reach ?? 'none') : state;
}

const StateLine = ({ publication }: { publication: Publication }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { state, firstPublishedAt, withdrawnAt, reason, replacedBy } = publication;
  const shown = stateOf(publication);
  const since = state === 'live' ? firstPublishedAt : withdrawnAt;

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Status variant={VARIANTS[shown]} size="S">
        <Typography variant="pi" fontWeight="bold">
          {translate(`publication.state.${shown}`)}
        </Typography>
      </Status>
      {since === null || state === 'never' ? null : (
        <Typography variant="pi" textColor="neutral600">
          {translate(`publication.since.${shown}`, { time: minuteInChina(since) })}
        </Typography>
      )}
      {state === 'withdrawn' && reason !== null ? (
        <Typography variant="pi">{labelOf(WITHDRAWAL_REASONS[reason])}</Typography>
      ) : null}
      {state === 'withdrawn' && replacedBy !== null ? (
        <Typography variant="pi">
          {translate('publication.replaced-by')}{' '}
          <Link tag={RouterLink} to={`../${replacedBy.documentId}`} relative="path">
            {replacedBy.title ?? replacedBy.documentId}
          </Link>
        </Typography>
      ) : null}
      {shown === 'never' || shown === 'staff' || shown === 'none' ? (
        <Typography variant="pi" textColor="neutral600">
          {translate(`publication.${shown}.hint`)}
        </Typography>
      ) : null}
    </Flex>
  );
};

const Facts = ({ publication }: { publication: Publication }) => {
  const translate = useTranslate();
  const { indexNo, url, state, change, publishedAt } = publication;

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {indexNo === null ? null : (
        <Flex justifyContent="space-between" gap={2}>
          <Flex direction="column" alignItems="flex-start">
            <Typography variant="pi" textColor="neutral600">
              {translate('publication.index-no')}
            </Typography>
            <Typography style={{ overflowWrap: 'anywhere' }}>{indexNo}</Typography>
          </Flex>
          <CopyButton value={indexNo} label={translate('publication.copy-index-no')} />
        </Flex>
      )}
      {change === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {translate('publication.version', { seq: change.seq, time: minuteInChina(publishedAt ?? change.at) })}
        </Typography>
      )}
      {url === null ? null : (
        <Link href={url} isExternal endIcon={<ExternalLink />}>
          {translate(state === 'live' ? 'publication.open' : 'publication.open-tombstone')}
        </Link>
      )}
    </Flex>
  );
};
