import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { WITHDRAWAL_REASONS, withdrawalReasonSchema, type ItemType, type WithdrawalReason } from 'disclosure-contract';
import type { ItemChoice } from '../disclosure-api';
import { useLabel, useTranslate } from '../message';
import { ReplacementField } from './ReplacementField';

export interface WrittenWithdrawal {
  readonly reason: WithdrawalReason;
  readonly replacedBy: string | null;
  readonly note: string;
}

interface WithdrawalFormProps {
  type: ItemType;
  documentId: string | undefined;
  explanation: string;
  confirmLabel: string;
  /** Whether there is somebody who reads a note: those who review the withdrawal. */
  hasNote: boolean;
  isSending: boolean;
  onConfirm: (withdrawal: WrittenWithdrawal) => Promise<void>;
  onClose: () => void;
}

/** Why a public item is taken down, and what takes its place. */
export const WithdrawalForm = (props: WithdrawalFormProps) => {
  const { type, documentId, explanation, confirmLabel, hasNote, isSending, onConfirm, onClose } = props;
  const translate = useTranslate();
  const labelOf = useLabel();
  const [reason, setReason] = useState<WithdrawalReason | null>(null);
  const [replacement, setReplacement] = useState<ItemChoice | null>(null);
  const [note, setNote] = useState('');
  const [isIncomplete, setIsIncomplete] = useState(false);

  const confirm = async () => {
    if (reason === null) {
      setIsIncomplete(true);
      return;
    }
    await onConfirm({ reason, replacedBy: replacement?.documentId ?? null, note: note.trim() });
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography>{explanation}</Typography>
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
          <ReplacementField type={type} exceptDocumentId={documentId} value={replacement} onChange={setReplacement} />
          {hasNote ? (
            <Field.Root name="withdrawal-note">
              <Field.Label>{translate('submit.note')}</Field.Label>
              <Textarea
                maxLength={1000}
                value={note}
                onChange={({ target }: { target: HTMLTextAreaElement }) => setNote(target.value)}
              />
            </Field.Root>
          ) : null}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {translate('cancel')}
        </Button>
        <Button variant="danger" loading={isSending} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </Modal.Footer>
    </>
  );
};
