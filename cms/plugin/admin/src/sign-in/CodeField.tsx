import { Field } from '@strapi/design-system';

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const CodeField = ({ label, hint, error, value, onChange }: CodeFieldProps) => (
  <Field.Root name="sign-in-code" required hint={hint} error={error ?? undefined}>
    <Field.Label>{label}</Field.Label>
    <Field.Input
      autoFocus
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={32}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
