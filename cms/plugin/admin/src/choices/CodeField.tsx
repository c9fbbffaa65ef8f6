import type { ReactNode } from 'react';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useLabel, useTranslate } from '../message';
import type { CodeInput } from './inputs';

interface CodeFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  attribute: { enum?: readonly string[]; required?: boolean; default?: string };
  code: CodeInput;
}

/** One code of a vocabulary. */
export const CodeField = ({ name, label, hint, labelAction, required, disabled, attribute, code }: CodeFieldProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { value, error, onChange } = useField<string | null>(name);
  const codes = attribute.enum ?? Object.keys(code.vocabulary);
  const isNeverEmpty = attribute.required === true || attribute.default !== undefined;

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        value={value ?? null}
        disabled={disabled}
        placeholder={translate('codes.placeholder')}
        clearLabel={translate('codes.clear')}
        onChange={(chosen) => onChange(name, String(chosen))}
        {...(isNeverEmpty ? {} : { onClear: () => onChange(name, null) })}
      >
        {codes.map((each) => {
          const known = code.vocabulary[each];
          return (
            <SingleSelectOption key={each} value={each}>
              {known ? labelOf(known) : each}
            </SingleSelectOption>
          );
        })}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
