import { Checkbox, Field, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../message';
import { DayInput } from '../review/DayInput';
import { LimitInput } from './LimitInput';
import type { Column } from './row-shapes';

export interface CellProps {
  /** Of the input: `bases.2.article`, as problems of the server name it. */
  id: string;
  column: Column;
  value: unknown;
  problem: string | undefined;
  isRequired: boolean;
  isDisabled: boolean;
  /** The only column of a list of texts says nothing that its list does not: its label is the number of its row. */
  label?: string;
  onChange: (value: unknown) => void;
}

/** One cell of a row, with its label and what is wrong with it. */
export const Cell = (props: CellProps) => {
  const { id, column, problem, isRequired } = props;
  const labelOf = useLabel();
  const isLabelled = column.input !== 'boolean' && props.label === undefined;
  return (
    <Field.Root id={id} name={id} error={problem} required={isRequired} width="100%">
      {isLabelled ? <Field.Label>{labelOf(column.label)}</Field.Label> : null}
      <Input {...props} />
      <Field.Error />
    </Field.Root>
  );
};

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const Input = ({ column, value, isDisabled, label, onChange }: CellProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const ownName = label === undefined ? {} : { 'aria-label': label };
  switch (column.input) {
    case 'text':
    case 'code':
      return (
        <TextInput
          {...ownName}
          value={textOf(value)}
          disabled={isDisabled}
          onChange={({ target }) => onChange(column.input === 'code' ? target.value.replace(/\s+/g, '') : target.value)}
        />
      );
    case 'longText':
      return (
        <LongText
          {...ownName}
          rows={rowsFor(textOf(value), label !== undefined)}
          value={textOf(value)}
          disabled={isDisabled}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'number':
      return (
        <TextInput
          type="number"
          inputMode="numeric"
          value={textOf(value)}
          disabled={isDisabled}
          onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
        />
      );
    case 'boolean':
      return (
        <Checkbox
          checked={value === true}
          disabled={isDisabled}
          onCheckedChange={(checked) => onChange(checked === true)}
        >
          {labelOf(column.label)}
        </Checkbox>
      );
    case 'date':
      return <DayInput value={textOf(value)} disabled={isDisabled} onChange={onChange} />;
    case 'limit':
      return <LimitInput value={value} isDisabled={isDisabled} onChange={onChange} />;
    case 'select':
      return (
        <SingleSelect
          value={textOf(value) === '' ? null : textOf(value)}
          disabled={isDisabled}
          placeholder={translate('codes.placeholder')}
          onChange={(code) => onChange(String(code))}
        >
          {Object.entries(column.vocabulary).map(([code, each]) => (
            <SingleSelectOption key={code} value={code}>
              {labelOf(each)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      );
  }
};

/** As high as its text wants, up to what still shows the rows around it. */
function rowsFor(text: string, isWholeRow: boolean): number {
  const lines = text.split('\n').reduce((count, line) => count + 1 + Math.floor(line.length / 48), 0);
  return Math.min(12, Math.max(isWholeRow ? 1 : 3, lines));
}

const LongText = styled(Textarea)`
  min-height: 0;
`;
