export interface FieldMetadata {
  edit: { editable?: boolean; mainField?: string };
  list: { sortable?: boolean };
}

/**
 * First layout of a form in the content manager. Once the application has started, its own copy in the database rules;
 * a change here reaches new installations only.
 */
export function layoutOf(layout: {
  mainField: string;
  newestFirstBy?: string;
  list: readonly string[];
  /** Rows of fields; a number is the width of a field in twelfths. */
  edit: readonly Readonly<Record<string, number>>[];
  readOnly?: readonly string[];
  relationLabels?: Readonly<Record<string, string>>;
}) {
  const metadatas: Record<string, FieldMetadata> = {};
  for (const name of layout.readOnly ?? []) metadatas[name] = { edit: { editable: false }, list: {} };
  for (const [name, mainField] of Object.entries(layout.relationLabels ?? {})) {
    metadatas[name] = { edit: { mainField }, list: {} };
  }
  return {
    settings: {
      bulkable: true,
      filterable: true,
      searchable: true,
      pageSize: 20,
      relationOpenMode: 'modal',
      mainField: layout.mainField,
      defaultSortBy: layout.newestFirstBy ?? layout.mainField,
      defaultSortOrder: layout.newestFirstBy === undefined ? 'ASC' : 'DESC',
    },
    metadatas,
    layouts: {
      list: [...layout.list],
      edit: layout.edit.map((row) => Object.entries(row).map(([name, size]) => ({ name, size }))),
    },
  };
}

export const HIDDEN = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
  i18n: { localized: false },
};

export const SHOWN = {
  'content-manager': { visible: true },
  'content-type-builder': { visible: false },
  i18n: { localized: false },
};
