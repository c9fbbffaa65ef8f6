import type { Genre, ItemType } from 'disclosure-contract';
import type { Statements } from './rows.ts';
import type { Entry, Reference } from './views.ts';

/** Columns of {@link EntryRow}; needs `item` and {@link ENTRY_JOINS}. */
export const ENTRY_COLUMNS = `item.document_id, item.slug, item.type, item.title, item.index_no, item.doc_no, item.genre, item.listed_on,
  item.abstract, item.withheld, c.code AS category_code, c.name AS category_name, p.code AS publisher_code, p.name AS publisher_name,
  r.code AS responsible_code, r.name AS responsible_name`;
export const ENTRY_JOINS = `LEFT JOIN category c ON c.document_id = item.category
  LEFT JOIN organ p ON p.document_id = item.publisher LEFT JOIN organ r ON r.document_id = item.responsible`;

export interface EntryRow {
  document_id: string;
  slug: string;
  type: ItemType;
  title: string;
  index_no: string;
  doc_no: string | null;
  genre: Genre;
  listed_on: string;
  abstract: string | null;
  withheld: Entry['withheld'];
  category_code: string | null;
  category_name: string | null;
  publisher_code: string | null;
  publisher_name: string | null;
  responsible_code: string | null;
  responsible_name: string | null;
}

export function toEntry(row: EntryRow): Entry {
  return {
    documentId: row.document_id,
    slug: row.slug,
    type: row.type,
    title: row.title,
    indexNo: row.index_no,
    docNo: row.doc_no,
    genre: row.genre,
    listedOn: row.listed_on,
    abstract: row.abstract,
    category: { code: row.category_code ?? '', name: row.category_name ?? '' },
    publisher: { code: row.publisher_code ?? '', name: row.publisher_name ?? '' },
    responsible:
      row.responsible_code === null ? null : { code: row.responsible_code, name: row.responsible_name ?? '' },
    withheld: row.withheld,
  };
}

export function documentIdOf({ documentId }: Entry): string {
  return documentId;
}

export function organReference(statements: Statements, documentId: string | null): Reference | null {
  return (
    statements.get<Reference & Record<string, string>>(
      'SELECT code, name FROM organ WHERE document_id = ?',
      documentId,
    ) ?? null
  );
}
