import { useState, type KeyboardEventHandler, type ReactNode } from 'react';
import { Field, Textarea, TextInput } from '@strapi/design-system';
import { useFlowActions } from '../editing-context';

interface TextEntryProps {
  id: string;
  label: string;
  hint?: ReactNode;
  value: string;
  maxLength: number;
  /** What must not be empty keeps its last text when the field is left. */
  isRequired?: boolean;
  isDisabled?: boolean;
  isLong?: boolean;
  isLabelHidden?: boolean;
  placeholder?: string;
  error?: string;
  onChange: (text: string) => void;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

/** One text of a flow. The flow holds it without blanks at its ends; while it is typed, they stand. */
export const TextEntry = (props: TextEntryProps) => {
  const { id, label, hint, value, maxLength, isRequired = false, isDisabled, isLong = false, error } = props;
  const { dispatch } = useFlowActions();
  const [typed, setTyped] = useState<string | null>(null);
  const isBeingTyped = typed !== null && (typed.trim() === value || (isRequired && typed.trim() === ''));
  const input = {
    value: isBeingTyped ? typed : value,
    maxLength,
    disabled: isDisabled,
    placeholder: props.placeholder,
    'aria-label': props.isLabelHidden ? label : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      const text = target.value.slice(0, maxLength);
      setTyped(text);
      if (!isRequired || text.trim() !== '') props.onChange(text.trim());
    },
    onBlur: () => {
      setTyped(null);
      dispatch({ type: 'left' });
    },
  };
  return (
    <Field.Root id={id} hint={hint} error={error}>
      {props.isLabelHidden ? null : <Field.Label>{label}</Field.Label>}
      {isLong ? <Textarea {...input} /> : <TextInput {...input} size="S" onKeyDown={props.onKeyDown} />}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
