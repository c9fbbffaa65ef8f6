import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Label } from 'disclosure-contract';
import { useLabel } from '../../message';

interface CodeChoiceProps<Code extends string> {
  id: string;
  label: string;
  vocabulary: Readonly<Record<Code, Label>>;
  /** Those that are offered; all of the vocabulary where it is absent. */
  codes?: readonly Code[];
  value: Code | null;
  isDisabled: boolean;
  isLabelHidden?: boolean;
  placeholder?: string;
  onChange: (code: Code) => void;
}

/** One code of a vocabulary. */
export const CodeChoice = <Code extends string>(props: CodeChoiceProps<Code>) => {
  const { id, label, vocabulary, value, isDisabled, isLabelHidden = false, placeholder, onChange } = props;
  const labelOf = useLabel();
  const { codes = Object.keys(vocabulary) as Code[] } = props;
  return (
    <Field.Root>
      {isLabelHidden ? null : <Field.Label>{label}</Field.Label>}
      <div id={id}>
        <SingleSelect
          size="S"
          aria-label={isLabelHidden ? label : undefined}
          value={value}
          disabled={isDisabled}
          placeholder={placeholder}
          onChange={(code) => {
            const chosen = codes.find((each) => each === code);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {codes.map((code) => (
            <SingleSelectOption key={code} value={code}>
              {labelOf(vocabulary[code])}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </div>
    </Field.Root>
  );
};
