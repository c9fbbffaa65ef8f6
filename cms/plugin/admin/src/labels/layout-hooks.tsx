import type { StrapiApp } from '@strapi/strapi/admin';
import type { EditLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { inputFor } from '../choices/inputs';
import { CodeFilter } from '../list/CodeFilter';
import { withOwnCells } from '../list/columns';
import { withOwnFilters, type ListFilter } from '../list/filters';
import { PLUGIN_ID } from '../plugin-id';
import { translationsOf } from '../translations';
import { isItemTypeName, typeOf, type ItemTypeName, type TypeName } from './types';

const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
const LIST_COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';
const LIST_FILTERS_HOOK = 'Admin/CM/pages/ListView/inject-in-filters';

interface EditLayoutInput {
  layout: EditLayout;
  query: unknown;
}

interface ListColumnsInput {
  displayedHeaders: ListLayout['layout'];
  layout: ListLayout;
}

interface ListFiltersInput {
  displayedFilters: ListFilter[];
  layout: ListLayout;
}

/** Makes forms and lists of our types say what Strapi cannot: hints, what publishing requires, labels of codes. */
export function registerLayoutHooks(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook(EDIT_LAYOUT_HOOK, (input: EditLayoutInput) => {
    const type = typeOf(input.layout);
    return type === null ? input : { ...input, layout: withOwnFields(input.layout, type) };
  });
  app.registerHook(LIST_COLUMNS_HOOK, (input: ListColumnsInput) => {
    const type = typeOf(input.layout);
    return type === null ? input : { ...input, displayedHeaders: withOwnCells(input.displayedHeaders, type) };
  });
  app.registerHook(LIST_FILTERS_HOOK, (input: ListFiltersInput) => {
    const type = typeOf(input.layout);
    if (type === null) return input;
    const surroundings = { type, locale: document.documentElement.lang, CodeInput: CodeFilter };
    return { ...input, displayedFilters: withOwnFilters(input.displayedFilters, surroundings) };
  });
}

type EditField = EditLayout['layout'][number][number][number];

/** What an item needs before it can be published. A draft may lack it, so Strapi itself asks for none of it. */
const PUBLISHING_REQUIRES: readonly string[] = ['categories', 'publisher', 'responsible', 'subject', 'genre'];

/** What items of a type need besides. */
const TYPE_REQUIRES: Readonly<Record<ItemTypeName, readonly string[]>> = {
  item: [],
  power: ['code', 'kind', 'level', 'organNature', 'bases', 'flows', 'duties', 'supervisionPhone'],
  guide: ['power', 'targets', 'handling', 'onlineDepth'],
  'risk-point': ['category', 'level', 'manifestations', 'measures', 'headPost', 'leaderPost'],
};

const hintIds: ReadonlySet<string> = new Set(
  Object.keys(translationsOf('en').data).filter((id) => id.startsWith(`${PLUGIN_ID}.hint.`)),
);

function withOwnFields(layout: EditLayout, type: TypeName): EditLayout {
  const own = (field: EditField) =>
    withHint(withRequirement(inputFor(type, field), type), `${PLUGIN_ID}.hint.${type}.${field.name}`);
  return { ...layout, layout: layout.layout.map((panel) => panel.map((row) => row.map(own))) };
}

/** Only marks the field: what may be saved is decided by the schema. */
function withRequirement(field: EditField, type: TypeName): EditField {
  if (!isItemTypeName(type)) return field;
  const isRequired = [...PUBLISHING_REQUIRES, ...TYPE_REQUIRES[type]].includes(field.name);
  return isRequired ? { ...field, required: true } : field;
}

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
