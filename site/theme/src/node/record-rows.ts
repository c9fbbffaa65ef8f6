import type { ItemRecord } from 'disclosure-contract';
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
  statements.run('INSERT INTO power VALUES (?, ?, ?, ?, ?)', id, record.code, record.kind, record.level, newest);
  for (const [n, { kind, on, basis, note }] of record.adjustments.entries()) {
    statements.run('INSERT INTO adjustment VALUES (?, ?, ?, ?, ?, ?)', id, n, kind, on, basis, note);
  }
}

export function removeRecord(statements: Statements, id: number, documentId: string): void {
  statements.run('DELETE FROM connection WHERE item = ?', documentId);
  for (const table of ['power', 'adjustment', 'risk_point']) statements.run(`DELETE FROM ${table} WHERE item = ?`, id);
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
