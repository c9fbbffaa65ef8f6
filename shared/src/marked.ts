import { z } from 'zod';

/** One entry of a column whose entries are marked required or optional. */
export interface Marked<T> {
  readonly value: T;
  readonly required: boolean;
}

/** The schema of such an entry, by that of its value. */
export function marked<Value extends z.ZodType>(value: Value) {
  return z.object({ value, required: z.boolean() });
}

/** How the standard catalogues (基层政务公开标准目录) print marks: of words, as 公开内容, and of codes, as 公开渠道. */
export const MARKS = {
  words: { required: '●', optional: '〇' },
  codes: { required: '■', optional: '□' },
} as const;
