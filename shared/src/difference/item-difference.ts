import { namedFlowSchema } from '../record/power.ts';
import { attachmentChanges, type AttachmentChange, type ComparedFile } from './attachments.ts';
import { bodyDifference, type BlockDifference } from './body-difference.ts';
import { COMPARED_FIELD_NAMES, COMPARED_FIELDS, type ComparedAs, type ComparedField } from './fields.ts';
import { runsBetween, type Run } from './runs.ts';

/** A version of an item: a published payload, or a draft in the same shape. What it lacks is empty. */
export type ComparedItem = Readonly<Partial<Record<ComparedField, unknown>>>;

/** How one field became another. Codes stay codes, and what is related stays documentIds: who shows them knows names. */
export type FieldDifference = { readonly field: ComparedField } & (
  | { readonly kind: 'text'; readonly runs: readonly Run[] }
  | { readonly kind: 'body'; readonly blocks: readonly BlockDifference[] }
  | { readonly kind: 'value'; readonly as: ValueKind; readonly before: string | null; readonly after: string | null }
  | ({ readonly kind: 'list'; readonly as: ListKind } & ListDifference)
  | { readonly kind: 'attachments'; readonly changes: readonly AttachmentChange[] }
  | { readonly kind: 'rows'; readonly before: readonly unknown[]; readonly after: readonly unknown[] }
  | { readonly kind: 'flows'; readonly before: readonly unknown[]; readonly after: readonly unknown[] }
);

type ValueKind = Extract<ComparedAs, 'day' | 'code' | 'organ' | 'item' | 'number' | 'flag'>;
type ListKind = Extract<ComparedAs, 'codes' | 'words' | 'categories' | 'items'>;

export interface ListDifference {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Whether what is in both stands in another order: the first category is the primary one. */
  readonly isReordered: boolean;
}

/**
 * How a version of an item became another, field by field in the order of the form; fields that are equal are left out.
 * `null` is the version before the first.
 */
export function differenceOf(before: ComparedItem | null, after: ComparedItem): FieldDifference[] {
  return COMPARED_FIELD_NAMES.flatMap((field) => {
    const difference = fieldDifference(field, before?.[field], after[field]);
    return difference === null ? [] : [difference];
  });
}

/** The fields in which two versions differ, without saying how. */
export function changedFields(before: ComparedItem, after: ComparedItem): ComparedField[] {
  return COMPARED_FIELD_NAMES.filter((field) => !isEqual(field, before[field], after[field]));
}

function fieldDifference(field: ComparedField, before: unknown, after: unknown): FieldDifference | null {
  if (isEqual(field, before, after)) return null;
  const as = COMPARED_FIELDS[field];
  switch (as) {
    case 'text':
      return { field, kind: 'text', runs: runsBetween(textOf(before), textOf(after)) };
    case 'body': {
      const blocks = bodyDifference(textOf(before), textOf(after));
      return blocks.every(({ kind }) => kind === 'same') ? null : { field, kind: 'body', blocks };
    }
    case 'day':
    case 'code':
    case 'organ':
    case 'item':
    case 'number':
    case 'flag':
      return { field, kind: 'value', as, before: textOf(before) || null, after: textOf(after) || null };
    case 'rows':
    case 'flows':
      return { field, kind: as, before: arrayOf(before), after: arrayOf(after) };
    case 'codes':
    case 'words':
    case 'categories':
    case 'items':
      return { field, kind: 'list', as, ...listDifference(listOf(before), listOf(after)) };
    case 'attachments': {
      const changes = attachmentChanges(filesOf(before), filesOf(after));
      return changes.length === 0 ? null : { field, kind: 'attachments', changes };
    }
  }
}

/** Whether there is nothing to tell; of HTML and files, whether they are the very same. */
function isEqual(field: ComparedField, before: unknown, after: unknown): boolean {
  switch (COMPARED_FIELDS[field]) {
    case 'codes':
    case 'words':
    case 'categories':
    case 'items':
      return JSON.stringify(listOf(before)) === JSON.stringify(listOf(after));
    case 'flows':
      return JSON.stringify(arrayOf(before).map(asToday)) === JSON.stringify(arrayOf(after).map(asToday));
    case 'attachments':
    case 'rows':
      return JSON.stringify(before ?? []) === JSON.stringify(after ?? []);
    default:
      return textOf(before) === textOf(after);
  }
}

/** A flow with what flows did not say yet when it was stored, and its names in one order; what is none stays as it is. */
function asToday(flow: unknown): unknown {
  const read = namedFlowSchema.safeParse(flow);
  return read.success ? read.data : flow;
}

function listDifference(before: readonly string[], after: readonly string[]): ListDifference {
  const removed = before.filter((each) => !after.includes(each));
  const added = after.filter((each) => !before.includes(each));
  const kept = [before.filter((each) => after.includes(each)), after.filter((each) => before.includes(each))] as const;
  return { before, after, removed, added, isReordered: kept[0].join('\n') !== kept[1].join('\n') };
}

function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : '';
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function filesOf(value: unknown): readonly ComparedFile[] {
  return Array.isArray(value) ? (value as ComparedFile[]) : [];
}
