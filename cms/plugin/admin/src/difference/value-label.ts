import type { ComparedField } from 'disclosure-contract/difference';
import { CHOICES, vocabularyOf } from '../labels/vocabularies';
import { useLabel } from '../message';

const LISTS: Partial<Record<ComparedField, string>> = { legalBases: 'LEGAL_BASES', channels: 'CHANNELS' };

/** Reads a value of a field: the label of a code, the name of what is related, or the value itself. */
export function useValueLabel(
  field: ComparedField,
  names: Readonly<Record<string, string>>,
): (value: string) => string {
  const labelOf = useLabel();
  const vocabulary = CHOICES[LISTS[field] ?? ''] ?? vocabularyOf('item', field);
  return (value) => {
    const label = vocabulary?.[value];
    return label === undefined ? (names[value] ?? value) : labelOf(label);
  };
}
