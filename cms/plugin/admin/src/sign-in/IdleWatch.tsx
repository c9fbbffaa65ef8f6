import { useCallback, useEffect, useState } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useTranslate } from '../message';
import { idlenessAt } from './idleness';
import { leave } from './under-way';
import { useLastActivity } from './use-last-activity';

const DEVICE_KEY = 'strapi.admin.deviceId';
const LOOK_EVERY_MS = 500;

/** Signs out whoever has gone away, and asks them a minute before. */
export const IdleWatch = ({ idleMinutes }: { idleMinutes: number }) => {
  const translate = useTranslate();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const isWarned = secondsLeft !== null;
  // What is done while the question stands does not answer it.
  const { lastActiveAt, noteActivity } = useLastActivity(!isWarned);

  const signOut = useCallback(
    async (isForIdleness: boolean) => {
      const deviceId = window.localStorage.getItem(DEVICE_KEY);
      try {
        await post('/admin/logout', deviceId === null ? {} : { deviceId });
      } catch {
        // The server may have ended the session already; here it ends in any case.
      }
      leave();
      if (!isForIdleness) return;
      const message = translate('sign-in.idle.done', { minutes: idleMinutes });
      toggleNotification({ type: 'warning', message, blockTransition: true });
    },
    [idleMinutes, post, toggleNotification, translate],
  );

  useEffect(() => {
    let isOver = false;
    const look = () => {
      const idleness = idlenessAt(Date.now(), lastActiveAt(), idleMinutes);
      setSecondsLeft(idleness.phase === 'warned' ? idleness.secondsLeft : null);
      if (idleness.phase !== 'over' || isOver) return;
      isOver = true;
      void signOut(true);
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [idleMinutes, lastActiveAt, signOut]);

  return (
    <Dialog.Root open={isWarned} onOpenChange={(isOpen) => (isOpen ? undefined : noteActivity())}>
      <Dialog.Content>
        <Dialog.Header>{translate('sign-in.idle.title')}</Dialog.Header>
        <Dialog.Body icon={<Clock width="24px" height="24px" fill="warning600" />}>
          <Flex direction="column" gap={2}>
            <Typography textAlign="center" role="timer">
              {translate('sign-in.idle.question', { seconds: secondsLeft ?? 0 })}
            </Typography>
            <Typography textAlign="center" textColor="neutral600">
              {translate('sign-in.idle.unsaved')}
            </Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Button variant="tertiary" fullWidth onClick={() => void signOut(false)}>
            {translate('sign-in.idle.leave')}
          </Button>
          <Button fullWidth onClick={noteActivity}>
            {translate('sign-in.idle.stay')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
