import type { ComponentType } from 'react';
import { WITHDRAWAL_REASONS } from 'disclosure-contract';
import { isItemTypeName, labelIdOf, type TypeName } from '../labels/types';
import { vocabularyOf, type Vocabulary } from '../labels/vocabularies';
import { labelIn } from '../message';
import { PLUGIN_ID } from '../plugin-id';

interface Message {
  readonly id: string;
  readonly defaultMessage: string;
}

/** As the content manager hands its filters to a hook, and takes them back. */
export interface ListFilter {
  name: string;
  label: string | Message;
  type: string;
  operators?: { label: string | Message; value: string }[];
  options?: { label: string; value: string }[];
  input?: ComponentType<{ name: string }>;
}

interface Surroundings {
  readonly type: TypeName;
  /** Of the interface: a hook gets no way to translate, and names of options are plain text. */
  readonly locale: string;
  /** Chooses one of a filter's options. */
  readonly CodeInput: NonNullable<ListFilter['input']>;
}

export function withOwnFilters(filters: readonly ListFilter[], surroundings: Surroundings): ListFilter[] {
  const own = filters
    // For the database, not for people.
    .filter(({ name }) => name !== 'id' && name !== 'documentId')
    .map((filter) => withLabels(filter, surroundings));
  return isItemTypeName(surroundings.type) ? [...own, withdrawnFilter(surroundings)] : own;
}

function withLabels(filter: ListFilter, { type, locale, CodeInput }: Surroundings): ListFilter {
  // The status is no field: the content manager has labelled it already.
  if (filter.name.startsWith('__')) return filter;
  const label = { id: labelIdOf(type, filter.name), defaultMessage: filter.name };
  const vocabulary = vocabularyOf(type, filter.name);
  if (vocabulary === undefined) return { ...filter, label };
  const offered = (filter.options ?? []).map(({ value }) => value);
  return { ...filter, label, input: CodeInput, options: optionsOf(vocabulary, offered, locale) };
}

/** Strapi tells drafts from what is published, and a withdrawn item is a draft to it. */
function withdrawnFilter({ locale, CodeInput }: Surroundings): ListFilter {
  return {
    name: 'withdrawalReason',
    label: message('withdraw.reason', 'Reason of withdrawal'),
    type: 'enumeration',
    operators: [
      { label: message('filter.is', 'is'), value: '$eq' },
      { label: message('filter.any-reason', 'any: is withdrawn'), value: '$notNull' },
      { label: message('filter.no-reason', 'none: is not withdrawn'), value: '$null' },
    ],
    input: CodeInput,
    options: optionsOf(WITHDRAWAL_REASONS, Object.keys(WITHDRAWAL_REASONS), locale),
  };
}

function optionsOf(vocabulary: Vocabulary, codes: readonly string[], locale: string) {
  return codes.map((value) => {
    const label = vocabulary[value];
    return { value, label: label ? labelIn(label, locale) : value };
  });
}

function message(id: string, defaultMessage: string): Message {
  return { id: `${PLUGIN_ID}.${id}`, defaultMessage };
}
