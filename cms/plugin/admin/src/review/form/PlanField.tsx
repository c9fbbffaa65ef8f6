import { useId, useState } from 'react';
import { Box, Field, Flex, TimePicker, Typography } from '@strapi/design-system';
import { useTranslate } from '../../message';
import { planProblem, type ChinaTime } from '../china-time';
import { DayInput } from '../DayInput';

interface PlanFieldProps {
  value: ChinaTime;
  error: string | undefined;
  onChange: (value: ChinaTime) => void;
}

/** When to publish. The clock is that of China, whatever clock the browser runs on, and the field says so. */
export const PlanField = ({ value, error, onChange }: PlanFieldProps) => {
  const translate = useTranslate();
  const id = useId();
  // Whoever still types the first half of a day is not told that it is none.
  const [isLeft, setIsLeft] = useState(false);
  const problem = isLeft ? planProblem(value, new Date().toISOString()) : null;
  const isOfDay = problem === 'unreadable' || problem === 'day-past';
  return (
    <Flex
      role="group"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={2}
      onBlur={() => setIsLeft(true)}
    >
      <Typography id={id} variant="pi" fontWeight="bold">
        {translate('plan.label')}
      </Typography>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 16rem">
          <Field.Root name="publish-on" error={isOfDay ? translate(`plan.${problem}`) : undefined}>
            <Field.Label>{translate('plan.day')}</Field.Label>
            <DayInput value={value.day} onChange={(day) => onChange({ ...value, day })} />
            <Field.Error />
          </Field.Root>
        </Box>
        <Box flex="1 1 16rem">
          <Field.Root name="publish-at" error={problem === 'time-past' ? translate('plan.time-past') : undefined}>
            <Field.Label>{translate('plan.time')}</Field.Label>
            <TimePicker
              clearLabel={translate('time-picker.clear')}
              value={value.time}
              onChange={(time) => onChange({ ...value, time: time ?? '' })}
              onClear={() => onChange({ ...value, time: '' })}
            />
            <Field.Error />
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
