import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useTranslate } from '../message';
import { CaptionDialog, ImageTextDialog } from './dialogs';
import { imageTools, tableTools } from './tools';
import { ToolRow } from './ToolRow';

/** Tools for the table or image that is selected. They stand below the text, which would jump if they came above it. */
export const SelectionTools = ({ editor }: { editor: Editor }) => {
  const translate = useTranslate();
  const [opened, setOpened] = useState<'caption' | 'image-text' | null>(null);
  useEditorState({ editor, selector: ({ transactionNumber }) => transactionNumber });

  const close = () => {
    setOpened(null);
    editor.commands.focus();
  };
  const { selection } = editor.state;
  const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image';

  return (
    <>
      {editor.isActive('table') ? (
        <ToolRow
          label={translate('body.toolbar.table')}
          tools={tableTools({ editor, translate, open: setOpened })}
          isDisabled={false}
          side="bottom"
        />
      ) : null}
      {isImage ? (
        <ToolRow
          label={translate('body.toolbar.image')}
          tools={imageTools({ editor, translate, open: setOpened })}
          isDisabled={false}
          side="bottom"
        />
      ) : null}
      {opened === 'caption' ? <CaptionDialog editor={editor} onClose={close} /> : null}
      {opened === 'image-text' ? <ImageTextDialog editor={editor} onClose={close} /> : null}
    </>
  );
};
