import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { BaseQueryError } from '@strapi/strapi/admin';
import { useTranslate } from '../message';
import { CodeField } from './CodeField';
import { RecoveryCodes } from './RecoveryCodes';
import { StepDialog } from './StepDialog';
import { useStepError } from './use-step-error';

type Failure = BaseQueryError | { readonly message?: string };

interface ConfirmedByCodeProps {
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  readonly act: (given: { code: string }) => Promise<{ data?: unknown; error?: Failure }>;
  readonly onClose: () => void;
}

/** Something that whoever sits at an open session may do only with a code in hand. */
export const ConfirmedByCode = ({ title, explanation, confirm, act, onClose }: ConfirmedByCodeProps) => {
  const translate = useTranslate();
  const { error, fail } = useStepError();
  const [code, setCode] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  const send = async () => {
    setIsBusy(true);
    const { data, error: refusal } = await act({ code: code.trim() });
    setIsBusy(false);
    setCode('');
    if (refusal !== undefined) return fail(refusal);
    const { recoveryCodes } = (data ?? {}) as { recoveryCodes?: readonly string[] };
    if (recoveryCodes === undefined) onClose();
    else setCodes(recoveryCodes);
  };

  if (codes !== null) {
    return (
      <StepDialog
        title={translate('sign-in.recovery.title')}
        confirm={translate('sign-in.recovery.saved')}
        onConfirm={onClose}
        onClose={null}
      >
        <RecoveryCodes codes={codes} />
      </StepDialog>
    );
  }
  return (
    <StepDialog title={title} confirm={confirm} isBusy={isBusy} onConfirm={() => void send()} onClose={onClose}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>{explanation}</Typography>
        <CodeField
          label={translate('sign-in.code')}
          hint={translate('sign-in.code.hint')}
          error={error}
          value={code}
          onChange={setCode}
        />
      </Flex>
    </StepDialog>
  );
};
