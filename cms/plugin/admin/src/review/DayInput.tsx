import { useState } from 'react';
import { TextInput } from '@strapi/design-system';
import { useTranslate } from '../message';
import { dayIn } from './day-in';

interface DayInputProps {
  /** `2026-11-20`, or empty; or what was typed and is no day, for its field to refuse. */
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
}

/**
 * A day as people write it. What cannot be read stays as it was typed: Strapi's picker puts the nearest day that it knows in
 * its place, and says nothing.
 */
export const DayInput = ({ value, onChange, disabled = false }: DayInputProps) => {
  const translate = useTranslate();
  // Half a day may read as another one (2026.12.1 of 2026.12.15): it is written anew when the input is left.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      autoComplete="off"
      placeholder={translate('day.example')}
      value={typed ?? value}
      disabled={disabled}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(dayIn(target.value) ?? target.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
};
