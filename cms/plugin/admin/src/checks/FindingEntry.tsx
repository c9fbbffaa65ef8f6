import { Badge, Flex, TextButton, Typography } from '@strapi/design-system';
import type { Finding, Severity } from 'disclosure-contract/checks';
import { useLabel, useTranslate } from '../message';
import { fieldOf } from './form-field';

/** Of the ground. Text in the same colour is too pale to be read on it. */
const COLOURS = { error: 'danger', warning: 'warning', advice: 'secondary' } as const satisfies Record<
  Severity,
  string
>;

/** One thing that a check found: how much it weighs, where, the words, and what to write instead. */
export const FindingEntry = ({ finding }: { finding: Finding }) => {
  const translate = useTranslate();
  const label = useLabel();
  const { severity, place, part, found, suggestion, message } = finding;
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <Badge backgroundColor={`${COLOURS[severity]}100`} textColor="neutral800">
          {translate(`checks.severity.${severity}`)}
        </Badge>
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {part ?? translate(`checks.place.${place}`)}
        </Typography>
        <TextButton onClick={() => goTo(place)}>{translate('checks.go')}</TextButton>
      </Flex>
      {found === '' ? null : (
        <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
          {found}
        </Typography>
      )}
      <Typography variant="pi">{label(message)}</Typography>
      {suggestion === null ? null : (
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {suggestion === '' ? translate('checks.delete') : translate('checks.suggestion', { suggestion })}
        </Typography>
      )}
    </Flex>
  );
};

function goTo(place: string): void {
  const field = fieldOf(place);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
