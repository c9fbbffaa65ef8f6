import { useState } from 'react';
import { Box, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { LIMIT_UNITS, limitUnitSchema, type LimitUnit, type TimeLimit } from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../message';

interface LimitInputProps {
  value: unknown;
  isDisabled: boolean;
  onChange: (value: unknown) => void;
}

/** 时限: so many days of one unit; none while no number is written. */
export const LimitInput = ({ value, isDisabled, onChange }: LimitInputProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const limit = (typeof value === 'object' ? value : null) as TimeLimit | null;
  // Chosen before the number is: there is nothing to store yet.
  const [chosen, setChosen] = useState<LimitUnit>('working_days');
  const unit = limit?.unit ?? chosen;

  return (
    <Flex gap={2} alignItems="flex-start">
      <Box flex="1 1 8rem">
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          placeholder={translate('rows.limit.none')}
          value={limit?.amount ?? ''}
          disabled={isDisabled}
          onChange={({ target }) => onChange(target.value === '' ? null : { amount: Number(target.value), unit })}
        />
      </Box>
      <Box flex="1 1 12rem">
        <Field.Root name="unit">
          <SingleSelect
            aria-label={translate('rows.limit.unit')}
            value={unit}
            disabled={isDisabled}
            onChange={(code) => {
              const next = limitUnitSchema.parse(code);
              setChosen(next);
              if (limit !== null) onChange({ ...limit, unit: next });
            }}
          >
            {Object.entries(LIMIT_UNITS).map(([code, label]) => (
              <SingleSelectOption key={code} value={code}>
                {labelOf(label)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
    </Flex>
  );
};
