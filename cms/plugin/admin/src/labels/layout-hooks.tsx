import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { EditLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import en from '../translations/en.json';

const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
const LIST_COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

interface EditLayoutInput {
  layout: EditLayout;
  query: unknown;
}

interface ListColumnsInput {
  displayedHeaders: ListLayout['layout'];
  layout: ListLayout;
}

/**
 * Gives fields their hints and list columns the labels of enumerations, in the language of the interface: what Strapi
 * itself stores as a description is one text for everybody.
 */
export function registerLayoutHooks(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook(EDIT_LAYOUT_HOOK, (input: EditLayoutInput) => ({ ...input, layout: withHints(input.layout) }));
  app.registerHook(LIST_COLUMNS_HOOK, (input: ListColumnsInput) => ({
    ...input,
    displayedHeaders: input.displayedHeaders.map(withEnumerationLabel),
  }));
}

const hintIds: ReadonlySet<string> = new Set(Object.keys(en).filter((id) => id.startsWith(`${PLUGIN_ID}.hint.`)));

function withHints(layout: EditLayout): EditLayout {
  const type = typeOf(layout);
  if (type === null) return layout;
  return {
    ...layout,
    layout: layout.layout.map((panel) =>
      panel.map((row) => row.map((field) => withHint(field, `${PLUGIN_ID}.hint.${type}.${field.name}`))),
    ),
  };
}

type EditField = EditLayout['layout'][number][number][number];

function withHint(field: EditField, id: string): EditField {
  if (field.hint || !hintIds.has(id)) return field;
  // The content manager only passes a hint on to be rendered, and renders nodes as well as text.
  const hint: ReactNode = <Hint id={id} />;
  return { ...field, hint: hint as unknown as string };
}

const Hint = ({ id }: { id: string }) => {
  const { formatMessage } = useIntl();
  return <>{formatMessage({ id })}</>;
};

/** The type whose layout this is. Layouts do not name their type, so fields that only it has tell. */
function typeOf({ metadatas }: EditLayout): 'item' | 'category' | 'organ' | null {
  if ('indexNo' in metadatas && 'disclosureMode' in metadatas) return 'item';
  if ('deadlineRule' in metadatas && 'contentElements' in metadatas) return 'category';
  if ('creditCode' in metadatas && 'officeHours' in metadatas) return 'organ';
  return null;
}

type Column = ListLayout['layout'][number];

function withEnumerationLabel(column: Column): Column {
  if (column.attribute.type !== 'enumeration') return column;
  return { ...column, cellFormatter: (row) => <Code value={row[column.name]} /> };
}

const Code = ({ value }: { value: unknown }) => {
  const { formatMessage } = useIntl();
  const isGiven = typeof value === 'string' && value !== '';
  return (
    <Typography textColor="neutral800">
      {isGiven ? formatMessage({ id: value, defaultMessage: value }) : '-'}
    </Typography>
  );
};
