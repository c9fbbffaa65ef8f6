import { useState } from 'react';
import { Box, Button, Dialog, Flex, IconButton, Status, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { dayInChina, standsInOn } from 'disclosure-contract';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { useRemoveStandInMutation, type Person, type StandIn } from './people-api';
import { StandInDialog } from './StandInDialog';
import { useDistinctName } from './use-distinct-name';

interface StandInListProps {
  people: readonly Person[];
  standIns: readonly StandIn[];
}

/** Who stands in for whom, from which day to which. */
export const StandInList = ({ people, standIns }: StandInListProps) => {
  const translate = useTranslate();
  const [isAdding, setIsAdding] = useState(false);
  const today = dayInChina(new Date().toISOString());
  // A row says no roles.
  const distinctName = useDistinctName(people.map(({ id, name }) => ({ id, name })));
  const nameOf = (id: string) => {
    const person = people.find((each) => each.id === id);
    return person === undefined ? translate('people.unknown', { id }) : distinctName(person);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex>
        <Button variant="secondary" startIcon={<Plus />} onClick={() => setIsAdding(true)}>
          {translate('stand-in.add')}
        </Button>
      </Flex>
      {standIns.length === 0 ? <Typography textColor="neutral600">{translate('stand-in.none')}</Typography> : null}
      <Flex tag="ul" direction="column" alignItems="stretch">
        {standIns.map((standIn) => (
          <StandInRow
            key={standIn.documentId}
            standIn={standIn}
            isCurrent={standsInOn(standIn, today)}
            what={translate('stand-in.row', { standIn: nameOf(standIn.standIn), person: nameOf(standIn.person) })}
          />
        ))}
      </Flex>
      {isAdding ? <StandInDialog people={people} today={today} onClose={() => setIsAdding(false)} /> : null}
    </Flex>
  );
};

interface StandInRowProps {
  standIn: StandIn;
  isCurrent: boolean;
  what: string;
}

const StandInRow = ({ standIn: { documentId, from, to, reason }, isCurrent, what }: StandInRowProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [remove] = useRemoveStandInMutation();
  const [isAsked, setIsAsked] = useState(false);
  const confirm = async () => {
    const result = await remove(documentId);
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    setIsAsked(false);
  };
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
      <Flex gap={3} justifyContent="space-between">
        <Box flex="1" minWidth={0}>
          <Flex gap={2} wrap="wrap">
            <Typography fontWeight="bold">{what}</Typography>
            {isCurrent ? (
              <Status variant="success" size="XS">
                <Typography variant="pi" fontWeight="bold">
                  {translate('stand-in.current')}
                </Typography>
              </Status>
            ) : null}
          </Flex>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {translate('stand-in.days', { from, to })}
            {reason ? ` · ${reason}` : ''}
          </Typography>
        </Box>
        <IconButton label={translate('stand-in.remove', { what })} onClick={() => setIsAsked(true)}>
          <Trash />
        </IconButton>
      </Flex>
      <Dialog.Root open={isAsked} onOpenChange={setIsAsked}>
        <ConfirmDialog title={translate('stand-in.remove', { what })} variant="danger" onConfirm={confirm}>
          {translate('stand-in.remove.question')}
        </ConfirmDialog>
      </Dialog.Root>
    </Box>
  );
};
