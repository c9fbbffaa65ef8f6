import {
  changedFields,
  COMPARED_FIELD_NAMES,
  type ComparedField,
  type ComparedItem,
} from 'disclosure-contract/difference';
import { columnsOf } from './item-records.ts';
import type { ItemWithRelations, UploadRow } from '../content-types/rows.ts';

/** How a draft came to be as a version has it. `former` was there before versions were kept; `unsaved` was never stored. */
export type DraftVersionKind = 'created' | 'copied' | 'saved' | 'restored' | 'discarded' | 'former' | 'unsaved';

/** A file of a draft. Replacing it in the media library keeps its number, and changes `hash` or `size`. */
export interface DraftFile {
  readonly id: number;
  readonly name: string;
  readonly hash: string;
  readonly size: number | null;
  readonly mime: string;
  readonly accessibleText: string | null;
}

/** What people write of an item, in the order of its form. Relations are documentIds. */
export type DraftSnapshot = ComparedItem & { readonly attachments?: readonly DraftFile[] };

export function snapshotOf(draft: ItemWithRelations): DraftSnapshot {
  const row: ComparedItem = {
    ...draft,
    categories: draft.categories.map(({ documentId }) => documentId),
    publisher: draft.publisher?.documentId ?? null,
    responsible: draft.responsible?.documentId ?? null,
    interprets: [...new Set(draft.interprets.map(({ documentId }) => documentId))],
    replaces: [...new Set(draft.replaces.map(({ documentId }) => documentId))],
    attachments: (draft.attachments ?? []).map(draftFileOf),
    ...columnsOf(draft.record),
  };
  return Object.fromEntries(COMPARED_FIELD_NAMES.map((field) => [field, row[field] ?? null]));
}

export function draftFileOf({ id, name, hash, size, mime, alternativeText }: UploadRow): DraftFile {
  return { id, name, hash, size: size ?? null, mime, accessibleText: alternativeText };
}

/** What the documents that a draft is related to are called, by documentId. */
export function namesOf(draft: ItemWithRelations): Record<string, string> {
  const organs = [draft.publisher, draft.responsible].flatMap((organ) => (organ === null ? [] : [organ]));
  return Object.fromEntries([
    ...[...draft.categories, ...organs].map(({ documentId, name }) => [documentId, name]),
    ...[...draft.interprets, ...draft.replaces].map(({ documentId, title }) => [documentId, title ?? documentId]),
  ]);
}

/** What somebody changed. That an address is set is no edit: the first publication does it. */
export function editedFields(before: ComparedItem, after: ComparedItem): ComparedField[] {
  const isAddressGiven = (before.slug ?? '') === '';
  return changedFields(before, after).filter((field) => field !== 'slug' || !isAddressGiven);
}
