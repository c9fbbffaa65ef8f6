import { MOST_FLOWS, namedFlowSchema, type ItemType } from 'disclosure-contract';
import { z } from 'zod';
import type { Written } from './item-input.ts';
import { readCodes, type Reading } from './lists.ts';
import { manyLines } from './plain-text.ts';

const MOST_ROWS = 300;
const LONGEST_TEXT = 4000;

const cell = z.string().max(LONGEST_TEXT).transform(manyLines);
const value = z.union([
  cell,
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ amount: z.number().nullable(), unit: z.string().nullable() }),
]);

/** What a draft may hold of a list before it is complete: its rows are held against the contract at publication. */
const rowsSchema = z.array(z.union([cell, z.record(z.string().max(40), value)])).max(MOST_ROWS);
const flowsSchema = z.array(namedFlowSchema).max(MOST_FLOWS);

const ROWS: Readonly<Record<ItemType, readonly string[]>> = {
  item: [],
  power: ['subItems', 'bases', 'duties', 'liabilities', 'liabilityBases', 'adjustments'],
  guide: ['conditions', 'materials', 'specialStages', 'jointOrgans', 'questions'],
  risk_point: ['measures'],
};

const CODES = { targets: 'SERVICE_TARGETS', handlingForms: 'HANDLING_FORMS' } as const;

/** What was written into the lists of a record, by column. */
export function readRecordLists(type: ItemType, written: Written): [column: string, reading: Reading<unknown>][] {
  const readings: [string, Reading<unknown>][] = [];
  for (const column of ROWS[type]) {
    if (column in written) readings.push([column, readRows(column, written[column])]);
  }
  if (type === 'power' && 'flows' in written) readings.push(['flows', readFlows(written['flows'])]);
  if (type === 'guide') {
    for (const [column, vocabulary] of Object.entries(CODES)) {
      if (column in written) readings.push([column, readCodes(column, written[column], vocabulary)]);
    }
  }
  return readings;
}

function readRows(path: string, written: unknown): Reading<unknown> {
  const read = rowsSchema.safeParse(written ?? []);
  if (read.success) return { kind: 'read', value: read.data };
  const at = read.error.issues[0]?.path[0];
  const where = typeof at === 'number' ? `第 ${at + 1} 行` : '这个列表';
  const message = `${where}不能保存：每一格最多 ${LONGEST_TEXT} 个字，最多 ${MOST_ROWS} 行。请核对。`;
  return { kind: 'wrong', problem: { path, code: 'field_invalid', message } };
}

function readFlows(written: unknown): Reading<unknown> {
  const read = flowsSchema.safeParse(written ?? [], { error: z.locales.zhCN().localeError });
  if (read.success) return { kind: 'read', value: read.data };
  const [issue] = read.error.issues;
  const message = `流程图不能保存：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}。请核对，或者重新导入。`;
  return { kind: 'wrong', problem: { path: 'flows', code: 'field_invalid', message } };
}
