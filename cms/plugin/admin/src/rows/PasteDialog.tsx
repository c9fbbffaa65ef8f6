import { useState } from 'react';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { DialogHeader } from '../DialogHeader';
import { useLabel, useTranslate } from '../message';
import { rowsIn, type PastedRows } from './pasted-rows';
import type { RowShape } from './row-shapes';

interface PasteDialogProps {
  shape: RowShape;
  onPaste: (pasted: PastedRows) => void;
  onClose: () => void;
}

/** Makes rows of what was copied from Word or Excel, and says how many before it does. */
export const PasteDialog = ({ shape, onPaste, onClose }: PasteDialogProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const [text, setText] = useState('');
  const pasted = rowsIn(text, shape);
  const columns = shape.columns.map(({ label }) => labelOf(label)).join('、');
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <DialogHeader>{translate('rows.paste')}</DialogHeader>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography>
              {shape.isTexts ? translate('rows.paste.texts') : translate('rows.paste.records', { columns })}
            </Typography>
            <Field.Root name="pasted">
              <Field.Label>{translate('rows.paste.label')}</Field.Label>
              <Textarea rows={8} value={text} onChange={({ target }) => setText(target.value)} />
            </Field.Root>
            <Typography role="status" variant="pi" textColor="neutral700">
              {text.trim() === '' ? null : translate('rows.paste.found', { count: pasted.rows.length })}
            </Typography>
            <Unread texts={pasted.unread} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {translate('cancel')}
          </Button>
          <Button
            disabled={pasted.rows.length === 0}
            onClick={() => {
              onPaste(pasted);
              onClose();
            }}
          >
            {translate('rows.paste.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

/** What of a pasted table was not understood, and so is not in its rows. */
export const Unread = ({ texts }: { texts: readonly string[] }) => {
  const translate = useTranslate();
  if (texts.length === 0) return null;
  return (
    <Typography variant="pi" textColor="warning700" role="status">
      {translate('rows.paste.unread', { count: texts.length, texts: texts.slice(0, 5).join('、') })}
    </Typography>
  );
};
