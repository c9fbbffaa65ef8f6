import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { labelIdOf } from '../labels/types';

/** What is hashed under a name of its own, by the field of the form that it comes from. */
const FIELDS: Readonly<Record<string, string>> = { address: 'slug' };

export function formFieldOf(contentField: string): string {
  return FIELDS[contentField] ?? contentField;
}

/** The label of a field of items, as their form has it. */
export function useFieldLabel(): (contentField: string) => string {
  const { formatMessage } = useIntl();
  return useCallback(
    (contentField) => {
      const field = formFieldOf(contentField);
      return formatMessage({ id: labelIdOf('item', field), defaultMessage: field });
    },
    [formatMessage],
  );
}
