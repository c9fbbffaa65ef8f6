import type { ReactNode } from 'react';
import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { CHOICES } from '../labels/vocabularies';
import { useLabel, useTranslate } from '../message';
import { listOfStrings } from './words';

interface CodesFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  attribute: { options?: { vocabulary?: string } };
  value?: unknown;
  onChange: (name: string, value: string[]) => void;
}

const CodesField = ({
  name,
  label,
  hint,
  labelAction,
  error,
  required,
  disabled,
  attribute,
  value,
  onChange,
}: CodesFieldProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const choices = CHOICES[attribute.options?.vocabulary ?? ''] ?? {};
  const chosen = listOfStrings(value);

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <MultiSelect
        value={chosen}
        disabled={disabled}
        placeholder={translate('codes.placeholder')}
        clearLabel={translate('codes.clear')}
        customizeContent={(codes) => (codes ?? []).map((code) => nameOf(code)).join('、')}
        onChange={(codes) => onChange(name, codes)}
        onClear={() => onChange(name, [])}
      >
        {[...Object.keys(choices), ...chosen.filter((code) => !(code in choices))].map((code) => (
          <MultiSelectOption key={code} value={code}>
            {nameOf(code)}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );

  function nameOf(code: string): string {
    const choice = choices[code];
    return choice ? labelOf(choice) : code;
  }
};

export default CodesField;
