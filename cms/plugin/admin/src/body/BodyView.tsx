import { useState } from 'react';
import { EditorContent, useEditor } from '@tiptap/react';
import { bodyExtensions } from './body-schema';
import { EditorFrame } from './EditorFrame';

/** A body as it reads on the public page, not to be changed. What the body schema does not know is left out. */
export const BodyView = ({ html }: { html: string }) => {
  const [extensions] = useState(bodyExtensions);
  const editor = useEditor({ extensions, content: html, editable: false }, [html]);
  return (
    <EditorFrame $hasError={false} $isDisabled={false}>
      <EditorContent editor={editor} />
    </EditorFrame>
  );
};
