import type { ReactNode } from 'react';
import { Modal } from '@strapi/design-system';
import { useTranslate } from './message';

/** The title of a dialog, and a button that closes it: Strapi names that one in English. */
export const DialogHeader = ({ children }: { children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Modal.Header closeLabel={translate('close')}>
      <Modal.Title>{children}</Modal.Title>
    </Modal.Header>
  );
};
