import { Flex, IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Duplicate, Trash } from '@strapi/icons';
import { useLabel, useTranslate } from '../message';
import type { RowShape } from './row-shapes';

interface RowActionsProps {
  id: string;
  number: number;
  shape: RowShape;
  isFirst: boolean;
  isLast: boolean;
  isDisabled: boolean;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** What can be done with a row as a whole. */
export const RowActions = (props: RowActionsProps) => {
  const { id, number, shape, isFirst, isLast, isDisabled, onMove, onDuplicate, onRemove } = props;
  const translate = useTranslate();
  const labelOf = useLabel();
  if (isDisabled) return null;
  const row = translate('rows.number', { entry: labelOf(shape.entry), number });
  return (
    <Flex gap={1} shrink={0}>
      <IconButton
        id={`${id}-up`}
        variant="ghost"
        label={translate('rows.up', { row })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        id={`${id}-down`}
        variant="ghost"
        label={translate('rows.down', { row })}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ArrowDown />
      </IconButton>
      <IconButton variant="ghost" label={translate('rows.duplicate', { row })} onClick={onDuplicate}>
        <Duplicate />
      </IconButton>
      <IconButton variant="ghost" label={translate('rows.remove', { row })} onClick={onRemove}>
        <Trash />
      </IconButton>
    </Flex>
  );
};
