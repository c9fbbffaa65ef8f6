import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ManyWays, Plus } from '@strapi/icons';
import type { PowerKind } from 'disclosure-contract/flow';
import { useTranslate } from '../message';
import { useFlowActions } from './editing-context';
import { TransferMenus } from './transfer/TransferMenus';

/** Before there is a flow: how to come by one. */
export const EmptyFlows = ({ kind, onAddEmpty }: { kind: PowerKind | null; onAddEmpty: () => void }) => {
  const translate = useTranslate();
  const { isDisabled } = useFlowActions();
  return (
    <Flex direction="column" alignItems="center" gap={3} padding={6}>
      <ManyWays width="4rem" height="4rem" fill="neutral400" aria-hidden />
      <Typography textColor="neutral600" textAlign="center">
        {translate(isDisabled ? 'flow.empty.read-only' : 'flow.empty')}
      </Typography>
      {isDisabled ? null : (
        <Flex wrap="wrap" justifyContent="center" gap={2}>
          <TransferMenus kind={kind} variant={null} isRoom />
          <Box>
            <Button size="S" startIcon={<Plus />} onClick={onAddEmpty}>
              {translate('flow.empty.begin')}
            </Button>
          </Box>
        </Flex>
      )}
    </Flex>
  );
};
