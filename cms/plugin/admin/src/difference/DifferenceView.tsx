import { Box, Flex, Typography } from '@strapi/design-system';
import type { ItemType } from 'disclosure-contract';
import type { FieldDifference } from 'disclosure-contract/difference';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { labelIdOf, typeNameOf } from '../labels/types';
import { useTranslate } from '../message';
import { rowShapeOfField } from '../rows/row-shapes';
import { AttachmentChanges } from './AttachmentChanges';
import { BodyDifference } from './BodyDifference';
import { FlowsDifference } from './FlowsDifference';
import { Added, Removed, Runs } from './marks';
import { RowsDifference } from './RowsDifference';
import { useValueLabel } from './value-label';

export interface DifferenceViewProps {
  /** What the item is. */
  type: ItemType;
  /** What `differenceOf()` gives, or the server's answer about two versions. */
  fields: readonly FieldDifference[];
  /** What related documents are called, by documentId. */
  names: Readonly<Record<string, string>>;
  /** Shown beside the name of each field: a choice, a comment. */
  renderAside?: (field: FieldDifference['field']) => ReactNode;
}

/** How a version of an item became another, for people: by colour, by sign, and in words for who hears it. */
export const DifferenceView = ({ type, fields, names, renderAside }: DifferenceViewProps) => {
  const translate = useTranslate();
  const { formatMessage } = useIntl();
  if (fields.length === 0) return <Typography textColor="neutral600">{translate('difference.none')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {fields.map((difference) => (
        <Box
          key={difference.field}
          tag="section"
          aria-label={formatMessage({ id: labelIdOf(typeNameOf(type), difference.field) })}
          borderColor="neutral150"
          hasRadius
          padding={3}
        >
          <Flex justifyContent="space-between" alignItems="center" gap={2} wrap="wrap" paddingBottom={2}>
            <Typography tag="h3" variant="sigma" textColor="neutral700">
              {formatMessage({ id: labelIdOf(typeNameOf(type), difference.field) })}
            </Typography>
            {renderAside?.(difference.field)}
          </Flex>
          <FieldChange type={type} difference={difference} names={names} />
        </Box>
      ))}
    </Flex>
  );
};

interface FieldChangeProps {
  type: ItemType;
  difference: FieldDifference;
  names: DifferenceViewProps['names'];
}

const FieldChange = ({ type, difference, names }: FieldChangeProps) => {
  const translate = useTranslate();
  const labelOf = useValueLabel({ type, field: difference.field, names });
  switch (difference.kind) {
    case 'text':
      return (
        <Typography tag="p" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          <Runs runs={difference.runs} />
        </Typography>
      );
    case 'body':
      return <BodyDifference blocks={difference.blocks} />;
    case 'value':
      return (
        <Typography tag="p">
          {difference.before === null ? null : <Removed>{labelOf(difference.before)}</Removed>}{' '}
          {difference.after === null ? null : <Added>{labelOf(difference.after)}</Added>}
        </Typography>
      );
    case 'list':
      return (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {difference.removed.map((each) => (
            <li key={each}>
              <Removed>{labelOf(each)}</Removed>
            </li>
          ))}
          {difference.added.map((each) => (
            <li key={each}>
              <Added>{labelOf(each)}</Added>
            </li>
          ))}
          {difference.isReordered ? (
            <li>
              <Typography variant="pi" textColor="neutral700">
                {translate('difference.order', { values: difference.after.map(labelOf).join('、') })}
              </Typography>
            </li>
          ) : null}
        </Flex>
      );
    case 'attachments':
      return <AttachmentChanges changes={difference.changes} />;
    case 'rows': {
      const shape = rowShapeOfField(difference.field);
      return shape && <RowsDifference before={difference.before} after={difference.after} shape={shape} />;
    }
    case 'flows':
      return <FlowsDifference before={difference.before} after={difference.after} />;
  }
};
