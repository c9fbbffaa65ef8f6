import { useState } from 'react';
import { Combobox, ComboboxOption, Field, Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import type { ItemType } from 'disclosure-contract';
import { useItemChoicesQuery, type ItemChoice } from '../disclosure-api';
import { useTranslate } from '../message';

interface ReplacementFieldProps {
  /** What takes the place of an item is of its own type: the address of both follows from it. */
  type: ItemType;
  exceptDocumentId: string | undefined;
  value: ItemChoice | null;
  onChange: (choice: ItemChoice | null) => void;
}

export const ReplacementField = ({ type, exceptDocumentId, value, onChange }: ReplacementFieldProps) => {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const search = useDebounce(typed.trim(), 300);
  const { data = [], isFetching } = useItemChoicesQuery({ type, search });
  const choices = data.filter(({ documentId }) => documentId !== exceptDocumentId);

  return (
    <Field.Root name="withdrawal-replacement" hint={translate('withdraw.replacement.hint')}>
      <Field.Label>{translate('withdraw.replacement')}</Field.Label>
      <Combobox
        autocomplete={{ type: 'list', filter: 'contains' }}
        // The server has searched already; what it found need not hold the words in its title.
        filterValue=""
        value={value?.documentId ?? ''}
        loading={isFetching}
        loadingMessage={translate('loading')}
        clearLabel={translate('withdraw.replacement.clear')}
        placeholder={translate('withdraw.replacement.choose')}
        noOptionsMessage={() => translate('withdraw.replacement.none')}
        onInputChange={(event) => setTyped(event.currentTarget.value)}
        onClear={() => onChange(null)}
        onChange={(documentId) => onChange(choices.find((choice) => choice.documentId === documentId) ?? null)}
      >
        {choices.map((choice) => (
          <ComboboxOption
            key={choice.documentId}
            value={choice.documentId}
            textValue={choice.title ?? choice.documentId}
          >
            <Flex direction="column" alignItems="flex-start">
              <Typography>{choice.title}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {choice.indexNo}
              </Typography>
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
    </Field.Root>
  );
};
