import { numberKey, type ItemRecord, type ItemType } from 'disclosure-contract';
import { citationKey, citationKeys } from './citation.ts';
import type { Statements } from './rows.ts';

/** Enters what lists of powers, risk points and adjustments show of an item, and which items it names. */
export function enterRecord(
  statements: Statements,
  { id, documentId, record }: { readonly id: number; readonly documentId: string; readonly record: ItemRecord },
): void {
  for (const other of namedBy(record)) {
    statements.run('INSERT OR IGNORE INTO connection VALUES (?, ?)', documentId, other);
  }
  if (record.type === 'risk_point') {
    statements.run('INSERT INTO risk_point VALUES (?, ?, ?)', id, record.level, record.power);
  }
  if (record.type !== 'power') return;
  const newest = record.adjustments.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1)?.kind ?? null;
  for (const { name, docNo } of record.bases) {
    for (const key of citationKeys({ title: name, docNo })) {
      statements.run('INSERT OR IGNORE INTO citation VALUES (?, ?)', documentId, key);
    }
  }
  statements.run('INSERT INTO power VALUES (?, ?, ?, ?, ?)', id, record.code, record.kind, record.level, newest);
  for (const [n, { kind, on, basis, note }] of record.adjustments.entries()) {
    statements.run('INSERT INTO adjustment VALUES (?, ?, ?, ?, ?, ?)', id, n, kind, on, basis, note);
  }
}

export function removeRecord(statements: Statements, id: number, documentId: string): void {
  for (const table of ['connection', 'citation']) statements.run(`DELETE FROM ${table} WHERE item = ?`, documentId);
  for (const table of ['power', 'adjustment', 'risk_point']) statements.run(`DELETE FROM ${table} WHERE item = ?`, id);
}

/** Whether it stands in the list of services, or would if it had no guide. */
export function isService(record: ItemRecord): boolean {
  return record.type === 'guide' || (record.type === 'power' && record.kind === 'public_service');
}

/** The same of what is stored. */
export function wasService(
  statements: Statements,
  { id, type }: { readonly id: number; readonly type: ItemType },
): boolean {
  if (type !== 'power') return type === 'guide';
  return statements.get("SELECT 1 FROM power WHERE item = ? AND kind = 'public_service'", id) !== undefined;
}

/** Years in which powers were adjusted, the newest first. */
export function yearsOfAdjustments(statements: Statements): string[] {
  return statements
    .all<{ year: string }>('SELECT DISTINCT substr(made_on, 1, 4) AS year FROM adjustment ORDER BY 1 DESC')
    .map(({ year }) => year);
}

function namedBy(record: ItemRecord): readonly string[] {
  if (record.type === 'power') return record.related;
  return record.power === null ? [] : [record.power];
}

/** documentIds of the items that an item names or, as a power, rests on: their pages show it. */
export function shownOnPagesOf(statements: Statements, record: ItemRecord): string[] {
  const citedBy = record.type === 'power' ? record.bases : [];
  const regulations = citedBy.flatMap(({ name, docNo }) =>
    statements.all<{ document_id: string }>(
      `SELECT document_id FROM item WHERE type = 'item' AND title_key = ?
       UNION SELECT document_id FROM item WHERE type = 'item' AND number_key = ?`,
      citationKey(name),
      docNo === '' ? null : numberKey(docNo),
    ),
  );
  return [...namedBy(record), ...regulations.map(({ document_id: documentId }) => documentId)];
}
