import { useState } from 'react';
import { Badge, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { useDistinctName } from '../people/use-distinct-name';
import { SettingsBox } from './SettingsBox';
import {
  useResetSecondFactorMutation,
  useSignInAccountsQuery,
  useUnlockAccountMutation,
  type SignInAccount,
} from './sign-in-api';

/** Everybody's sign-in: who is locked out, whose password is due, who has a second factor. */
export const AccountList = () => {
  const translate = useTranslate();
  const { data: accounts = [] } = useSignInAccountsQuery(undefined, { refetchOnMountOrArgChange: true });
  const active = accounts.filter(({ isActive, lockedUntil }) => isActive || lockedUntil !== null);
  const lockedFirst = [...active].sort((a, b) => Number(b.lockedUntil !== null) - Number(a.lockedUntil !== null));
  const nameOf = useDistinctName(active);
  return (
    <SettingsBox title={translate('sign-in.accounts')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {lockedFirst.map((account) => (
          <Account key={account.id} account={account} name={nameOf(account)} />
        ))}
      </Flex>
    </SettingsBox>
  );
};

const Account = ({ account, name }: { account: SignInAccount; name: string }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { formatTime } = useIntl();
  const { toggleNotification } = useNotification();
  const [unlock, unlocking] = useUnlockAccountMutation();
  const [reset] = useResetSecondFactorMutation();
  const [isAsking, setIsAsking] = useState(false);
  const { id, lockedUntil, password, secondFactor } = account;

  const act = async (call: typeof unlock, done: 'sign-in.unlocked' | 'sign-in.factor.reset.done') => {
    const result = await call(id);
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else toggleNotification({ type: 'success', message: translate(done, { name }) });
  };

  return (
    <Flex tag="li" justifyContent="space-between" alignItems="center" gap={3} wrap="wrap">
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">{name}</Typography>
        {lockedUntil === null ? null : (
          <Badge backgroundColor="danger100" textColor="danger700">
            {translate('sign-in.locked.until', { time: formatTime(lockedUntil) })}
          </Badge>
        )}
        <Badge active={secondFactor.isOn}>
          {translate(secondFactor.isOn ? 'sign-in.factor.on.long' : 'sign-in.factor.off.long')}
        </Badge>
        {password.isDue ? <Badge>{translate('sign-in.password.due')}</Badge> : null}
      </Flex>
      <Flex gap={2} wrap="wrap">
        {lockedUntil === null ? null : (
          <Button
            size="S"
            loading={unlocking.isLoading}
            aria-label={translate('sign-in.unlock.of', { name })}
            onClick={() => void act(unlock, 'sign-in.unlocked')}
          >
            {translate('sign-in.unlock')}
          </Button>
        )}
        {secondFactor.isOn ? (
          <Button
            size="S"
            variant="tertiary"
            aria-label={translate('sign-in.factor.reset.of', { name })}
            onClick={() => setIsAsking(true)}
          >
            {translate('sign-in.factor.reset')}
          </Button>
        ) : null}
      </Flex>
      <Dialog.Root open={isAsking} onOpenChange={setIsAsking}>
        <ConfirmDialog
          title={translate('sign-in.factor.reset.of', { name })}
          onConfirm={() => act(reset, 'sign-in.factor.reset.done')}
        >
          {translate('sign-in.factor.reset.question', { name })}
        </ConfirmDialog>
      </Dialog.Root>
    </Flex>
  );
};
