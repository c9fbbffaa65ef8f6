import type { ReactNode } from 'react';
import { Box, Field, Flex } from '@strapi/design-system';
import { BodyEditor } from './BodyEditor';

interface BodyFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  value?: string | null;
  onChange: (name: string, value: string | null) => void;
}

const BodyField = ({ name, label, hint, labelAction, error, required, disabled, value, onChange }: BodyFieldProps) => (
  <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Field.Label action={labelAction} onClick={() => document.getElementById(`${name}-editor`)?.focus()}>
        {label}
      </Field.Label>
      <BodyEditor
        id={`${name}-editor`}
        label={label}
        value={value ?? ''}
        isDisabled={disabled === true}
        isRequired={required === true}
        hasError={error !== undefined && error !== ''}
        describedBy={`${name}-hint ${name}-error`}
        onChange={(html) => onChange(name, html === '' ? null : html)}
      />
      <Box paddingTop={1}>
        <Field.Hint />
        <Field.Error />
      </Box>
    </Flex>
  </Field.Root>
);

export default BodyField;
