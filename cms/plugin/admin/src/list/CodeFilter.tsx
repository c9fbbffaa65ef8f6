import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

interface CodeFilterProps {
  name: string;
  options?: readonly { value: string; label: string }[];
  'aria-label'?: string;
}

/** Strapi's own input would do, but without an input of its own a filter that is set shows its code. */
export const CodeFilter = ({ name, options = [], 'aria-label': ariaLabel }: CodeFilterProps) => {
  const { value, onChange } = useField<string>(name);
  return (
    <SingleSelect aria-label={ariaLabel} value={value ?? null} onChange={(code) => onChange(name, String(code))}>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
