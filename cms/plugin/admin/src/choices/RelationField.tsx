import { useEffect, useState, type ReactNode } from 'react';
import { Combobox, ComboboxOption, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowUp, Cross } from '@strapi/icons';
import { useField, useForm } from '@strapi/strapi/admin';
import { useRelatedQuery, useTreeRowsQuery } from '../disclosure-api';
import { isItemTypeName } from '../labels/types';
import { useTranslate } from '../message';
import type { RelationInput } from './inputs';
import {
  chosenOf,
  NOTHING_CHANGED,
  withAdded,
  withFirst,
  withOnly,
  withRemoved,
  type Related,
  type RelationChange,
} from './relation-value';
import { choicesOf } from './tree';

interface RelationFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  relation: RelationInput;
}

/** Chooses among categories or organs by their place in the tree. */
export const RelationField = ({ name, label, hint, labelAction, required, disabled, relation }: RelationFieldProps) => {
  const { type, target, isMany, onlyLeaves } = relation;
  const translate = useTranslate();
  // Null for an empty relation that a condition of the person's permissions looks at, such as their own section.
  const { value: written, error, onChange } = useField<RelationChange | null>(name);
  const value = written ?? NOTHING_CHANGED;
  const { stored, ownId } = useStored(type, name);
  const { data: rows = [], isLoading, isError } = useTreeRowsQuery(target);
  const [typed, setTyped] = useState('');
  // The box fills itself with what was chosen; of many, the next one is to be typed there.
  useEffect(() => setTyped(''), [value]);

  const tree = choicesOf(rows);
  const pathOf = (related: Related) =>
    tree.find(({ documentId }) => documentId === related.documentId)?.path ?? related.name;
  const chosen = chosenOf(stored, value);
  const only = isMany ? undefined : chosen[0];
  const offered = tree.filter(
    (choice) => choice.documentId !== ownId && (choice.isLeaf || !onlyLeaves) && !(isMany && isAmong(chosen, choice)),
  );

  const choose = (documentId: string | undefined) => {
    const choice = offered.find((each) => each.documentId === documentId);
    if (choice !== undefined) onChange(name, isMany ? withAdded(value, choice) : withOnly(stored, choice));
    // Whoever deletes the name takes the choice back.
    else if (only !== undefined && documentId === undefined) onChange(name, withOnly(stored, null));
  };

  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Combobox
        // Filled once; what is stored comes later, and may come anew.
        key={isMany ? name : (stored[0]?.documentId ?? '')}
        autocomplete={{ type: 'list', filter: 'contains' }}
        value={only?.documentId ?? ''}
        disabled={disabled}
        loading={isLoading}
        loadingMessage={translate('loading')}
        clearLabel={translate('codes.clear')}
        placeholder={translate(isMany && chosen.length > 0 ? 'relation.more' : 'relation.choose')}
        noOptionsMessage={() => translate(isError ? 'relation.failed' : 'relation.none')}
        {...(isMany ? { textValue: typed, onTextValueChange: (text: string | undefined) => setTyped(text ?? '') } : {})}
        onChange={choose}
        onClear={() => onChange(name, withOnly(stored, null))}
      >
        {(only === undefined || isAmong(offered, only) ? offered : [...offered, only]).map((choice) => (
          <ComboboxOption key={choice.documentId} value={choice.documentId} textValue={pathOf(choice)}>
            {pathOf(choice)}
          </ComboboxOption>
        ))}
      </Combobox>
      {isMany && chosen.length > 0 ? (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
          {chosen.map((related, index) => (
            <Chosen
              key={related.documentId}
              path={pathOf(related)}
              isFirst={index === 0}
              isDisabled={disabled === true}
              onFirst={() => onChange(name, withFirst(stored, value, related))}
              onRemove={() => onChange(name, withRemoved(stored, value, related))}
            />
          ))}
        </Flex>
      ) : null}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

interface ChosenProps {
  path: string;
  isFirst: boolean;
  isDisabled: boolean;
  onFirst: () => void;
  onRemove: () => void;
}

const Chosen = ({ path, isFirst, isDisabled, onFirst, onRemove }: ChosenProps) => {
  const translate = useTranslate();
  return (
    <Flex tag="li" justifyContent="space-between" gap={2} paddingLeft={3} background="neutral100" hasRadius>
      <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
        {path}
        {isFirst ? (
          <Typography variant="pi" textColor="neutral600">
            {translate('relation.primary')}
          </Typography>
        ) : null}
      </Typography>
      {isDisabled ? null : (
        <Flex shrink={0}>
          {isFirst ? null : (
            <IconButton variant="ghost" size="S" label={translate('relation.first', { name: path })} onClick={onFirst}>
              <ArrowUp />
            </IconButton>
          )}
          <IconButton variant="ghost" size="S" label={translate('relation.remove', { name: path })} onClick={onRemove}>
            <Cross />
          </IconButton>
        </Flex>
      )}
    </Flex>
  );
};

/** What is related in the version that the form shows; a new document has nothing. */
function useStored(type: RelationInput['type'], field: string): { stored: readonly Related[]; ownId: string | null } {
  const { documentId, publishedAt } = useForm('RelationField', ({ initialValues }) => initialValues as ShownDocument);
  const status = isItemTypeName(type) && publishedAt ? 'published' : 'draft';
  const { currentData } = useRelatedQuery(
    { type, documentId: documentId ?? '', field, status },
    { skip: documentId === undefined, refetchOnMountOrArgChange: true },
  );
  return { stored: currentData ?? [], ownId: documentId ?? null };
}

interface ShownDocument {
  readonly documentId?: string;
  readonly publishedAt?: string | null;
}

function isAmong(list: readonly { documentId: string }[], { documentId }: { documentId: string }): boolean {
  return list.some((each) => each.documentId === documentId);
}
