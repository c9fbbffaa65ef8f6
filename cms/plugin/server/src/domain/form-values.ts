import { COMPARED_FIELD_NAMES, COMPARED_FIELDS, type ComparedField } from 'disclosure-contract/difference';
import type { DraftSnapshot } from './draft-snapshot.ts';

interface RelatedEntry {
  readonly documentId?: unknown;
  readonly position?: { readonly start?: unknown };
}

/**
 * The version that a form would have stored: what it was opened with, and what it sends. Files are left as they are sent,
 * for the caller to look up.
 */
export function versionOfForm(opened: DraftSnapshot, sent: Readonly<Record<string, unknown>>): DraftSnapshot {
  const entries = COMPARED_FIELD_NAMES.map((field) => [
    field,
    field in sent ? valueOf(field, opened[field], sent[field]) : (opened[field] ?? null),
  ]);
  return Object.fromEntries(entries);
}

function valueOf(field: ComparedField, opened: unknown, sent: unknown): unknown {
  switch (COMPARED_FIELDS[field]) {
    case 'organ':
    case 'item':
      return related(typeof opened === 'string' ? [opened] : [], sent).at(-1) ?? null;
    case 'categories':
    case 'items':
      return related(Array.isArray(opened) ? (opened as string[]) : [], sent);
    case 'attachments':
      return Array.isArray(sent) ? sent : [];
    default:
      return sent ?? null;
  }
}

/** Forms send what they connect and disconnect; a position says that one is put first. */
function related(opened: readonly string[], sent: unknown): string[] {
  if (typeof sent !== 'object' || sent === null) return [...opened];
  const { connect = [], disconnect = [] } = sent as { connect?: RelatedEntry[]; disconnect?: RelatedEntry[] };
  const changed = new Set([...idsOf(connect), ...idsOf(disconnect)]);
  const first = connect.filter(({ position }) => position?.start === true);
  const last = connect.filter((entry) => !first.includes(entry));
  return [...idsOf(first), ...opened.filter((documentId) => !changed.has(documentId)), ...idsOf(last)];
}

function idsOf(entries: readonly RelatedEntry[]): string[] {
  return entries.map(({ documentId }) => documentId).filter((each): each is string => typeof each === 'string');
}
