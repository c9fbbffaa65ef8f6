import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { useState } from 'react';
import { ConflictDialog } from '../edit-conflict/ConflictDialog';
import { KeptTyping } from '../edit-conflict/KeptTyping';
import { Presence } from '../edit-conflict/Presence';
import { isItemUid, itemTypeOf, type ItemUid } from '../item-types';
import { useTranslate } from '../message';
import { HistoryDialog } from './HistoryDialog';

/** 版本历史: who else is here, and what an item was before. */
export const HistoryPanel: PanelComponent = ({ model, documentId }) => {
  const translate = useTranslate();
  if (!isItemUid(model)) return null;
  const isStored = documentId !== undefined && documentId !== 'create';
  return {
    title: translate('history.title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%">
        <KeptTyping documentId={isStored ? documentId : 'create'} />
        {isStored ? (
          <StoredItem key={documentId} uid={model} documentId={documentId} />
        ) : (
          <Typography variant="pi" textColor="neutral600">
            {translate('history.none')}
          </Typography>
        )}
      </Flex>
    ),
  };
};

const StoredItem = ({ uid, documentId }: { uid: ItemUid; documentId: string }) => {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Presence documentId={documentId} />
      <Button variant="tertiary" startIcon={<Clock />} onClick={() => setIsOpen(true)} fullWidth>
        {translate('history.open')}
      </Button>
      {isOpen ? <HistoryDialog uid={uid} documentId={documentId} onClose={() => setIsOpen(false)} /> : null}
      <ConflictDialog type={itemTypeOf(uid)} documentId={documentId} />
    </>
  );
};
