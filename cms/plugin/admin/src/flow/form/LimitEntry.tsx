import { useRef } from 'react';
import { Checkbox, Field, TextInput } from '@strapi/design-system';
import { LIMIT_UNITS, type FlowNode, type LimitUnit } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { useFlowActions } from '../editing-context';
import { CodeChoice } from './CodeChoice';
import { Columns } from './Columns';

interface LimitEntryProps {
  id: string;
  value: FlowNode['limit'];
  /** In which a limit is given where nobody chose another: that of the power. */
  defaultUnit: LimitUnit;
  isDisabled: boolean;
  onChange: (limit: FlowNode['limit']) => void;
}

/** 时限: without a number of days there is none. */
export const LimitEntry = ({ id, value, defaultUnit, isDisabled, onChange }: LimitEntryProps) => {
  const translate = useTranslate();
  const { dispatch } = useFlowActions();
  const last = useRef({ unit: defaultUnit, countsTowardsTotal: true });
  if (value !== null) last.current = { unit: value.unit, countsTowardsTotal: value.countsTowardsTotal };
  return (
    <>
      <Columns>
        <Field.Root id={`${id}-amount`}>
          <Field.Label>{translate('flow.limit')}</Field.Label>
          <TextInput
            size="S"
            inputMode="numeric"
            value={value === null ? '' : String(value.amount)}
            placeholder={translate('flow.limit.none')}
            disabled={isDisabled}
            onChange={({ target }) => {
              const amount = daysOf(target.value);
              onChange(amount === null ? null : { ...last.current, amount });
            }}
            onBlur={() => dispatch({ type: 'left' })}
          />
        </Field.Root>
        <CodeChoice
          id={`${id}-unit`}
          label={translate('flow.limit.unit')}
          vocabulary={LIMIT_UNITS}
          value={value?.unit ?? last.current.unit}
          isDisabled={isDisabled || value === null}
          onChange={(unit) => {
            if (value !== null) onChange({ ...value, unit });
          }}
        />
      </Columns>
      {value === null ? null : (
        <Checkbox
          checked={value.countsTowardsTotal}
          disabled={isDisabled}
          onCheckedChange={(checked) => onChange({ ...value, countsTowardsTotal: checked === true })}
        >
          {translate('flow.limit.counts')}
        </Checkbox>
      )}
    </>
  );
};

/** Whole days from 1 to 1000, or none. */
function daysOf(written: string): number | null {
  const digits = written.replace(/\D/g, '').slice(0, 4);
  const days = Number(digits);
  return digits === '' || days === 0 ? null : Math.min(1000, days);
}
