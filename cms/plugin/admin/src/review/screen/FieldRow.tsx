import { useState } from 'react';
import { Box, Flex, IconButton, Textarea, Typography } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import type { ItemType } from 'disclosure-contract';
import { useTranslate } from '../../message';
import { rowShapeOfField } from '../../rows/row-shapes';
import { useFieldLabel } from '../field-label';
import { FieldValue, isEmptyValue } from './FieldValue';
import { inputId, type DecisionState } from './use-decision';

interface FieldRowProps {
  type: ItemType;
  field: string;
  value: unknown;
  remarks: readonly { readonly by: string; readonly text: string }[];
  /** Null for who may not decide. */
  decision: DecisionState | null;
}

/** Values that need the whole width: they are read, not looked up. */
const WIDE: ReadonlySet<string> = new Set(['body', 'attachments', 'abstract', 'title', 'flows', 'manifestations']);

function isWide(field: string): boolean {
  return WIDE.has(field) || rowShapeOfField(field) !== null;
}

export const FieldRow = ({ type, field, value, remarks, decision }: FieldRowProps) => {
  const translate = useTranslate();
  const label = useFieldLabel(type)(field);
  const comment = decision?.form.comments[field];
  const [isOpen, setIsOpen] = useState(false);
  const isEmpty = isEmptyValue(value);
  if (isEmpty && remarks.length === 0 && field !== 'body') return null;
  const isCommenting = isOpen || comment !== undefined;

  const toggle = () => {
    if (isCommenting) decision?.comment(field, null);
    setIsOpen(!isCommenting);
  };

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
      <Flex gap={2} alignItems="flex-start" justifyContent="space-between">
        <Flex
          direction={{ initial: 'column', medium: isWide(field) ? 'column' : 'row' }}
          alignItems="stretch"
          gap={{ initial: 1, medium: isWide(field) ? 1 : 4 }}
          flex="1"
          minWidth={0}
        >
          <Box width={{ initial: '100%', medium: isWide(field) ? '100%' : '12rem' }} shrink={0}>
            <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
              {label}
            </Typography>
          </Box>
          <Box flex="1" minWidth={0}>
            {isEmpty ? (
              <Typography textColor="neutral600">{translate('review.field.empty')}</Typography>
            ) : (
              <FieldValue type={type} field={field} label={label} value={value} />
            )}
          </Box>
        </Flex>
        {decision === null ? null : (
          <IconButton
            variant="ghost"
            label={translate(isCommenting ? 'comment.remove' : 'comment.add', { field: label })}
            aria-expanded={isCommenting}
            onClick={toggle}
          >
            <Message fill={isCommenting ? 'primary600' : 'neutral500'} />
          </IconButton>
        )}
      </Flex>
      {remarks.map(({ by, text }) => (
        <Box key={`${by}${text}`} paddingTop={2}>
          <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
            {translate('comment.by', { name: by, text })}
          </Typography>
        </Box>
      ))}
      {decision !== null && isCommenting ? (
        <Box paddingTop={2}>
          <Textarea
            autoFocus={isOpen}
            id={inputId(`comments.${field}`)}
            aria-label={translate('comment.on', { field: label })}
            placeholder={translate('comment.placeholder')}
            maxLength={1000}
            value={comment ?? ''}
            onChange={({ target }: { target: HTMLTextAreaElement }) => decision.comment(field, target.value)}
          />
        </Box>
      ) : null}
    </Box>
  );
};
