import { useState } from 'react';
import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslate } from '../message';
import { CaptionDialog, ImageTextDialog, LinkDialog } from './dialogs';
import { ImagePicker } from './ImagePicker';
import { imageTools, tableTools, textTools } from './tools';
import { ToolRow } from './ToolRow';

export type Opened = 'link' | 'image' | 'image-text' | 'caption' | null;

interface ToolbarProps {
  editor: Editor;
  isDisabled: boolean;
  showsSource: boolean;
  onToggleSource: () => void;
}

export const Toolbar = ({ editor, isDisabled, showsSource, onToggleSource }: ToolbarProps) => {
  const translate = useTranslate();
  const [opened, setOpened] = useState<Opened>(null);
  // Each transaction may change which tools are pressed or possible.
  useEditorState({ editor, selector: ({ transactionNumber }) => transactionNumber });

  const close = () => {
    setOpened(null);
    editor.commands.focus();
  };
  const situation = { editor, translate, open: setOpened, showsSource, onToggleSource };
  const { selection } = editor.state;
  const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image';
  const isEditing = !isDisabled && !showsSource;

  return (
    <>
      <ToolRow label={translate('body.toolbar')} tools={textTools(situation)} isDisabled={isDisabled} />
      {isEditing && editor.isActive('table') ? (
        <ToolRow label={translate('body.toolbar.table')} tools={tableTools(situation)} isDisabled={false} />
      ) : null}
      {isEditing && isImage ? (
        <ToolRow label={translate('body.toolbar.image')} tools={imageTools(situation)} isDisabled={false} />
      ) : null}
      {opened === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {opened === 'caption' ? <CaptionDialog editor={editor} onClose={close} /> : null}
      {opened === 'image-text' ? <ImageTextDialog editor={editor} onClose={close} /> : null}
      {opened === 'image' ? <ImagePicker editor={editor} onClose={close} /> : null}
    </>
  );
};
