import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { minuteInChina, type ItemType } from 'disclosure-contract';
import { useIntl } from 'react-intl';
import type { HistoryEntry } from '../disclosure-api';
import { labelIdOf, typeNameOf } from '../labels/types';
import { useTranslate } from '../message';

const COLOURS: Readonly<Record<string, string>> = {
  published: 'success',
  withdrawn: 'warning',
  unsaved: 'danger',
  restored: 'alternative',
};

interface EntryRowProps {
  type: ItemType;
  entry: HistoryEntry;
  onShow: () => void;
}

export const EntryRow = ({ type, entry, onShow }: EntryRowProps) => {
  const translate = useTranslate();
  const { formatMessage } = useIntl();
  const colour = COLOURS[entry.kind] ?? 'neutral';
  const fields = (entry.fields ?? []).map((field) => formatMessage({ id: labelIdOf(typeNameOf(type), field) }));
  return (
    <Flex tag="li" justifyContent="space-between" gap={2} wrap="wrap" borderColor="neutral150" hasRadius padding={3}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Flex gap={2} wrap="wrap">
          <Badge backgroundColor={`${colour}100`} textColor={`${colour}700`}>
            {translate(`history.kind.${entry.kind}`)}
          </Badge>
          <Typography fontWeight="semiBold">{minuteInChina(entry.at)}</Typography>
          <Typography textColor="neutral700">{entry.actor ?? translate('history.by-program')}</Typography>
        </Flex>
        {fields.length === 0 ? null : (
          <Typography variant="pi" textColor="neutral600">
            {translate('history.fields', { fields: fields.join('、') })}
          </Typography>
        )}
      </Flex>
      {entry.kind === 'withdrawn' ? null : (
        <Button size="S" variant="tertiary" onClick={onShow}>
          {translate('history.show')}
        </Button>
      )}
    </Flex>
  );
};
