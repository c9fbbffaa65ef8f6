import { languageName, type ItemType } from 'disclosure-contract';
import { useIntl } from 'react-intl';
import { typeNameOf } from '../labels/types';
import { CHOICES, vocabularyOf } from '../labels/vocabularies';
import { useLabel, useTranslate } from '../message';

const LISTS: Readonly<Record<string, string>> = {
  legalBases: 'LEGAL_BASES',
  channels: 'CHANNELS',
  targets: 'SERVICE_TARGETS',
  handlingForms: 'HANDLING_FORMS',
};

interface Surroundings {
  readonly type: ItemType;
  readonly field: string;
  /** What related documents are called, by documentId. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Reads a value of a field of an item: the label of a code, the name of what is related, or the value itself. */
export function useValueLabel({ type, field, names = {} }: Surroundings): (value: string) => string {
  const labelOf = useLabel();
  const translate = useTranslate();
  const { locale } = useIntl();
  const vocabulary = CHOICES[LISTS[field] ?? ''] ?? vocabularyOf(typeNameOf(type), field);
  return (value) => {
    if (field === 'language') return languageName(value, locale);
    if (value === 'true' || value === 'false') return translate(`flag.${value}`);
    const label = vocabulary?.[value];
    return label === undefined ? (names[value] ?? value) : labelOf(label);
  };
}
