import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useLabel, useTranslate } from '../message';
import { cellText } from './cell-text';
import { rowsOf, type Row } from './row-list';
import type { RowShape } from './row-shapes';

/** A list as it is read: its rows numbered, what is not written left out. */
export const RowsView = ({ value, shape }: { value: unknown; shape: RowShape }) => (
  <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
    {rowsOf(value, shape).map((row, at) => (
      <Flex key={at} tag="li" gap={2} alignItems="flex-start">
        <Typography textColor="neutral600">{at + 1}.</Typography>
        <Box flex="1" minWidth={0}>
          <RowText row={row} shape={shape} />
        </Box>
      </Flex>
    ))}
  </Flex>
);

/** A row in words: what tells it from others first, the rest by the names of its columns. */
export const RowText = ({ row, shape }: { row: Row; shape: RowShape }) => {
  const labelOf = useLabel();
  const translate = useTranslate();
  const { locale } = useIntl();
  const cells = shape.columns.map((column) => ({ column, text: cellText(row[column.key], column, locale) }));
  const written = cells.filter(({ text }) => text !== '');
  const isHead = (key: string) => shape.summary.includes(key);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      <Typography fontWeight={shape.isTexts ? 'regular' : 'semiBold'}>
        {written.flatMap(({ column, text }) => (isHead(column.key) ? [text] : [])).join(' · ')}
      </Typography>
      {written.map(({ column, text }) =>
        isHead(column.key) ? null : (
          <Typography key={column.key} variant="pi" textColor="neutral800">
            {translate('rows.cell', { label: labelOf(column.label), text })}
          </Typography>
        ),
      )}
    </Flex>
  );
};
