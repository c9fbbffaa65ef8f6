import { DisclosureError } from 'disclosure-contract';

/** The documentId that Strapi gives back after a write; null when there was nothing to write. */
export function writtenDocument(result: unknown): string | null {
  if (typeof result !== 'object' || result === null) return null;
  const { documentId, entries } = result as { documentId?: unknown; entries?: unknown };
  if (Array.isArray(entries) && entries.length === 0) return null;
  if (typeof documentId === 'string') return documentId;
  throw new DisclosureError('field_invalid', 'Cannot record a write: Strapi gave back no documentId');
}
