import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { DialogHeader } from '../DialogHeader';
import { useVersionsQuery, type HistoryEntry } from '../disclosure-api';
import { itemTypeOf, type ItemUid } from '../item-types';
import { useTranslate } from '../message';
import { EntryRow } from './EntryRow';
import { VersionView } from './VersionView';

const PAGE = 30;
const MOST = 100;

interface HistoryDialogProps {
  uid: ItemUid;
  documentId: string;
  onClose: () => void;
}

export const HistoryDialog = ({ uid, documentId, onClose }: HistoryDialogProps) => {
  const translate = useTranslate();
  const [limit, setLimit] = useState(PAGE);
  const [shown, setShown] = useState<HistoryEntry | null>(null);
  const { data, isError, refetch } = useVersionsQuery({ documentId, limit }, { refetchOnMountOrArgChange: true });

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <DialogHeader>{translate('history.title')}</DialogHeader>
        {shown === null ? (
          <Modal.Body>
            {data === undefined ? (
              isError ? (
                <Button variant="tertiary" onClick={() => void refetch()}>
                  {translate('retry')}
                </Button>
              ) : (
                <Loader small>{translate('loading')}</Loader>
              )
            ) : data.entries.length === 0 ? (
              <Typography textColor="neutral600">{translate('history.empty')}</Typography>
            ) : (
              <Flex tag="ol" direction="column" alignItems="stretch" gap={2} aria-label={translate('history.title')}>
                {data.entries.map((entry) => (
                  <EntryRow key={entry.id} type={itemTypeOf(uid)} entry={entry} onShow={() => setShown(entry)} />
                ))}
              </Flex>
            )}
            {data?.hasMore && limit < MOST ? (
              <Button variant="tertiary" marginTop={3} onClick={() => setLimit(MOST)}>
                {translate('history.older')}
              </Button>
            ) : null}
          </Modal.Body>
        ) : (
          <VersionView uid={uid} documentId={documentId} entry={shown} onBack={() => setShown(null)} onDone={onClose} />
        )}
      </Modal.Content>
    </Modal.Root>
  );
};
