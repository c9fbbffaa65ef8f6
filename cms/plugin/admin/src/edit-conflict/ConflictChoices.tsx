import { Button, Flex, Loader, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { minuteInChina, type ItemType } from 'disclosure-contract';
import type { ComparedField } from 'disclosure-contract/difference';
import { useEffect, useState } from 'react';
import { DialogHeader } from '../DialogHeader';
import { DifferenceView } from '../difference';
import {
  useDifferenceQuery,
  useKeepUnsavedMutation,
  useReadAgainMutation,
  useRestoreVersionMutation,
} from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { noteConflict, type EditConflict } from './conflict-store';
import { forgetTyping } from './typing';

type Side = 'mine' | 'theirs';

/** Two versions of one item: the other's is stored, mine is kept beside it. Field by field, one of them is chosen. */
export const ConflictChoices = ({ type, conflict }: { type: ItemType; conflict: EditConflict }) => {
  const { documentId, base, current, data, typed, savedBy, savedAt } = conflict;
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const resetForm = useForm('ConflictChoices', (state) => state.resetForm);
  const [readAgain] = useReadAgainMutation();
  const [keep, keeping] = useKeepUnsavedMutation();
  const [restore, restoring] = useRestoreVersionMutation();
  const [chosen, setChosen] = useState<Partial<Record<ComparedField, Side>>>({});
  const version = keeping.data?.id;
  const { data: difference } = useDifferenceQuery(
    { documentId, id: version ?? '', against: 'draft' },
    { skip: version === undefined, refetchOnMountOrArgChange: true },
  );

  // First of all: from here on nothing can be lost, whatever is chosen or breaks.
  useEffect(() => {
    void keep({ documentId, base, data });
  }, [keep, documentId, base, data]);

  const sideOf = (field: ComparedField): Side => chosen[field] ?? (typed.includes(field) ? 'mine' : 'theirs');
  const close = () => noteConflict(null);
  const showStored = () => {
    forgetTyping();
    resetForm();
    void readAgain(documentId);
    close();
  };

  const takeTheirs = () => {
    showStored();
    toggleNotification({ type: 'info', message: translate('conflict.took-theirs') });
  };

  const save = async (fields: readonly ComparedField[]) => {
    if (version === undefined) return;
    if (fields.length === 0) return takeTheirs();
    const result = await restore({ documentId, id: version, fields, base: current });
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
      return;
    }
    showStored();
    toggleNotification({ type: 'success', message: translate('conflict.saved') });
  };

  const fields = difference?.fields.map(({ field }) => field) ?? [];
  const mine = fields.filter((field) => sideOf(field) === 'mine');
  const isMerged = mine.length < fields.length;

  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content>
        <DialogHeader>
          {translate('conflict.title', {
            name: savedBy ?? translate('history.by-program'),
            time: minuteInChina(savedAt),
          })}
        </DialogHeader>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{translate('conflict.explanation')}</Typography>
            {keeping.isError ? (
              <Flex direction="column" alignItems="flex-start" gap={2}>
                <Typography textColor="danger600">{translate('conflict.not-kept')}</Typography>
                <Button variant="tertiary" onClick={() => void keep({ documentId, base, data })}>
                  {translate('retry')}
                </Button>
              </Flex>
            ) : difference === undefined ? (
              <Loader small>{translate('loading')}</Loader>
            ) : (
              <DifferenceView
                type={type}
                fields={difference.fields}
                names={difference.names}
                renderAside={(field) => (
                  <SingleSelect
                    size="S"
                    aria-label={translate('conflict.choose')}
                    value={sideOf(field)}
                    onChange={(value) => setChosen({ ...chosen, [field]: value === 'theirs' ? 'theirs' : 'mine' })}
                  >
                    <SingleSelectOption value="mine">{translate('conflict.mine')}</SingleSelectOption>
                    <SingleSelectOption value="theirs">{translate('conflict.theirs')}</SingleSelectOption>
                  </SingleSelect>
                )}
              />
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" disabled={version === undefined} onClick={takeTheirs}>
            {translate('conflict.take-theirs')}
          </Button>
          <Button disabled={difference === undefined} loading={restoring.isLoading} onClick={() => void save(mine)}>
            {translate(isMerged ? 'conflict.merge' : 'conflict.keep-mine')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
