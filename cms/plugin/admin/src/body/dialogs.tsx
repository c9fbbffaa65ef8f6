import { useState } from 'react';
import { Button, Field, Modal } from '@strapi/design-system';
import type { Editor } from '@tiptap/core';
import { DialogHeader } from '../DialogHeader';
import { useTranslate } from '../message';
import { isLinkAddress } from './body-schema';

interface EditorDialogProps {
  editor: Editor;
  onClose: () => void;
}

export const LinkDialog = ({ editor, onClose }: EditorDialogProps) => {
  const current: unknown = editor.getAttributes('link')['href'];
  return (
    <TextDialog
      text="link"
      initial={typeof current === 'string' ? current : ''}
      isAllowed={isLinkAddress}
      onClose={onClose}
      onConfirm={(href) => {
        const chain = editor.chain().focus().extendMarkRange('link');
        if (href === '') chain.unsetLink().run();
        else if (editor.state.selection.empty && !editor.isActive('link')) {
          chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
        } else chain.setLink({ href }).run();
      }}
    />
  );
};

export const CaptionDialog = ({ editor, onClose }: EditorDialogProps) => (
  <AttributeDialog editor={editor} onClose={onClose} text="caption" node="table" attribute="caption" />
);

export const ImageTextDialog = ({ editor, onClose }: EditorDialogProps) => (
  <AttributeDialog editor={editor} onClose={onClose} text="image-text" node="image" attribute="alt" />
);

interface AttributeDialogProps extends EditorDialogProps {
  text: string;
  node: string;
  attribute: string;
}

const AttributeDialog = ({ editor, onClose, text, node, attribute }: AttributeDialogProps) => {
  const current: unknown = editor.getAttributes(node)[attribute];
  return (
    <TextDialog
      text={text}
      initial={typeof current === 'string' ? current : ''}
      isAllowed={() => true}
      onClose={onClose}
      onConfirm={(value) => {
        editor
          .chain()
          .focus()
          .updateAttributes(node, { [attribute]: value === '' ? null : value })
          .run();
      }}
    />
  );
};

interface TextDialogProps {
  /** Which texts the dialog shows: `body.dialog.<text>.title`, `.label`, `.hint`. */
  text: string;
  initial: string;
  isAllowed: (value: string) => boolean;
  onConfirm: (value: string) => void;
  onClose: () => void;
}

const TextDialog = ({ text, initial, isAllowed, onConfirm, onClose }: TextDialogProps) => {
  const translate = useTranslate();
  const [value, setValue] = useState(initial);
  const [isRefused, setIsRefused] = useState(false);

  const confirm = () => {
    const trimmed = value.trim();
    if (trimmed !== '' && !isAllowed(trimmed)) {
      setIsRefused(true);
      return;
    }
    onConfirm(trimmed);
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <DialogHeader>{translate(`body.dialog.${text}.title`)}</DialogHeader>
        <Modal.Body>
          <Field.Root
            name={`body-${text}`}
            hint={translate(`body.dialog.${text}.hint`)}
            error={isRefused ? translate('body.dialog.link.refused') : undefined}
          >
            <Field.Label>{translate(`body.dialog.${text}.label`)}</Field.Label>
            <Field.Input
              value={value}
              autoFocus
              onChange={(event) => setValue(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                confirm();
              }}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {translate('cancel')}
          </Button>
          <Button onClick={confirm}>{translate('confirm')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
