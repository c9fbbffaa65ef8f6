import { useRef, type ReactNode } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { MARKS } from 'disclosure-contract';
import { CHOICES } from '../labels/vocabularies';
import { useLabel, useTranslate } from '../message';
import { listOfMarked, withOtherMark, withoutValue, withValues, type MarkedEntry } from './marked-list';
import { useTypedWords } from './use-typed-words';

interface MarkedFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  attribute: { options?: { vocabulary?: string } };
  value?: unknown;
  onChange: (name: string, value: MarkedEntry[]) => void;
}

/** A list of which every entry is marked required or optional: codes of a vocabulary, or words where there is none. */
const MarkedField = (props: MarkedFieldProps) => {
  const { name, label, hint, labelAction, error, required, disabled, attribute, value, onChange } = props;
  const labelOf = useLabel();
  const choices = CHOICES[attribute.options?.vocabulary ?? ''];
  const list = listOfMarked(value);
  const entries = useRef<HTMLDivElement>(null);
  const remove = (entryValue: string) => {
    onChange(name, withoutValue(list, entryValue));
    // The button that was pressed goes with its row: whoever works by keyboard goes on from here.
    entries.current?.focus();
  };
  const add = (values: readonly string[]) => onChange(name, withValues(list, values));

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex ref={entries} tabIndex={-1} direction="column" alignItems="stretch" gap={1}>
        {list.length > 0 ? (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
            {list.map((entry) => (
              <Row
                key={entry.value}
                entry={entry}
                text={nameOf(entry.value)}
                marks={choices === undefined ? MARKS.words : MARKS.codes}
                isDisabled={disabled === true}
                onTurn={() => onChange(name, withOtherMark(list, entry.value))}
                onRemove={() => remove(entry.value)}
              />
            ))}
          </Flex>
        ) : null}
        {choices === undefined ? (
          <WordAdder isDisabled={disabled === true} onAdd={add} />
        ) : (
          <CodeAdder
            codes={Object.keys(choices).filter((code) => !list.some((entry) => entry.value === code))}
            nameOf={nameOf}
            isDisabled={disabled === true}
            onAdd={add}
          />
        )}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );

  function nameOf(entryValue: string): string {
    const choice = choices?.[entryValue];
    return choice ? labelOf(choice) : entryValue;
  }
};

export default MarkedField;

interface RowProps {
  entry: MarkedEntry;
  text: string;
  marks: (typeof MARKS)[keyof typeof MARKS];
  isDisabled: boolean;
  onTurn: () => void;
  onRemove: () => void;
}

const Row = ({ entry, text, marks, isDisabled, onTurn, onRemove }: RowProps) => {
  const translate = useTranslate();
  const mark = entry.required ? 'required' : 'optional';
  const meaning = translate(`marked.${mark}`);
  return (
    <Flex tag="li" gap={2} padding={1} background="neutral100" hasRadius>
      <Box shrink={0}>
        <Button
          variant="tertiary"
          size="S"
          disabled={isDisabled}
          aria-label={translate('marked.turn', { mark: meaning, entry: text })}
          title={translate('marked.turn.hint')}
          onClick={onTurn}
        >
          {marks[mark]} {meaning}
        </Button>
      </Box>
      <Box flex="1">
        <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
      </Box>
      {isDisabled ? null : (
        <IconButton variant="ghost" size="S" label={translate('marked.remove', { entry: text })} onClick={onRemove}>
          <Cross />
        </IconButton>
      )}
    </Flex>
  );
};

interface AdderProps {
  isDisabled: boolean;
  onAdd: (values: readonly string[]) => void;
}

const WordAdder = ({ isDisabled, onAdd }: AdderProps) => {
  const translate = useTranslate();
  const typing = useTypedWords(onAdd);
  return <TextInput {...typing} disabled={isDisabled} placeholder={translate('words.placeholder')} />;
};

const CodeAdder = ({
  codes,
  nameOf,
  isDisabled,
  onAdd,
}: AdderProps & { codes: readonly string[]; nameOf: (code: string) => string }) => {
  const translate = useTranslate();
  return (
    <SingleSelect
      // What is chosen goes to the list, and the next one may be.
      value={null}
      disabled={isDisabled || codes.length === 0}
      placeholder={translate('marked.choose')}
      onChange={(code) => onAdd([String(code)])}
    >
      {codes.map((code) => (
        <SingleSelectOption key={code} value={code}>
          {nameOf(code)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
