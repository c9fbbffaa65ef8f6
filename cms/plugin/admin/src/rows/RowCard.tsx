import { type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Badge, Box, Flex, Grid, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../message';
import { Cell } from './Cell';
import { cellText } from './cell-text';
import { RowActions } from './RowActions';
import { isRequired, type Row } from './row-list';
import type { Column, RowShape } from './row-shapes';

export interface RowCardProps {
  /** Of the row: `bases.2`. */
  id: string;
  number: number;
  row: Row;
  shape: RowShape;
  /** What is wrong, by column; what concerns the whole row is under ''. */
  problems: Readonly<Record<string, string>>;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  isDisabled: boolean;
  onChange: (row: Row) => void;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onInsertAfter: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onLeave: () => void;
  /** Whether the pasted text became rows. */
  onPasteRows: (pasted: string, column: Column) => boolean;
}

/** One row of a list: its cells, or one line that tells it from the others. A list of texts has nothing to fold up. */
export const RowCard = (props: RowCardProps) => {
  const { id, row, shape, problems, isDisabled, onLeave } = props;
  const isOpen = shape.isTexts || props.isOpen;
  return (
    <Card
      tag="li"
      background="neutral0"
      borderColor={Object.keys(problems).length === 0 ? 'neutral200' : 'danger600'}
      hasRadius
      padding={2}
      onKeyDown={keysOf(props)}
      onPaste={(event: ClipboardEvent) => paste(event, props)}
      onBlur={({ currentTarget, relatedTarget }: FocusLeaving) => {
        if (!currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      {shape.isTexts ? <TextRow {...props} /> : <RowHead {...props} />}
      {problems[''] === undefined ? null : (
        <Typography variant="pi" textColor="danger600">
          {problems['']}
        </Typography>
      )}
      {isOpen && !shape.isTexts ? (
        <Box id={`${id}-cells`} paddingTop={3} paddingBottom={1} paddingLeft={1} paddingRight={1}>
          <Grid.Root gap={3}>
            {shape.columns.map((column) => (
              <Grid.Item
                key={column.key}
                col={column.width}
                s={column.width <= 4 ? 6 : 12}
                xs={12}
                alignItems="stretch"
              >
                <Cell
                  id={`${id}.${column.key}`}
                  column={column}
                  value={row[column.key]}
                  problem={problems[column.key]}
                  isRequired={isRequired(shape, column)}
                  isDisabled={isDisabled}
                  onChange={(value) => props.onChange({ ...row, [column.key]: value })}
                />
              </Grid.Item>
            ))}
          </Grid.Root>
        </Box>
      ) : null}
    </Card>
  );
};

interface FocusLeaving {
  readonly currentTarget: HTMLElement;
  readonly relatedTarget: Node | null;
}

const RowHead = (props: RowCardProps) => {
  const { id, number, row, shape, problems, isOpen, onToggle } = props;
  const translate = useTranslate();
  const labelOf = useLabel();
  const { locale } = useIntl();
  const count = Object.keys(problems).length;
  const parts = shape.columns
    .filter(({ key }) => shape.summary.includes(key))
    .map((column) => cellText(row[column.key], column, locale))
    .filter((text) => text !== '');
  return (
    <Head actions={<RowActions {...props} />}>
      <Toggle
        type="button"
        id={`${id}-toggle`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-cells` : undefined}
        onClick={onToggle}
      >
        <CaretDown aria-hidden />
        <Typography variant="pi" textColor="neutral600">
          {number}.
        </Typography>
        <Summary $isFolded={!isOpen}>
          {parts.length === 0 ? translate('rows.empty-row', { entry: labelOf(shape.entry) }) : parts.join(' · ')}
        </Summary>
        {count === 0 ? null : (
          <Badge backgroundColor="danger100" textColor="danger700">
            {translate('rows.problems', { count })}
          </Badge>
        )}
      </Toggle>
    </Head>
  );
};

const TextRow = (props: RowCardProps) => {
  const { id, number, row, shape, problems, isDisabled, onChange } = props;
  const translate = useTranslate();
  const labelOf = useLabel();
  const [column] = shape.columns;
  if (column === undefined) return null;
  return (
    <Head actions={<RowActions {...props} />}>
      <Flex gap={2} alignItems="flex-start" width="100%">
        <Box paddingTop={2}>
          <Typography variant="pi" textColor="neutral600" aria-hidden>
            {number}.
          </Typography>
        </Box>
        <Cell
          id={`${id}.text`}
          column={column}
          value={row['text']}
          problem={problems['text']}
          isRequired
          isDisabled={isDisabled}
          label={translate('rows.number', { entry: labelOf(shape.entry), number })}
          onChange={(text) => onChange({ text })}
        />
      </Flex>
    </Head>
  );
};

/** What a row says, and what can be done with it: side by side, or below each other on a phone. */
const Head = ({ children, actions }: { children: ReactNode; actions: ReactNode }) => (
  <Flex gap={2} wrap="wrap" justifyContent="flex-end" alignItems="flex-start">
    <Box flex="1 1 20rem" minWidth={0}>
      {children}
    </Box>
    {actions}
  </Flex>
);

/** Alt with an arrow moves a row; Ctrl with Enter begins the next one. Enter alone would send the whole form. */
function keysOf({ isDisabled, isFirst, isLast, onMove, onInsertAfter }: RowCardProps) {
  return (event: KeyboardEvent) => {
    const { target } = event;
    const isNext = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key === 'Enter' && !isNext) {
      // In a date or a choice, Enter takes what is offered.
      const isPlain = target instanceof HTMLInputElement && target.getAttribute('role') !== 'combobox';
      if (isPlain) event.preventDefault();
      return;
    }
    if (isDisabled) return;
    if (isNext) onInsertAfter();
    else if (event.altKey && event.key === 'ArrowUp' && !isFirst) onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown' && !isLast) onMove(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function paste(event: ClipboardEvent, { id, shape, isDisabled, onPasteRows }: RowCardProps): void {
  if (isDisabled || !(event.target instanceof HTMLElement)) return;
  const key = event.target.id.slice(id.length + 1);
  const column = shape.columns.find((each) => each.key === key);
  if (column === undefined) return;
  if (onPasteRows(event.clipboardData.getData('text/plain'), column)) event.preventDefault();
}

const Card = styled(Box)`
  border-width: 1px;
  border-style: solid;
  overflow-wrap: anywhere;
`;

const Toggle = styled.button`
  display: flex;
  align-items: center;
  gap: 0.8rem;
  width: 100%;
  min-height: 3.2rem;
  padding: 0.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  text-align: start;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }

  & > svg {
    flex-shrink: 0;
    width: 1.2rem;
    fill: ${({ theme }) => theme.colors.neutral500};
    transform: rotate(-90deg);
  }

  &[aria-expanded='true'] > svg {
    transform: none;
  }
`;

const Summary = styled.span<{ $isFolded: boolean }>`
  flex: 1;
  min-width: 0;
  overflow: hidden;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  font-weight: ${({ $isFolded }) => ($isFolded ? 400 : 600)};
  line-height: 1.43;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
`;
