import type { ReactNode } from 'react';
import { Box, Button, Field, Flex, Grid, IconButton, TextInput } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useTranslate } from '../message';
import { formerNamesOf, type FormerName } from './former-names';

interface FormerNamesFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  value?: unknown;
  onChange: (name: string, value: FormerName[]) => void;
}

/** 曾用名: one row for each name that an organ had, with the days between which it had it. */
const FormerNamesField = (props: FormerNamesFieldProps) => {
  const { name, label, hint, labelAction, error, required, disabled, value, onChange } = props;
  const translate = useTranslate();
  const names = formerNamesOf(value);
  const change = (at: number, changed: Partial<FormerName>) =>
    onChange(
      name,
      names.map((each, index) => (index === at ? { ...each, ...changed } : each)),
    );

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      {names.map((former, at) => (
        <Row
          // Rows have no key of their own, and are only added and removed.
          key={at}
          former={former}
          isDisabled={disabled === true}
          onChange={(changed) => change(at, changed)}
          onRemove={() =>
            onChange(
              name,
              names.filter((_, index) => index !== at),
            )
          }
        />
      ))}
      <Box>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Plus />}
          disabled={disabled}
          onClick={() => onChange(name, [...names, { name: '', from: null, until: null }])}
        >
          {translate('former-names.add')}
        </Button>
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export default FormerNamesField;

interface RowProps {
  former: FormerName;
  isDisabled: boolean;
  onChange: (changed: Partial<FormerName>) => void;
  onRemove: () => void;
}

const Row = ({ former, isDisabled, onChange, onRemove }: RowProps) => {
  const translate = useTranslate();
  const day = (which: 'from' | 'until') => (
    <TextInput
      type="date"
      size="S"
      aria-label={translate(`former-names.${which}`)}
      title={translate(`former-names.${which}`)}
      value={former[which] ?? ''}
      disabled={isDisabled}
      onChange={({ target }) => onChange({ [which]: target.value === '' ? null : target.value })}
    />
  );
  return (
    <Flex gap={2} alignItems="flex-start">
      <Box flex="1">
        <Grid.Root gap={2}>
          <Grid.Item col={6} s={12} xs={12} alignItems="stretch" direction="column">
            <TextInput
              size="S"
              aria-label={translate('former-names.name')}
              placeholder={translate('former-names.name')}
              value={former.name}
              disabled={isDisabled}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          </Grid.Item>
          <Grid.Item col={3} s={6} xs={6} alignItems="stretch" direction="column">
            {day('from')}
          </Grid.Item>
          <Grid.Item col={3} s={6} xs={6} alignItems="stretch" direction="column">
            {day('until')}
          </Grid.Item>
        </Grid.Root>
      </Box>
      <IconButton
        label={translate('former-names.remove', { name: former.name })}
        disabled={isDisabled}
        onClick={onRemove}
      >
        <Trash />
      </IconButton>
    </Flex>
  );
};
