import { Field, TextInput } from '@strapi/design-system';
import { useTranslate } from '../../message';

interface PlanFieldProps {
  /** As an input for date and time has it, on the clock of China. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** When to publish. The clock is that of China, whatever clock the browser runs on, and the field says so. */
export const PlanField = ({ value, error, onChange }: PlanFieldProps) => {
  const translate = useTranslate();
  return (
    <Field.Root name="publish-at" hint={translate('plan.hint')} error={error}>
      <Field.Label>{translate('plan.label')}</Field.Label>
      <TextInput type="datetime-local" value={value} onChange={({ target }) => onChange(target.value)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
