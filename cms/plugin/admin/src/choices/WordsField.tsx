import type { KeyboardEvent, ReactNode } from 'react';
import { Field } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTranslate } from '../message';
import { useTypedWords } from './use-typed-words';
import { listOfStrings, withWords } from './words';

interface WordsFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  value?: unknown;
  onChange: (name: string, value: string[]) => void;
}

const WordsField = ({
  name,
  label,
  hint,
  labelAction,
  error,
  required,
  disabled,
  value,
  onChange,
}: WordsFieldProps) => {
  const translate = useTranslate();
  const words = listOfStrings(value);
  const typing = useTypedWords((added) => onChange(name, withWords(words, added)));

  const remove = (word: string) =>
    onChange(
      name,
      words.filter((other) => other !== word),
    );

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    typing.onKeyDown(event);
    const isEmpty = typing.value === '' && !event.nativeEvent.isComposing;
    if (event.key === 'Backspace' && isEmpty && words.length > 0) onChange(name, words.slice(0, -1));
  };

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Box $hasError={Boolean(error)} $isDisabled={disabled === true}>
        {words.map((word) => (
          <Word key={word}>
            {word}
            {disabled ? null : (
              <button type="button" aria-label={translate('words.remove', { word })} onClick={() => remove(word)}>
                <Cross aria-hidden />
              </button>
            )}
          </Word>
        ))}
        <input
          {...typing}
          id={name}
          disabled={disabled}
          aria-describedby={`${name}-hint ${name}-error`}
          aria-invalid={Boolean(error)}
          placeholder={words.length === 0 ? translate('words.placeholder') : ''}
          onKeyDown={onKeyDown}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export default WordsField;

const Box = styled.div<{ $hasError: boolean; $isDisabled: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 0.6rem;
  min-height: 4rem;
  padding: 0.6rem 1.2rem;
  border: 1px solid ${({ theme, $hasError }) => ($hasError ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isDisabled }) => ($isDisabled ? theme.colors.neutral150 : theme.colors.neutral0)};

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }

  input {
    flex: 1 1 12rem;
    min-width: 8rem;
    border: 0;
    outline: none;
    background: transparent;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
    line-height: 2.6rem;
  }
`;

const Word = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  padding-inline: 0.8rem 0.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.primary100};
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.3rem;
  line-height: 2.6rem;

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 2.4rem;
    height: 2.4rem;
    border: 0;
    background: transparent;
    color: inherit;
    cursor: pointer;
  }

  svg {
    width: 1rem;
    height: 1rem;
    fill: currentColor;
  }
`;
