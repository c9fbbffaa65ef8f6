import { storedList } from '../choices/stored-list.ts';
import type { Column, RowShape } from './row-shapes.ts';

/** A row as a form holds it: what is not written yet is empty. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a stored list. What is no row of its shape is left out. */
export function rowsOf(value: unknown, shape: RowShape): Row[] {
  return storedList(value).flatMap((entry) => {
    if (shape.isTexts) return typeof entry === 'string' ? [{ text: entry }] : [];
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    return [{ ...newRow(shape), ...entry }];
  });
}

/** The list as it is stored. */
export function listOf(rows: readonly Row[], shape: RowShape): unknown[] {
  return shape.isTexts ? rows.map(({ text }) => text) : [...rows];
}

/** A row with what the contract takes for granted in it, and nothing else. */
export function newRow(shape: RowShape): Row {
  return Object.fromEntries(
    shape.columns.map((column) => {
      const { success, data } = shape.schemas[column.key]?.safeParse(undefined) ?? { success: false };
      return [column.key, success && data !== undefined ? data : emptyOf(column)];
    }),
  );
}

/** What a cell holds that nobody has written in. */
export function emptyOf({ input }: Column): unknown {
  if (input === 'boolean') return false;
  return input === 'number' || input === 'limit' ? null : '';
}

/** Whether a column has to be written. */
export function isRequired(shape: RowShape, column: Column): boolean {
  return shape.schemas[column.key]?.safeParse(emptyOf(column)).success === false;
}

export function isEmptyRow(row: Row, shape: RowShape): boolean {
  return JSON.stringify(row) === JSON.stringify(newRow(shape));
}
