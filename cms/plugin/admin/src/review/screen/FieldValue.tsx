import { Flex, Link, Typography } from '@strapi/design-system';
import { WITHHOLDING_GROUNDS, WITHHOLDING_MODES, type ItemType, type Withholding } from 'disclosure-contract';
import { Link as RouterLink } from 'react-router-dom';
import { useValueLabel } from '../../difference';
import { useLabel, useTranslate } from '../../message';
import { itemPath } from '../paths';
import type { DraftFile, Named } from '../review-api';
import { FileLine } from './FileLine';
import { ReadBody } from './ReadBody';

export function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

interface FieldValueProps {
  type: ItemType;
  field: string;
  label: string;
  value: unknown;
}

/** A value of the content as people read it: labels for codes, names for what it points to. */
export const FieldValue = ({ type, field, label, value }: FieldValueProps) => {
  const translate = useTranslate();
  const labelOf = useValueLabel({ type, field });
  switch (field) {
    case 'body':
      return <ReadBody html={String(value)} label={label} />;
    case 'attachments':
      return (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {(value as readonly DraftFile[]).map((file) => (
            <FileLine key={file.fileName} file={file} />
          ))}
        </Flex>
      );
    case 'interprets':
      return (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {(value as readonly Named[]).map(({ documentId, name }) => (
            <li key={documentId}>
              <Link tag={RouterLink} to={itemPath(documentId, 'item')}>
                {name}
              </Link>
            </li>
          ))}
        </Flex>
      );
    case 'withholding':
      return <WithholdingFacts withholding={value as Withholding} />;
    default:
      return (
        <Typography
          variant={field === 'title' ? 'delta' : 'omega'}
          style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
        >
          {textOf(value)}
        </Typography>
      );
  }

  function textOf(given: unknown): string {
    if (Array.isArray(given)) return given.map(textOf).join(translate('list-comma'));
    return typeof given === 'object' && given !== null ? (given as Named).name : labelOf(String(given));
  }
};

/** What a notice tells the public of a decision not to publish, besides its text. */
const WithholdingFacts = ({ withholding }: { withholding: Withholding }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { mode, ground, basis, decidedOn, reviewAgainOn } = withholding;
  const facts = [
    labelOf(WITHHOLDING_MODES[mode]),
    labelOf(WITHHOLDING_GROUNDS[ground]),
    `${translate('record.basis')}: ${basis}`,
    translate('notice.decided-on', { day: decidedOn }),
    ...(reviewAgainOn === null ? [] : [translate('review.again-on', { day: reviewAgainOn })]),
  ];
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {facts.map((fact) => (
        <Typography key={fact} tag="li">
          {fact}
        </Typography>
      ))}
    </Flex>
  );
};
