import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Box, Button, Field, Flex, TextButton, Typography } from '@strapi/design-system';
import { File, Plus } from '@strapi/icons';
import { useLabel, useTranslate } from '../message';
import { PasteDialog, Unread } from './PasteDialog';
import { isForRows, rowsIn, type PastedRows } from './pasted-rows';
import { RowCard } from './RowCard';
import { isEmptyRow, listOf } from './row-list';
import { problemsOf } from './row-problems';
import { rowShapeOf, type RowShape } from './row-shapes';
import { StandardStages } from './StandardStages';
import { useRows } from './use-rows';
import { useServerProblems } from './use-server-problems';

interface RowsFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  attribute: { options?: { rows?: string } };
  value?: unknown;
  onChange: (name: string, value: unknown[]) => void;
}

/** A list that is written row by row, such as the bases of a power. */
const RowsField = (props: RowsFieldProps) => {
  const shape = rowShapeOf(props.attribute.options?.rows);
  return shape === null ? null : <ShapedField {...props} shape={shape} />;
};

export default RowsField;

const ShapedField = (props: RowsFieldProps & { shape: RowShape }) => {
  const {
    name,
    label,
    hint,
    labelAction,
    error,
    required,
    disabled = false,
    value,
    attribute,
    onChange,
    shape,
  } = props;
  const translate = useTranslate();
  const labelOf = useLabel();
  const list = useRows(value, shape, (written) => onChange(name, written));
  const { rows, keys, open, fresh, removed } = list;
  const fromServer = useServerProblems(name, listOf(rows, shape));
  const [said, setSaid] = useState('');
  const [isPasting, setIsPasting] = useState(false);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const focusLater = useFocusLater();
  const idOf = (index: number) => `${name}.${index}`;
  const firstCellOf = (index: number) => `${idOf(index)}.${shape.columns[0]?.key ?? ''}`;

  const faulty = fromServer.flatMap(({ index }) => keys[index] ?? []).join();
  const { unfold } = list;
  useEffect(() => {
    if (faulty !== '') unfold(faulty.split(','));
    // Once for each answer of the server: what somebody folds up again stays folded.
  }, [faulty]);

  const problemsIn = (index: number): Record<string, string> => {
    const [row, key] = [rows[index], keys[index]];
    const own = row === undefined || key === undefined || fresh.has(key) ? {} : problemsOf(row, shape);
    const messages = Object.entries(own).map(([column, { id, values }]) => [
      column,
      translate(`rows.problem.${id}`, values),
    ]);
    const answered = fromServer
      .filter((problem) => problem.index === index)
      .map(({ column, message }) => [shape.isTexts ? 'text' : column, message]);
    return Object.fromEntries([...messages, ...answered]) as Record<string, string>;
  };
  const insert = (index: number, copied?: (typeof rows)[number]) => {
    list.insert(index, copied === undefined ? undefined : [copied]);
    focusLater([firstCellOf(index)]);
  };
  const move = (index: number, by: -1 | 1) => {
    const id = idOf(index + by);
    const isKept = document.activeElement?.id.startsWith(`${idOf(index)}.`);
    const focused = document.activeElement?.id.slice(idOf(index).length) ?? '';
    list.move(index, by);
    setSaid(translate('rows.moved', { number: index + by + 1, count: rows.length }));
    focusLater(isKept ? [`${id}${focused}`] : [`${id}-${by < 0 ? 'up' : 'down'}`, `${id}-${by < 0 ? 'down' : 'up'}`]);
  };
  const remove = (index: number) => {
    list.remove(index);
    setSaid('');
    focusLater([`${name}-undo`]);
  };
  const add = ({ rows: pasted, unread: texts }: PastedRows, at: number, replaced: boolean) => {
    if (replaced) list.replace(at, pasted);
    else list.insert(at, pasted);
    setUnread(texts);
    setSaid(translate('rows.pasted', { count: pasted.length }));
  };

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex id={name} tag="ol" tabIndex={-1} aria-label={label} direction="column" alignItems="stretch" gap={2}>
        {rows.map((row, index) => (
          <RowCard
            key={keys[index] ?? index}
            id={idOf(index)}
            number={index + 1}
            row={row}
            shape={shape}
            problems={problemsIn(index)}
            isOpen={open.has(keys[index] ?? '')}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            isDisabled={disabled}
            onChange={(changed) => list.change(index, changed)}
            onToggle={() => list.toggle(keys[index] ?? '')}
            onMove={(by) => move(index, by)}
            onInsertAfter={() => insert(index + 1)}
            onDuplicate={() => insert(index + 1, row)}
            onRemove={() => remove(index)}
            onLeave={() => list.leave(keys[index] ?? '')}
            onPasteRows={(pasted, column) => {
              if (!isForRows(pasted, shape, column)) return false;
              const isReplaced = isEmptyRow(row, shape);
              add(rowsIn(pasted, shape, column.key), isReplaced ? index : index + 1, isReplaced);
              return true;
            }}
          />
        ))}
      </Flex>
      {removed === null ? null : (
        <Flex gap={2} role="status" wrap="wrap">
          <Typography variant="pi" textColor="neutral700">
            {translate('rows.removed', {
              row: translate('rows.number', { entry: labelOf(shape.entry), number: removed.index + 1 }),
            })}
          </Typography>
          <TextButton
            id={`${name}-undo`}
            onClick={() => {
              const { index } = removed;
              list.putBack();
              focusLater([firstCellOf(index)]);
            }}
          >
            {translate('rows.undo')}
          </TextButton>
        </Flex>
      )}
      <Unread texts={unread} />
      {disabled ? (
        rows.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {translate('rows.none')}
          </Typography>
        ) : null
      ) : (
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="tertiary" startIcon={<Plus />} onClick={() => insert(rows.length)}>
            {translate('rows.add', { entry: labelOf(shape.entry) })}
          </Button>
          <Button size="S" variant="tertiary" startIcon={<File />} onClick={() => setIsPasting(true)}>
            {translate('rows.paste')}
          </Button>
          {attribute.options?.rows === 'POWER_DUTIES' ? (
            <StandardStages rows={rows} onFill={(added) => list.insert(rows.length, added)} />
          ) : null}
        </Flex>
      )}
      {isPasting ? (
        <PasteDialog
          shape={shape}
          onPaste={(pasted) => add(pasted, rows.length, false)}
          onClose={() => setIsPasting(false)}
        />
      ) : null}
      <Box role="status" style={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
        {said}
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

/** Puts the focus, when what was done has been drawn, on the first of some elements that can take it. */
function useFocusLater(): (ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const elements = wanted.current.map((id) => document.getElementById(id));
    const element = elements.find((each) => each !== null && !each.matches(':disabled'));
    if (element === undefined || element === null) return;
    wanted.current = [];
    element.focus();
  });
  return (ids) => {
    wanted.current = ids;
  };
}
