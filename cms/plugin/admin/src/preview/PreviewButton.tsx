import { useState } from 'react';
import { Button, Flex, Link, Modal, Typography } from '@strapi/design-system';
import { Eye, ExternalLink } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { DialogHeader } from '../DialogHeader';
import { useTranslate } from '../message';
import { PreviewEffectLine } from './PreviewEffectLine';
import { PreviewFrame } from './PreviewFrame';
import { addressOf, usePreview } from './use-preview';

/** 预览: the saved draft as the public would see it, in a tab of its own, or beside the form in two widths. */
export const PreviewButton = ({ documentId }: { documentId: string }) => {
  const translate = useTranslate();
  const isModified = useForm('PreviewButton', ({ modified }) => modified);
  const [isFrameOpen, setIsFrameOpen] = useState(false);
  const { state, make } = usePreview(documentId);

  const open = async () => {
    // Opened while the click is still on: afterwards the browser takes it for a popup and blocks it.
    const tab = window.open('', '_blank');
    if (tab !== null) {
      tab.opener = null;
      tab.document.title = translate('preview.loading');
      tab.document.body.textContent = translate('preview.loading');
    }
    const preview = await make();
    if (preview === null) tab?.close();
    else tab?.location.replace(addressOf(preview));
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Button
        variant="secondary"
        fullWidth
        startIcon={<Eye />}
        loading={state.kind === 'loading'}
        onClick={() => void open()}
      >
        {translate('preview.open')}
      </Button>
      <Modal.Root open={isFrameOpen} onOpenChange={setIsFrameOpen}>
        <Modal.Trigger>
          <Button variant="tertiary" fullWidth>
            {translate('preview.widths')}
          </Button>
        </Modal.Trigger>
        <Modal.Content style={{ width: '96vw', maxWidth: '136rem', height: '94vh', maxHeight: '94vh' }}>
          <DialogHeader>{translate('preview.title')}</DialogHeader>
          <Modal.Body>
            <PreviewFrame documentId={documentId} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {isModified ? (
        <Typography variant="pi" textColor="warning700" role="status">
          {translate('preview.saved-draft')}
        </Typography>
      ) : null}
      {state.kind === 'failed' ? (
        <Typography variant="pi" textColor="danger600" role="alert">
          {state.message}
        </Typography>
      ) : null}
      {state.kind === 'ready' ? (
        <>
          <PreviewEffectLine preview={state.preview} />
          <Link href={addressOf(state.preview)} isExternal endIcon={<ExternalLink />}>
            {translate('preview.again')}
          </Link>
        </>
      ) : null}
    </Flex>
  );
};
