import { useRef, type ReactNode } from 'react';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useTranslate } from '../message';
import { without, withMoved, withReplaced } from '../rows/list-edits';
import { NEW_STEP, stepListProblems, stepsOf, type WrittenStep } from './step-list';
import { StepRow } from './StepRow';

interface ReviewStepsFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  value?: unknown;
  onChange: (name: string, value: WrittenStep[]) => void;
}

const MOST_STEPS = 10;

/** The steps of a review chain, in their order. */
const ReviewStepsField = (props: ReviewStepsFieldProps) => {
  const { name, label, hint, labelAction, error, required, disabled = false, value, onChange } = props;
  const translate = useTranslate();
  const list = useRef<HTMLOListElement>(null);
  const steps = stepsOf(value);
  const problems = stepListProblems(steps);
  const write = (written: WrittenStep[]) => onChange(name, written);
  const remove = (index: number) => {
    write(without(steps, index));
    // The button that was pressed goes with its row: whoever works by keyboard goes on from here.
    list.current?.focus();
  };

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex ref={list} tag="ol" tabIndex={-1} direction="column" alignItems="stretch" gap={3}>
        {steps.map((step, index) => (
          <StepRow
            key={index}
            step={step}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            isDisabled={disabled}
            onChange={(changed) => write(withReplaced(steps, index, { ...step, ...changed }))}
            onMove={(by) => write(withMoved(steps, index, by))}
            onRemove={() => remove(index)}
          />
        ))}
      </Flex>
      {disabled || steps.length >= MOST_STEPS ? null : (
        <Box paddingTop={2}>
          <Button variant="tertiary" startIcon={<Plus />} onClick={() => write([...steps, NEW_STEP])}>
            {translate('steps.add')}
          </Button>
        </Box>
      )}
      <Box role="status">
        {problems.map((problem) => (
          <Typography key={problem} tag="p" variant="pi" textColor="danger600">
            {translate(`steps.problem.${problem}`)}
          </Typography>
        ))}
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export default ReviewStepsField;
