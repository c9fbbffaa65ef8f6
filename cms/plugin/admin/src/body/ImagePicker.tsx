import type { Editor } from '@tiptap/core';
import { useMediaLibraryDialog } from './media-library';

interface ImagePickerProps {
  editor: Editor;
  onClose: () => void;
}

export const ImagePicker = ({ editor, onClose }: ImagePickerProps) => {
  const MediaLibraryDialog = useMediaLibraryDialog();
  if (!MediaLibraryDialog) return null;

  return (
    <MediaLibraryDialog
      allowedTypes={['images']}
      multiple
      onClose={onClose}
      onSelectAssets={(assets) => {
        const images = assets.map(({ url, alternativeText }) => ({
          type: 'paragraph',
          content: [{ type: 'image', attrs: { src: url, alt: alternativeText || null } }],
        }));
        editor.chain().focus().insertContent(images).run();
        onClose();
      }}
    />
  );
};
