import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslate } from '../message';
import { LinkDialog } from './dialogs';
import { ImagePicker } from './ImagePicker';
import { textTools } from './tools';
import { ToolRow } from './ToolRow';

interface ToolbarProps {
  editor: Editor;
  isDisabled: boolean;
  showsSource: boolean;
  onToggleSource: () => void;
}

export const Toolbar = ({ editor, isDisabled, showsSource, onToggleSource }: ToolbarProps) => {
  const translate = useTranslate();
  const [opened, setOpened] = useState<'link' | 'image' | null>(null);
  // Each transaction may change which tools are pressed or possible.
  useEditorState({ editor, selector: ({ transactionNumber }) => transactionNumber });

  const close = () => {
    setOpened(null);
    editor.commands.focus();
  };
  const tools = textTools({ editor, translate, open: setOpened, showsSource, onToggleSource });

  return (
    <>
      <ToolRow label={translate('body.toolbar')} tools={tools} isDisabled={isDisabled} side="top" />
      {opened === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {opened === 'image' ? <ImagePicker editor={editor} onClose={close} /> : null}
    </>
  );
};
