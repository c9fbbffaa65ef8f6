import { useMemo, type ReactNode } from 'react';
import { Alert, Box, Field, Flex, JSONInput } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import type { NamedFlow } from 'disclosure-contract';
import { useTranslate } from '../message';
import { FlowEditor } from './FlowEditor';
import { flowPowerOf } from './flow-power';
import { flowsOfValue } from './state/stored-flows';

interface FlowFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  value?: unknown;
  onChange: (name: string, value: unknown) => void;
}

/** 运行流程图: the flows of a power, one for each variant of its procedure. */
const FlowField = (props: FlowFieldProps) => {
  const { name, label, hint, labelAction, error, required, disabled = false, value, onChange } = props;
  const translate = useTranslate();
  const values = useForm('FlowField', (form) => form.values as Record<string, unknown>);
  const { kind, promisedLimitAmount, promisedLimitUnit, statutoryLimitAmount, statutoryLimitUnit } = values;
  const power = useMemo(
    () => flowPowerOf({ kind, promisedLimitAmount, promisedLimitUnit, statutoryLimitAmount, statutoryLimitUnit }),
    [kind, promisedLimitAmount, promisedLimitUnit, statutoryLimitAmount, statutoryLimitUnit],
  );
  const flows = useMemo(() => flowsOfValue(value), [value]);

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Field.Label action={labelAction} onClick={() => document.getElementById(`${name}-panel`)?.focus()}>
          {label}
        </Field.Label>
        {flows === null ? (
          <UnreadableFlows value={value} text={translate('flow.unreadable')} close={translate('close')} />
        ) : (
          <FlowEditor
            id={name}
            label={label}
            flows={flows}
            power={power}
            isDisabled={disabled}
            onChange={(changed: NamedFlow[]) => onChange(name, changed)}
          />
        )}
        <Box>
          <Field.Hint />
          <Field.Error />
        </Box>
      </Flex>
    </Field.Root>
  );
};

export default FlowField;

/** What is stored stays as it is: an editor that does not understand it must not write over it. */
const UnreadableFlows = ({ value, text, close }: { value: unknown; text: string; close: string }) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    <Alert variant="danger" closeLabel={close} onClose={() => undefined}>
      {text}
    </Alert>
    <JSONInput disabled value={typeof value === 'string' ? value : JSON.stringify(value, null, 2)} />
  </Flex>
);
