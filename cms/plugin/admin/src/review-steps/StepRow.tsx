import {
  Box,
  Checkbox,
  Field,
  Flex,
  Grid,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { STEP_KINDS, stepKindSchema } from 'disclosure-contract';
import { useLabel, useTranslate } from '../message';
import { useReviewRolesQuery } from '../review/review-api';
import { daysOf, type WrittenStep } from './step-list';

interface StepRowProps {
  step: WrittenStep;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  isDisabled: boolean;
  onChange: (changed: Partial<WrittenStep>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export const StepRow = (props: StepRowProps) => {
  const { step, number, isFirst, isLast, isDisabled, onChange, onMove, onRemove } = props;
  const translate = useTranslate();
  const labelOf = useLabel();
  const { data: roles = [] } = useReviewRolesQuery();
  const id = (part: string) => `step-${number}-${part}`;
  // A role that was deleted, or that this person may not list, still has to be shown.
  const offered = roles.some(({ code }) => code === step.role) || step.role === '' ? roles : [...roles, unknown(step)];

  return (
    <Box tag="li" padding={3} background="neutral100" hasRadius>
      <Flex justifyContent="space-between" gap={2} paddingBottom={2}>
        <Typography fontWeight="bold">{translate('steps.number', { number })}</Typography>
        {isDisabled ? null : (
          <Flex gap={1}>
            <IconButton label={translate('steps.up', { number })} disabled={isFirst} onClick={() => onMove(-1)}>
              <ArrowUp />
            </IconButton>
            <IconButton label={translate('steps.down', { number })} disabled={isLast} onClick={() => onMove(1)}>
              <ArrowDown />
            </IconButton>
            <IconButton label={translate('steps.remove', { number })} onClick={onRemove}>
              <Trash />
            </IconButton>
          </Flex>
        )}
      </Flex>
      <Grid.Root gap={3}>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root id={id('name')} required>
            <Field.Label>{translate('steps.name')}</Field.Label>
            <TextInput
              value={step.name}
              maxLength={40}
              disabled={isDisabled}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root id={id('kind')} required>
            <Field.Label>{translate('steps.kind')}</Field.Label>
            <SingleSelect
              value={step.kind}
              disabled={isDisabled}
              onChange={(kind) => onChange({ kind: stepKindSchema.parse(kind) })}
            >
              {Object.entries(STEP_KINDS).map(([code, label]) => (
                <SingleSelectOption key={code} value={code}>
                  {labelOf(label)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} s={8} xs={12} direction="column" alignItems="stretch">
          <Field.Root id={id('role')} required>
            <Field.Label>{translate('steps.role')}</Field.Label>
            <SingleSelect
              value={step.role === '' ? null : step.role}
              disabled={isDisabled}
              placeholder={translate('codes.placeholder')}
              onChange={(role) => onChange({ role: String(role) })}
            >
              {offered.map(({ code, name }) => (
                <SingleSelectOption key={code} value={code}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={2} s={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root id={id('days')}>
            <Field.Label>{translate('steps.days')}</Field.Label>
            <TextInput
              type="number"
              min={1}
              max={90}
              placeholder={translate('steps.days.none')}
              value={step.days ?? ''}
              disabled={isDisabled}
              onChange={({ target }) => onChange({ days: daysOf(target.value) })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={12} xs={12}>
          <Checkbox
            checked={step.ownSection}
            disabled={isDisabled}
            onCheckedChange={(checked) => onChange({ ownSection: checked === true })}
          >
            {translate('steps.own-section')}
          </Checkbox>
        </Grid.Item>
      </Grid.Root>
    </Box>
  );
};

function unknown({ role }: WrittenStep) {
  return { code: role, name: role };
}
