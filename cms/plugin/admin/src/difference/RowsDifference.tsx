import { Box, Flex, Typography } from '@strapi/design-system';
import { rowsDifference, type CellChange, type RowChange } from 'disclosure-contract/difference';
import { useIntl } from 'react-intl';
import { useLabel, useTranslate } from '../message';
import { cellText } from '../rows/cell-text';
import type { Row } from '../rows/row-list';
import type { RowShape } from '../rows/row-shapes';
import { Added, Removed, Runs } from './marks';

interface RowsDifferenceProps {
  before: readonly unknown[];
  after: readonly unknown[];
  shape: RowShape;
}

/** How a list became another, row by row. */
export const RowsDifference = ({ before, after, shape }: RowsDifferenceProps) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
    {rowsDifference(before, after).map((change, at) => (
      <Box key={at} tag="li" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        <Change change={change} shape={shape} />
      </Box>
    ))}
  </Flex>
);

const Change = ({ change, shape }: { change: RowChange; shape: RowShape }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const words = useRowWords(shape);
  const row = translate('rows.number', { entry: labelOf(shape.entry), number: change.position });
  switch (change.kind) {
    case 'added':
      return (
        <Typography>
          {row} <Added>{words(change.row)}</Added>
        </Typography>
      );
    case 'removed':
      return (
        <Typography>
          {translate('difference.row.former', { row })} <Removed>{words(change.row)}</Removed>
        </Typography>
      );
    case 'moved':
      return (
        <Typography>
          {translate('difference.row.moved', { from: change.from, to: change.position, row: words(change.row) })}
        </Typography>
      );
    case 'changed':
      return (
        <>
          <Typography>{row}</Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingLeft={3}>
            {change.cells.map((cell) => (
              <li key={cell.key}>
                <Cell cell={cell} shape={shape} />
              </li>
            ))}
          </Flex>
        </>
      );
  }
};

const Cell = ({ cell, shape }: { cell: CellChange; shape: RowShape }) => {
  const labelOf = useLabel();
  const { locale } = useIntl();
  const column = shape.columns.find(({ key }) => key === cell.key);
  if (column === undefined) return null;
  const [before, after] = [cellText(cell.before, column, locale), cellText(cell.after, column, locale)];
  const isText = column.input === 'text' || column.input === 'longText' || column.input === 'code';
  return (
    <Typography>
      {shape.isTexts ? null : (
        <Typography variant="pi" textColor="neutral600">
          {labelOf(column.label)}{' '}
        </Typography>
      )}
      {isText && cell.runs !== null ? (
        <Runs runs={cell.runs} />
      ) : (
        <>
          {before === '' ? null : <Removed>{before}</Removed>} {after === '' ? null : <Added>{after}</Added>}
        </>
      )}
    </Typography>
  );
};

/** A whole row in one line. */
function useRowWords(shape: RowShape): (row: unknown) => string {
  const { locale } = useIntl();
  return (row) => {
    const cells = (shape.isTexts ? { text: row } : (row ?? {})) as Row;
    const written = shape.columns.map((column) => cellText(cells[column.key], column, locale));
    return written.filter((text) => text !== '').join(' · ');
  };
}
