import { useState } from 'react';
import { Field } from '@strapi/design-system';
import { useFlowActions } from '../editing-context';
import { PlainTextarea } from './PlainTextarea';
import { linesOf } from './lines';

interface LinesEntryProps {
  id: string;
  label: string;
  hint: string;
  value: readonly string[];
  isDisabled: boolean;
  onChange: (lines: string[]) => void;
}

/** Several short texts, one a line: they are typed and pasted without a button for each. */
export const LinesEntry = ({ id, label, hint, value, isDisabled, onChange }: LinesEntryProps) => {
  const { dispatch } = useFlowActions();
  const [typed, setTyped] = useState<string | null>(null);
  const stored = value.join('\n');
  const shown = typed !== null && linesOf(typed).join('\n') === stored ? typed : stored;
  return (
    <Field.Root id={id} hint={isDisabled ? undefined : hint}>
      <Field.Label>{label}</Field.Label>
      <PlainTextarea
        id={id}
        rows={Math.min(8, Math.max(2, shown.split('\n').length))}
        value={shown}
        disabled={isDisabled}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(linesOf(target.value));
        }}
        onBlur={() => {
          setTyped(null);
          dispatch({ type: 'left' });
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
};
