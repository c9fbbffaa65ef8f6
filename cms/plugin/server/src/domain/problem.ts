import type { ErrorCode, ItemRecordProblemCode } from 'disclosure-contract';

/** What is missing before an item can be published. The codes are shown by the checklist in the admin. */
export const INCOMPLETE_CODES = [
  'title_missing',
  'category_missing',
  'category_not_leaf',
  'category_annual_reports_only',
  'publisher_missing',
  'publisher_credit_code_missing',
  'responsible_missing',
  'subject_missing',
  'genre_missing',
  'content_missing',
  'abstract_repeats_title',
  'written_in_future',
  'effective_before_written',
  'repealed_before_effective',
  'repealed_before_written',
  'record_incomplete',
] as const;
export type IncompleteCode = (typeof INCOMPLETE_CODES)[number];

/** One thing that an editor has to put right, at one field. The message says how. */
export interface Problem {
  readonly path: string;
  readonly code: IncompleteCode | ItemRecordProblemCode | ErrorCode;
  readonly message: string;
}
