import { Button, Flex, Loader, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { minuteInChina } from 'disclosure-contract';
import { useState } from 'react';
import { DifferenceView } from '../difference';
import { useDifferenceQuery, useRestoreVersionMutation, type HistoryEntry } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { itemTypeOf, type ItemUid } from '../item-types';
import { useTranslate } from '../message';
import { rightsOn } from '../permissions';

interface VersionViewProps {
  uid: ItemUid;
  documentId: string;
  entry: HistoryEntry;
  onBack: () => void;
  onDone: () => void;
}

const AGAINST = ['previous', 'draft', 'live'] as const;

/** One version: what changed in it, and the way back to it. */
export const VersionView = ({ uid, documentId, entry, onBack, onDone }: VersionViewProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(rightsOn(uid).update);
  const [against, setAgainst] = useState<string>('previous');
  const [isAsking, setIsAsking] = useState(false);
  const [restore, { isLoading }] = useRestoreVersionMutation();
  const asked = { documentId, id: entry.id, against: isAsking ? 'draft' : against };
  const { data, isFetching } = useDifferenceQuery(asked, { refetchOnMountOrArgChange: true });

  const confirm = async () => {
    const result = await restore({ documentId, id: entry.id, fields: null, base: null });
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
      return;
    }
    const missing = result.data.missing.map(({ name }) => name).join('、');
    toggleNotification(
      missing === ''
        ? { type: 'success', message: translate('history.restored') }
        : { type: 'warning', message: translate('history.restored-without', { missing }) },
    );
    onDone();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography fontWeight="semiBold">
            {translate(`history.kind.${entry.kind}`)} · {minuteInChina(entry.at)} ·{' '}
            {entry.actor ?? translate('history.by-program')}
          </Typography>
          {isAsking ? (
            <Typography role="alert">{translate('history.restore.question')}</Typography>
          ) : (
            <SingleSelect
              aria-label={translate('history.against')}
              value={against}
              onChange={(value) => setAgainst(String(value))}
            >
              {AGAINST.map((each) => (
                <SingleSelectOption key={each} value={each}>
                  {translate(`history.against.${each}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          )}
          {isFetching || data === undefined ? (
            <Loader small>{translate('loading')}</Loader>
          ) : (
            <DifferenceView type={itemTypeOf(uid)} fields={data.fields} names={data.names} />
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={isAsking ? () => setIsAsking(false) : onBack}>
          {translate(isAsking ? 'cancel' : 'history.back')}
        </Button>
        {isAsking ? (
          <Button loading={isLoading} onClick={() => void confirm()}>
            {translate('history.restore.confirm')}
          </Button>
        ) : (
          <Button variant="secondary" disabled={!allowedActions['canUpdate']} onClick={() => setIsAsking(true)}>
            {translate('history.restore')}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
};
