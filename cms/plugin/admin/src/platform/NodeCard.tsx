import { useState } from 'react';
import { Badge, Box, Button, Dialog, Flex, IconButton, Status, Typography } from '@strapi/design-system';
import { ArrowClockwise, Pencil, Trash } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { minuteInChina } from 'disclosure-contract';
import { useDeleteNodeMutation, useNudgeNodeMutation, type SiteNode } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { Incidents } from './Incidents';
import { Inspection } from './Inspection';

interface NodeCardProps {
  node: SiteNode;
  last: number;
  canManage: boolean;
  onEdit: () => void;
}

export const NodeCard = ({ node, last, canManage, onEdit }: NodeCardProps) => {
  const translate = useTranslate();
  return (
    <Box tag="li" padding={4} background="neutral0" shadow="tableShadow" hasRadius>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Flex gap={2} wrap="wrap">
            <Typography tag="h3" variant="delta">
              {node.name}
            </Typography>
            <Badge>{translate(`audience.${node.audience}`)}</Badge>
            <NodeState node={node} />
          </Flex>
          <Typography variant="pi" textColor="neutral600">
            {translate('platform.node.position', { position: node.position, last })}
            {' · '}
            {node.lastSeenAt === null
              ? translate('platform.node.never-seen')
              : translate('platform.node.last-seen', { time: minuteInChina(node.lastSeenAt) })}
          </Typography>
          {node.nudgeUrl ? (
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {node.nudgeUrl}
            </Typography>
          ) : null}
          {node.problem === null ? null : (
            <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
              {translate('platform.node.problem', { problem: node.problem })}
            </Typography>
          )}
        </Flex>
        {canManage ? <NodeActions node={node} onEdit={onEdit} /> : null}
        <Incidents incidents={node.incidents} />
        <Inspection node={node} canManage={canManage} />
      </Flex>
    </Box>
  );
};

const NodeState = ({ node }: { node: SiteNode }) => {
  const translate = useTranslate();
  const variant = node.problem !== null ? 'danger' : node.lag === 0 ? 'success' : 'warning';
  const text =
    node.lag === 0 ? translate('platform.node.in-step') : translate('platform.node.behind', { lag: node.lag });
  return (
    <Status variant={variant} size="XS">
      <Typography variant="pi" fontWeight="bold">
        {text}
      </Typography>
    </Status>
  );
};

const NodeActions = ({ node, onEdit }: { node: SiteNode; onEdit: () => void }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [nudge, { isLoading }] = useNudgeNodeMutation();
  const [deleteNode] = useDeleteNodeMutation();
  const [asksToDelete, setAsksToDelete] = useState(false);

  const onNudge = async () => {
    const result = await nudge(node.id);
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else toggleNotification({ type: 'success', message: translate('platform.nudged', { node: node.name }) });
  };
  const onDelete = async () => {
    const result = await deleteNode(node.id);
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    setAsksToDelete(false);
  };

  return (
    <Flex gap={2}>
      <Button
        size="S"
        variant="tertiary"
        startIcon={<ArrowClockwise />}
        loading={isLoading}
        onClick={() => void onNudge()}
      >
        {translate('platform.nudge')}
      </Button>
      <IconButton label={translate('platform.node.edit', { node: node.name })} onClick={onEdit}>
        <Pencil />
      </IconButton>
      <IconButton label={translate('platform.node.delete', { node: node.name })} onClick={() => setAsksToDelete(true)}>
        <Trash />
      </IconButton>
      <Dialog.Root open={asksToDelete} onOpenChange={setAsksToDelete}>
        <ConfirmDialog
          title={translate('platform.node.delete', { node: node.name })}
          variant="danger"
          onConfirm={onDelete}
        >
          {translate('platform.node.delete.question', { node: node.name })}
        </ConfirmDialog>
      </Dialog.Root>
    </Flex>
  );
};
