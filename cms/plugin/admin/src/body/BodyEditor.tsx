import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useTranslate } from '../message';
import { bodyExtensions } from './body-schema';
import { EditorFrame } from './EditorFrame';
import { usePasteHandling } from './paste-handling';
import { SelectionTools } from './SelectionTools';
import { SourceView } from './SourceView';
import { toStoredHtml } from './stored-html';
import { Toolbar } from './Toolbar';

interface BodyEditorProps {
  id: string;
  label: string;
  value: string;
  isDisabled: boolean;
  isRequired: boolean;
  hasError: boolean;
  describedBy: string;
  onChange: (html: string) => void;
}

export const BodyEditor = ({
  id,
  label,
  value,
  isDisabled,
  isRequired,
  hasError,
  describedBy,
  onChange,
}: BodyEditorProps) => {
  const translate = useTranslate();
  const [showsSource, setShowsSource] = useState(false);
  const current = useRef<Editor | null>(null);
  const pasteHandling = usePasteHandling(useCallback(() => current.current, []));
  /** The last text that came in or went out; anything else means that somebody changed the form from outside. */
  const known = useRef(value);
  /** What the editor writes for the text it was given: opening a text must not count as changing it. */
  const written = useRef('');
  const emit = useRef(onChange);
  emit.current = onChange;

  // The editor compares what it is given by identity, and reconfigures itself when that changes.
  const [extensions] = useState(bodyExtensions);
  const editorProps = useMemo(
    () => ({
      ...pasteHandling,
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': describedBy,
        'aria-required': String(isRequired),
        'aria-invalid': String(hasError),
      },
    }),
    [pasteHandling, id, label, describedBy, isRequired, hasError],
  );

  const editor = useEditor({
    extensions,
    content: value,
    editable: !isDisabled,
    editorProps,
    onCreate: ({ editor: created }) => {
      written.current = toStoredHtml(created.getHTML());
    },
    onUpdate: ({ editor: updated }) => {
      const html = toStoredHtml(updated.getHTML());
      if (html === written.current) return;
      written.current = html;
      known.current = html;
      emit.current(html);
    },
  });
  current.current = editor;

  useEffect(() => {
    editor.setEditable(!isDisabled, false);
  }, [editor, isDisabled]);

  useEffect(() => {
    if (value === known.current) return;
    known.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
    written.current = toStoredHtml(editor.getHTML());
  }, [editor, value]);

  const writeSource = (source: string) => {
    known.current = source;
    onChange(source);
  };

  const toggleSource = () => {
    if (showsSource) editor.commands.setContent(value, { emitUpdate: true });
    setShowsSource(!showsSource);
  };

  return (
    <EditorFrame $hasError={hasError} $isDisabled={isDisabled}>
      <Toolbar editor={editor} isDisabled={isDisabled} showsSource={showsSource} onToggleSource={toggleSource} />
      {showsSource ? (
        <SourceView
          label={translate('body.source-of', { label })}
          value={value}
          isDisabled={isDisabled}
          onChange={writeSource}
        />
      ) : (
        <>
          <EditorContent editor={editor} />
          {isDisabled ? null : <SelectionTools editor={editor} />}
        </>
      )}
    </EditorFrame>
  );
};
