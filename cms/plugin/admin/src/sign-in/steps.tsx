import { useEffect, useState } from 'react';
import { Field, Flex, Typography } from '@strapi/design-system';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { CodeField } from './CodeField';
import { EnrolmentForm } from './EnrolmentForm';
import { RecoveryCodes } from './RecoveryCodes';
import {
  useBeginEnrolmentMutation,
  useConfirmEnrolmentMutation,
  useGiveCodeMutation,
  useGivePasswordMutation,
  type Outstanding,
  type Session,
} from './sign-in-api';
import { StepDialog } from './StepDialog';
import { useStepError } from './use-step-error';

export interface StepProps {
  readonly challenge: string;
  readonly onDone: (next: Outstanding | Session) => void;
  readonly onClose: () => void;
}

export const CodeStep = ({ challenge, onDone, onClose }: StepProps) => {
  const translate = useTranslate();
  const [giveCode, { isLoading }] = useGiveCodeMutation();
  const { error, setError, fail } = useStepError();
  const [code, setCode] = useState('');

  const confirm = async () => {
    if (code.trim() === '') return setError(translate('sign-in.code.missing'));
    const result = await giveCode({ challenge, code: code.trim() });
    setCode('');
    if ('error' in result) fail(result.error);
    else onDone(result.data);
  };

  return (
    <StepDialog
      title={translate('sign-in.code.title')}
      confirm={translate('sign-in.continue')}
      isBusy={isLoading}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <CodeField
        label={translate('sign-in.code')}
        hint={translate('sign-in.code.hint')}
        error={error}
        value={code}
        onChange={setCode}
      />
    </StepDialog>
  );
};

export const PasswordStep = ({ challenge, onDone, onClose }: StepProps) => {
  const translate = useTranslate();
  const [givePassword, { isLoading }] = useGivePasswordMutation();
  const { error, setError, fail } = useStepError();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isDifferent = password !== repeated;

  const confirm = async () => {
    setIsTried(true);
    if (password === '') return setError(translate('sign-in.password.missing'));
    if (isDifferent) return undefined;
    const result = await givePassword({ challenge, password });
    if ('error' in result) fail(result.error);
    else onDone(result.data);
  };

  return (
    <StepDialog
      title={translate('sign-in.password.title')}
      confirm={translate('sign-in.continue')}
      isBusy={isLoading}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>{translate('sign-in.password.why')}</Typography>
        <Field.Root name="new-password" required hint={translate('sign-in.password.hint')} error={error ?? undefined}>
          <Field.Label>{translate('sign-in.password.new')}</Field.Label>
          <Field.Input
            type="password"
            autoComplete="new-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Field.Root
          name="repeated-password"
          required
          error={isTried && isDifferent ? translate('sign-in.password.different') : undefined}
        >
          <Field.Label>{translate('sign-in.password.repeat')}</Field.Label>
          <Field.Input
            type="password"
            autoComplete="new-password"
            value={repeated}
            onChange={(event) => setRepeated(event.target.value)}
          />
          <Field.Error />
        </Field.Root>
      </Flex>
    </StepDialog>
  );
};

export const EnrolmentStep = ({ challenge, onDone, onClose }: StepProps) => {
  const translate = useTranslate();
  const [begin, { data: enrolment, error: refusal }] = useBeginEnrolmentMutation();
  const [confirmEnrolment, { data: confirmed, isLoading }] = useConfirmEnrolmentMutation();
  const errorMessage = useErrorMessage();
  const { error, fail } = useStepError();
  const [code, setCode] = useState('');

  useEffect(() => {
    void begin({ challenge });
  }, [begin, challenge]);

  const confirm = async () => {
    const result = await confirmEnrolment({ challenge, code: code.trim() });
    setCode('');
    if ('error' in result) fail(result.error);
  };

  if (confirmed) {
    return (
      <StepDialog
        title={translate('sign-in.recovery.title')}
        confirm={translate('sign-in.recovery.saved')}
        onConfirm={() => onDone(confirmed.session)}
        onClose={null}
      >
        <RecoveryCodes codes={confirmed.recoveryCodes} />
      </StepDialog>
    );
  }
  return (
    <StepDialog
      title={translate('sign-in.enrolment.title')}
      confirm={translate('sign-in.continue')}
      isBusy={isLoading}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {refusal ? <Typography textColor="danger600">{errorMessage(refusal)}</Typography> : null}
      {enrolment ? <EnrolmentForm enrolment={enrolment} code={code} error={error} onCode={setCode} /> : null}
    </StepDialog>
  );
};
