import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ItemType } from 'disclosure-contract';
import { labelIdOf, typeNameOf } from '../labels/types';

/** What is hashed under a name of its own, by the field of the form that it comes from. */
const FIELDS: Readonly<Record<string, string>> = {
  address: 'slug',
};

export function formFieldOf(contentField: string): string {
  return FIELDS[contentField] ?? contentField;
}

/** The label of a field of items of a type, as their form has it. */
export function useFieldLabel(type: ItemType): (contentField: string) => string {
  const { formatMessage } = useIntl();
  return useCallback(
    (contentField) => {
      const field = formFieldOf(contentField);
      return formatMessage({ id: labelIdOf(typeNameOf(type), field), defaultMessage: field });
    },
    [formatMessage, type],
  );
}
