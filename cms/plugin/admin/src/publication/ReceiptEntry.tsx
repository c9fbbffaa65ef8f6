import { Box, Flex, IconButton, Status, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { minuteInChina } from 'disclosure-contract';
import { useNudgeNodeOfItemMutation, type ItemReceipt } from '../disclosure-api';
import type { ItemUid } from '../item-types';
import { useTranslate } from '../message';
import { rightsOn } from '../permissions';
import { secondsUntilVisible } from './seconds-until-visible';

interface ReceiptEntryProps {
  uid: ItemUid;
  documentId: string;
  receipt: ItemReceipt;
  changedAt: string | null;
  /** Nothing was heard for so long that the panel stopped asking. */
  isStalled: boolean;
  /** The panel is waiting for what comes of the last retry. */
  isRetrying: boolean;
  onRetried: () => void;
}

const VARIANTS = { waiting: 'secondary', done: 'success', problem: 'danger' } as const;

export const ReceiptEntry = (props: ReceiptEntryProps) => {
  const { uid, documentId, receipt, changedAt, isStalled, isRetrying, onRetried } = props;
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(rightsOn(uid).publish);
  const [nudge, { isLoading }] = useNudgeNodeOfItemMutation();
  const needsRetry = receipt.state === 'problem' || (receipt.state === 'waiting' && isStalled);

  const retry = async () => {
    const result = await nudge({ documentId, nodeId: receipt.nodeId });
    if ('error' in result)
      toggleNotification({ type: 'danger', message: translate('platform.nudge-failed', { node: receipt.nodeName }) });
    else onRetried();
  };

  return (
    <Box tag="li" padding={2} background="neutral100" hasRadius>
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="semiBold">{receipt.nodeName}</Typography>
        {needsRetry && allowedActions['canPublish'] ? (
          <IconButton
            label={translate('publication.retry', { node: receipt.nodeName })}
            disabled={isLoading || isRetrying}
            onClick={() => void retry()}
          >
            <ArrowClockwise />
          </IconButton>
        ) : (
          <Status variant={VARIANTS[receipt.state]} size="XS" shrink={0}>
            <Typography variant="pi">
              {translate(`publication.receipt.${isStalled && receipt.state === 'waiting' ? 'stalled' : receipt.state}`)}
            </Typography>
          </Status>
        )}
      </Flex>
      <ReceiptFacts receipt={receipt} changedAt={changedAt} />
    </Box>
  );
};

const ReceiptFacts = ({ receipt, changedAt }: Pick<ReceiptEntryProps, 'receipt' | 'changedAt'>) => {
  const translate = useTranslate();
  if (receipt.state === 'waiting') return null;
  const seconds = secondsUntilVisible(receipt, changedAt);
  return (
    <Flex direction="column" alignItems="flex-start" paddingTop={1}>
      {seconds === null ? null : (
        <Typography variant="pi">
          {translate('publication.receipt.speed', { seconds, pages: receipt.pages ?? 0 })}
        </Typography>
      )}
      {receipt.visibleAt === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {minuteInChina(receipt.visibleAt)}
        </Typography>
      )}
      {receipt.problem === null ? null : (
        <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
          {translate('publication.receipt.problem-is', { problem: receipt.problem })}
        </Typography>
      )}
    </Flex>
  );
};
