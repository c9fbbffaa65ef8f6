import { Button, Dialog } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useTranslate } from '../message';

const MINUTE_MS = 60_000;

/** Says how long it takes, and whom to ask: trying again would not help. */
export const LockedDialog = ({ until, onClose }: { until: string; onClose: () => void }) => {
  const translate = useTranslate();
  const { formatTime } = useIntl();
  const minutes = Math.max(1, Math.ceil((new Date(until).getTime() - Date.now()) / MINUTE_MS));

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Content>
        <Dialog.Header>{translate('sign-in.locked.title')}</Dialog.Header>
        <Dialog.Body icon={<Lock width="24px" height="24px" fill="danger600" />}>
          {translate('sign-in.locked.text', { minutes, time: formatTime(until) })}
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth onClick={onClose}>
            {translate('close')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
