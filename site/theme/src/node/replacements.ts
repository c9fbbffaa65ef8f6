import { tombstoneSchema } from 'disclosure-contract';
import { ENTRY_COLUMNS, ENTRY_JOINS, toEntry, type EntryRow } from './entry-rows.ts';
import type { Statements } from './rows.ts';
import type { Entry, Replacements, WithdrawnItem } from './views.ts';

/** Withdrawn items that one page names. */
const MOST_WITHDRAWN = 20;

/** What an item takes the place of, and what takes its place. */
export function replacementsOf(statements: Statements, documentId: string): Replacements {
  return {
    replaces: entries(statements, 'replacement.replaces', 'replacement.item', documentId),
    withdrawn: withdrawnFor(statements, documentId),
    replacedBy: entries(statements, 'replacement.item', 'replacement.replaces', documentId),
  };
}

type Side = 'replacement.item' | 'replacement.replaces';

function entries(statements: Statements, shown: Side, given: Side, documentId: string): Entry[] {
  return statements
    .all<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM replacement JOIN item ON item.document_id = ${shown} ${ENTRY_JOINS}
       WHERE ${given} = ? ORDER BY item.listed_on, item.index_no`,
      documentId,
    )
    .map(toEntry);
}

/** Items that were withdrawn because this one takes their place, by any address that it ever had. */
function withdrawnFor(statements: Statements, documentId: string): WithdrawnItem[] {
  const rows = statements.all<{ json: string }>(
    `SELECT json FROM address JOIN tombstone ON replaced_by = address.slug WHERE address.document_id = ?
     ORDER BY tombstone.seq LIMIT ?`,
    documentId,
    MOST_WITHDRAWN,
  );
  return rows.map(({ json }) => {
    const { slug, type, indexNo } = tombstoneSchema.parse(JSON.parse(json));
    return { slug, type, indexNo };
  });
}
