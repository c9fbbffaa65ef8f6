import type { FormEvent, ReactNode } from 'react';
import { Box, Button, Modal } from '@strapi/design-system';
import { DialogHeader } from '../DialogHeader';
import { useTranslate } from '../message';

interface StepDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  /** Null where there is no way back. */
  readonly onClose: (() => void) | null;
  readonly children: ReactNode;
}

/** One step of a sign-in: a form of its own, in front of whatever page is open. */
export const StepDialog = ({ title, confirm, isBusy = false, onConfirm, onClose, children }: StepDialogProps) => {
  const translate = useTranslate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The login page is a form too, and hears of what happens in its children.
    event.stopPropagation();
    onConfirm();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose?.())}>
      <Modal.Content style={{ maxWidth: '52rem' }}>
        <form onSubmit={submit} noValidate>
          {onClose === null ? (
            <Box background="neutral100" padding={5}>
              <Modal.Title>{title}</Modal.Title>
            </Box>
          ) : (
            <DialogHeader>{title}</DialogHeader>
          )}
          <Modal.Body>{children}</Modal.Body>
          <Modal.Footer>
            {onClose === null ? (
              <span />
            ) : (
              <Button variant="tertiary" onClick={onClose}>
                {translate('cancel')}
              </Button>
            )}
            <Button type="submit" loading={isBusy}>
              {confirm}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
