import { useState } from 'react';
import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext, useNotification } from '@strapi/strapi/admin';
import { WITHDRAWAL_REASONS, withdrawalReasonSchema, type WithdrawalReason } from 'disclosure-contract';
import { useWithdrawItemMutation, type ItemChoice } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useLabel, useTranslate } from '../message';
import { ReplacementField } from './ReplacementField';

export const WithdrawDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const errorMessage = useErrorMessage();
  const { id } = useContentManagerContext();
  const { toggleNotification } = useNotification();
  const [withdraw, { isLoading }] = useWithdrawItemMutation();
  const [reason, setReason] = useState<WithdrawalReason | null>(null);
  const [replacement, setReplacement] = useState<ItemChoice | null>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);

  const confirm = async () => {
    if (reason === null || id === undefined) {
      setIsIncomplete(true);
      return;
    }
    const result = await withdraw({ documentId: id, reason, replacedBy: replacement?.documentId ?? null });
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
      return;
    }
    toggleNotification({ type: 'success', message: translate('withdraw.done') });
    onClose();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography>{translate('withdraw.explanation')}</Typography>
          <Field.Root
            name="withdrawal-reason"
            required
            error={isIncomplete && reason === null ? translate('withdraw.reason.missing') : undefined}
          >
            <Field.Label>{translate('withdraw.reason')}</Field.Label>
            <SingleSelect
              value={reason}
              placeholder={translate('withdraw.reason.choose')}
              onChange={(value) => setReason(withdrawalReasonSchema.parse(value))}
            >
              {Object.entries(WITHDRAWAL_REASONS).map(([code, label]) => (
                <SingleSelectOption key={code} value={code}>
                  {labelOf(label)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
          <ReplacementField exceptDocumentId={id} value={replacement} onChange={setReplacement} />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {translate('cancel')}
        </Button>
        <Button variant="danger" loading={isLoading} onClick={() => void confirm()}>
          {translate('withdraw.confirm')}
        </Button>
      </Modal.Footer>
    </>
  );
};
