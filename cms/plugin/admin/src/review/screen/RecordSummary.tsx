import { Box, Flex, Typography } from '@strapi/design-system';
import {
  CARRIER_TYPES,
  CONFIDENTIALITY_CHECKS,
  WITHHOLDING_GROUNDS,
  type ConfidentialityRecord,
} from 'disclosure-contract';
import { useLabel, useTranslate } from '../../message';
import { CHECKS } from './decision-form';

/** What a confidentiality review wrote down, for those who decide after it: what applies, and what follows from it. */
export const RecordSummary = ({ record }: { record: ConfidentialityRecord }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { carrier, checks, redactions, ground, reason, referredTo, reviewAgainOn, basis } = record;
  const applying = CHECKS.filter((check) => checks[check].applies);
  const lines = [
    `${translate('record.carrier')}: ${labelOf(CARRIER_TYPES[carrier])}`,
    ...(applying.length === 0 ? [translate('record.nothing-applies')] : []),
    ...applying.map((check) => `${labelOf(CONFIDENTIALITY_CHECKS[check])}: ${checks[check].note}`),
    ...redactions.map((row) => translate('record.redacted', { place: row.place, reason: row.reason })),
    ...(ground === null ? [] : [labelOf(WITHHOLDING_GROUNDS[ground])]),
    ...(reason === '' ? [] : [`${translate('record.reason')}: ${reason}`]),
    ...(referredTo === '' ? [] : [`${translate('record.referred-to')}: ${referredTo}`]),
    ...(reviewAgainOn === null ? [] : [translate('review.again-on', { day: reviewAgainOn })]),
    `${translate('record.basis')}: ${basis}`,
  ];
  return (
    <Box paddingTop={1}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {lines.map((line) => (
          <li key={line}>
            <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
              {line}
            </Typography>
          </li>
        ))}
      </Flex>
    </Box>
  );
};
