import { languageName } from 'disclosure-contract';
import { useIntl } from 'react-intl';
import { CHOICES, vocabularyOf } from '../labels/vocabularies';
import { useLabel } from '../message';

const LISTS: Readonly<Record<string, string>> = { legalBases: 'LEGAL_BASES', channels: 'CHANNELS' };

/** Reads a value of a field of an item: the label of a code, the name of what is related, or the value itself. */
export function useValueLabel(field: string, names: Readonly<Record<string, string>> = {}): (value: string) => string {
  const labelOf = useLabel();
  const { locale } = useIntl();
  const vocabulary = CHOICES[LISTS[field] ?? ''] ?? vocabularyOf('item', field);
  return (value) => {
    if (field === 'language') return languageName(value, locale);
    const label = vocabulary?.[value];
    return label === undefined ? (names[value] ?? value) : labelOf(label);
  };
}
