import { Button, Flex, Link, Loader, Status, Typography } from '@strapi/design-system';
import { ArrowClockwise, ExternalLink } from '@strapi/icons';
import { minuteInChina, WITHDRAWAL_REASONS } from 'disclosure-contract';
import type { Publication } from '../disclosure-api';
import { useLabel, useTranslate } from '../message';
import { CopyButton } from '../CopyButton';
import { ReceiptEntry } from './ReceiptEntry';
import { usePublication } from './use-publication';

export const PublicationState = ({ documentId }: { documentId: string }) => {
  const translate = useTranslate();
  const { data, isError, refetch, hasGivenUp, askAgain } = usePublication(documentId);

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
      {data.state !== 'never' && data.receipts.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {translate('publication.no-nodes')}
        </Typography>
      ) : null}
      {data.receipts.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-live="polite">
          {data.receipts.map((receipt) => (
            <ReceiptEntry
              key={receipt.nodeId}
              receipt={receipt}
              changedAt={data.change?.at ?? null}
              isStalled={hasGivenUp}
              onRetried={askAgain}
            />
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};

const VARIANTS = { never: 'secondary', live: 'success', withdrawn: 'warning' } as const;

const StateLine = ({ publication }: { publication: Publication }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { state, firstPublishedAt, withdrawnAt, reason } = publication;
  const since = state === 'live' ? firstPublishedAt : withdrawnAt;

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Status variant={VARIANTS[state]} size="S">
        <Typography variant="pi" fontWeight="bold">
          {translate(`publication.state.${state}`)}
        </Typography>
      </Status>
      {since === null || state === 'never' ? null : (
        <Typography variant="pi" textColor="neutral600">
          {translate(`publication.since.${state}`, { time: minuteInChina(since) })}
        </Typography>
      )}
      {state === 'withdrawn' && reason !== null ? (
        <Typography variant="pi">{labelOf(WITHDRAWAL_REASONS[reason])}</Typography>
      ) : null}
      {state === 'never' ? (
        <Typography variant="pi" textColor="neutral600">
          {translate('publication.never.hint')}
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
