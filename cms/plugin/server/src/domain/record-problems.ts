import { checkItemRecord, recordSchema, type ItemRecordContext } from 'disclosure-contract';
import { z } from 'zod';
import { columnAt } from './item-records.ts';
import type { Problem } from './problem.ts';

const chinese = z.locales.zhCN().localeError;

/** Everything that keeps the record of a draft from being published, at the columns of its form. */
export function recordProblems(
  record: Readonly<Record<string, unknown>> | null,
  context: ItemRecordContext,
): Problem[] {
  if (record === null) return [];
  const parsed = recordSchema.safeParse(record, { error: chinese });
  if (parsed.success) {
    return checkItemRecord(parsed.data, context).map(({ code, path, message }) => {
      return { code, path: columnAt(path.split('.')), message: message.zh };
    });
  }
  return parsed.error.issues.map(({ path, message }) => ({
    code: 'record_incomplete',
    path: columnAt(path),
    message: `${placeOf(path)}${isEmptyAt(record, path) ? '请填写。' : `填写不正确：${message}。`}`,
  }));
}

/** 第 3 行: where in a list. */
function placeOf(path: readonly PropertyKey[]): string {
  const row = path.find((part) => typeof part === 'number');
  return row === undefined ? '' : `第 ${row + 1} 行：`;
}

function isEmptyAt(record: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], record);
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
