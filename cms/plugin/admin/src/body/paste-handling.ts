import { useMemo } from 'react';
import type { Editor, EditorOptions } from '@tiptap/core';
import { useNotification } from '@strapi/strapi/admin';
import { useTranslate } from '../message';
import { fileOfDataUrl, imageFilesOf, useImageUpload } from './image-upload';
import { cleanPastedHtml, placeImages, type PastedHtml } from './paste/clean-pasted-html';

type EditorProps = EditorOptions['editorProps'];

const imageTags = (addresses: readonly string[]) =>
  addresses.map((address) => `<p><img src="${address}"></p>`).join('');
const isOwnClipboard = (html: string) => html.includes('data-pm-slice');

/**
 * How the editor takes what is pasted or dropped: cleaned, with pictures uploaded first. The editor is asked for when it
 * is needed, because these properties are part of what it is made from.
 */
export function usePasteHandling(editorOf: () => Editor | null): EditorProps {
  const translate = useTranslate();
  const upload = useImageUpload();
  const { toggleNotification } = useNotification();

  return useMemo(() => {
    const clean = (html: string) => cleanPastedHtml(html, window.location.origin);

    const warnAbout = (lost: number) => {
      if (lost > 0)
        toggleNotification({ type: 'warning', message: translate('body.images-lost', { count: lost }), timeout: 8000 });
    };

    const insertFiles = async (files: readonly File[], position?: number) => {
      toggleNotification({ type: 'info', message: translate('body.images-uploading', { count: files.length }) });
      try {
        const html = imageTags(await upload(files));
        const chain = editorOf()?.chain().focus();
        if (position === undefined) chain?.insertContent(html).run();
        else chain?.insertContentAt(position, html).run();
      } catch {
        toggleNotification({ type: 'danger', message: translate('body.images-failed', { count: files.length }) });
      }
    };

    const insertWithImages = async (pasted: PastedHtml) => {
      const { html, lost } = await withUploadedImages(pasted, upload);
      editorOf()?.chain().focus().insertContent(html).run();
      warnAbout(lost);
    };

    return {
      transformPastedHTML: (html) => (isOwnClipboard(html) ? html : placeImages(clean(html).html, [])),
      handlePaste: (_view, event) => {
        const html = event.clipboardData?.getData('text/html') ?? '';
        const files = imageFilesOf(event.clipboardData);
        if (isOwnClipboard(html)) return false;
        const pasted = clean(html);
        if (pasted.html === '' && files.length > 0) {
          void insertFiles(files);
          return true;
        }
        if (pasted.inlineImages.length > 0) {
          void insertWithImages(pasted);
          return true;
        }
        warnAbout(pasted.droppedImages);
        return false;
      },
      handleDrop: (view, event, _slice, isMoved) => {
        const files = imageFilesOf(event.dataTransfer);
        if (isMoved || files.length === 0) return false;
        event.preventDefault();
        void insertFiles(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    };
  }, [editorOf, toggleNotification, translate, upload]);
}

async function withUploadedImages(
  { html, inlineImages, droppedImages }: PastedHtml,
  upload: (files: readonly File[]) => Promise<string[]>,
): Promise<{ html: string; lost: number }> {
  const addresses = await Promise.all(
    inlineImages.map(async (address, at) => {
      const file = fileOfDataUrl(address, `image-${at + 1}`);
      const [url] = file ? await upload([file]).catch(() => []) : [];
      return url;
    }),
  );
  const failed = addresses.filter((address) => address === undefined).length;
  return { html: placeImages(html, addresses), lost: droppedImages + failed };
}
