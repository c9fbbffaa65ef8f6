import { Flex, Link, Typography } from '@strapi/design-system';
import { WITHHOLDING_GROUNDS, WITHHOLDING_MODES, type ItemType, type Withholding } from 'disclosure-contract';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useValueLabel } from '../../difference';
import { flowsAmong } from '../../flow/state/stored-flows';
import { useLabel, useTranslate } from '../../message';
import { limitText } from '../../rows/cell-text';
import { rowShapeOfField } from '../../rows/row-shapes';
import { RowsView } from '../../rows/RowsView';
import { itemPath } from '../paths';
import type { DraftFile, Named } from '../review-api';
import { FileLine } from './FileLine';
import { FlowsView } from './FlowsView';
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
  const { locale } = useIntl();
  const shape = rowShapeOfField(field);
  if (shape !== null) return <RowsView value={value} shape={shape} />;
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
    case 'replaces':
    case 'related':
      return <Links items={value as readonly Named[]} type="item" />;
    case 'power':
      return <Links items={[value as Named]} type="power" />;
    case 'flows':
      return <FlowsView value={flowsAmong(value as readonly unknown[])} />;
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
    if (typeof given !== 'object' || given === null) return labelOf(String(given));
    return 'amount' in given ? limitText(given, locale) : (given as Named).name;
  }
};

const Links = ({ items, type }: { items: readonly Named[]; type: ItemType }) => (
  <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
    {items.map(({ documentId, name }) => (
      <li key={documentId}>
        <Link tag={RouterLink} to={itemPath(documentId, type)}>
          {name}
        </Link>
      </li>
    ))}
  </Flex>
);

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
