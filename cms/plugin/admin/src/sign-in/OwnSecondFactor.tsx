import { useState } from 'react';
import { Badge, Button, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTranslate } from '../message';
import { ConfirmedByCode } from './ConfirmedByCode';
import { OwnEnrolment } from './OwnEnrolment';
import { SettingsBox } from './SettingsBox';
import { useRemoveOwnFactorMutation, useRenewRecoveryCodesMutation, type OwnSignIn } from './sign-in-api';

type Task = 'enrol' | 'renew' | 'remove';

export const OwnSecondFactor = ({ own }: { own: OwnSignIn }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const [task, setTask] = useState<Task | null>(null);
  const [remove] = useRemoveOwnFactorMutation();
  const [renew] = useRenewRecoveryCodesMutation();
  const { isOn, enrolledAt, recoveryCodesLeft } = own.secondFactor;
  const close = () => setTask(null);

  return (
    <SettingsBox
      title={translate('sign-in.factor')}
      state={<Badge active={isOn}>{translate(isOn ? 'sign-in.factor.on' : 'sign-in.factor.off')}</Badge>}
      actions={
        isOn ? (
          <>
            <Button variant="tertiary" onClick={() => setTask('renew')}>
              {translate('sign-in.recovery.renew')}
            </Button>
            {own.policy === 'required' ? null : (
              <Button variant="danger-light" onClick={() => setTask('remove')}>
                {translate('sign-in.factor.remove')}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={() => setTask('enrol')}>{translate('sign-in.factor.enrol')}</Button>
        )
      }
    >
      <Typography textColor="neutral600">
        {isOn && enrolledAt !== null
          ? translate('sign-in.factor.since', {
              date: formatDate(enrolledAt, { dateStyle: 'long' }),
              left: recoveryCodesLeft,
            })
          : translate('sign-in.factor.what')}
      </Typography>
      {task === 'enrol' ? <OwnEnrolment onClose={close} /> : null}
      {task === 'renew' ? (
        <ConfirmedByCode
          title={translate('sign-in.recovery.renew')}
          explanation={translate('sign-in.recovery.renew.explanation')}
          confirm={translate('sign-in.recovery.renew')}
          act={renew}
          onClose={close}
        />
      ) : null}
      {task === 'remove' ? (
        <ConfirmedByCode
          title={translate('sign-in.factor.remove')}
          explanation={translate('sign-in.factor.remove.explanation')}
          confirm={translate('sign-in.factor.remove')}
          act={remove}
          onClose={close}
        />
      ) : null}
    </SettingsBox>
  );
};
