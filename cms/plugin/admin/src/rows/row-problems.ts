import type { MessageValues } from '../message.ts';
import type { Row } from './row-list.ts';
import type { Column, RowShape, SchemaIssue } from './row-shapes.ts';

/** What is wrong with a cell: a text of this plugin below `rows.problem.`, and its values. */
export interface CellProblem {
  readonly id: 'missing' | 'choose' | 'date' | 'too_long' | 'number' | 'too_little' | 'too_much' | 'wrong';
  readonly values?: MessageValues;
}

/** What the contract has against the cells of a row, by column. */
export function problemsOf(row: Row, shape: RowShape): Readonly<Record<string, CellProblem>> {
  return Object.fromEntries(
    shape.columns.flatMap((column) => {
      const [issue] = shape.schemas[column.key]?.safeParse(row[column.key]).error?.issues ?? [];
      return issue === undefined ? [] : [[column.key, problemOf(issue, column)]];
    }),
  );
}

function problemOf(issue: SchemaIssue, { input }: Column): CellProblem {
  if (input === 'select') return { id: 'choose' };
  if (input === 'date') return { id: 'date' };
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum);
    return issue.origin === 'string' ? { id: 'too_long', values: { most } } : { id: 'too_much', values: { most } };
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? { id: 'missing' }
      : { id: 'too_little', values: { least: Number(issue.minimum) } };
  }
  if (issue.code === 'invalid_type') return { id: input === 'number' || input === 'limit' ? 'number' : 'missing' };
  return { id: 'wrong' };
}
