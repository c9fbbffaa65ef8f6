import { useId } from 'react';
import { Box, Field, Flex, TimePicker, Typography } from '@strapi/design-system';
import { dayInChina } from 'disclosure-contract';
import { useTranslate } from '../../message';
import type { ChinaTime } from '../china-time';
import { DayPicker } from '../DayPicker';

interface PlanFieldProps {
  value: ChinaTime;
  error: string | undefined;
  onChange: (value: ChinaTime) => void;
}

/** When to publish. The clock is that of China, whatever clock the browser runs on, and the field says so. */
export const PlanField = ({ value, error, onChange }: PlanFieldProps) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Flex role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} variant="pi" fontWeight="bold">
        {translate('plan.label')}
      </Typography>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 16rem">
          <Field.Root name="publish-on">
            <Field.Label>{translate('plan.day')}</Field.Label>
            <DayPicker
              value={value.day}
              from={dayInChina(new Date().toISOString())}
              onChange={(day) => onChange({ ...value, day })}
              onClear={() => onChange({ ...value, day: '' })}
            />
          </Field.Root>
        </Box>
        <Box flex="1 1 16rem">
          <Field.Root name="publish-at">
            <Field.Label>{translate('plan.time')}</Field.Label>
            <TimePicker
              clearLabel={translate('day-picker.clear')}
              value={value.time}
              onChange={(time) => onChange({ ...value, time: time ?? '' })}
              onClear={() => onChange({ ...value, time: '' })}
            />
          </Field.Root>
        </Box>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {translate('plan.hint')}
      </Typography>
      {error === undefined ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {error}
        </Typography>
      )}
    </Flex>
  );
};
