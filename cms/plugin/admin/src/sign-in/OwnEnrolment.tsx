import { useState } from 'react';
import { Field } from '@strapi/design-system';
import { useTranslate } from '../message';
import { EnrolmentForm } from './EnrolmentForm';
import { RecoveryCodes } from './RecoveryCodes';
import { useBeginOwnFactorMutation, useConfirmOwnFactorMutation } from './sign-in-api';
import { StepDialog } from './StepDialog';
import { useStepError } from './use-step-error';

/** Turning the second factor on: the password, the app's first code, the recovery codes. */
export const OwnEnrolment = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const [begin, { data: enrolment, isLoading: isBeginning }] = useBeginOwnFactorMutation();
  const [confirmFactor, { data: confirmed, isLoading: isConfirming }] = useConfirmOwnFactorMutation();
  const { error, setError, fail } = useStepError();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');

  const sendPassword = async () => {
    const result = await begin({ password });
    setPassword('');
    if ('error' in result) fail(result.error);
    else setError(null);
  };
  const sendCode = async () => {
    const result = await confirmFactor({ code: code.trim() });
    setCode('');
    if ('error' in result) fail(result.error);
  };

  if (confirmed) {
    return (
      <StepDialog
        title={translate('sign-in.recovery.title')}
        confirm={translate('sign-in.recovery.saved')}
        onConfirm={onClose}
        onClose={null}
      >
        <RecoveryCodes codes={confirmed.recoveryCodes} />
      </StepDialog>
    );
  }
  if (enrolment) {
    return (
      <StepDialog
        title={translate('sign-in.enrolment.title')}
        confirm={translate('sign-in.factor.enrol')}
        isBusy={isConfirming}
        onConfirm={() => void sendCode()}
        onClose={onClose}
      >
        <EnrolmentForm enrolment={enrolment} code={code} error={error} onCode={setCode} />
      </StepDialog>
    );
  }
  return (
    <StepDialog
      title={translate('sign-in.factor.enrol')}
      confirm={translate('sign-in.continue')}
      isBusy={isBeginning}
      onConfirm={() => void sendPassword()}
      onClose={onClose}
    >
      <Field.Root name="current-password" required error={error ?? undefined}>
        <Field.Label>{translate('sign-in.password.current')}</Field.Label>
        <Field.Input
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
    </StepDialog>
  );
};
