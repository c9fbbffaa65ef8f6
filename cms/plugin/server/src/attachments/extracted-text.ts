import type { FilePart } from 'disclosure-contract/checks';
import type { AttachmentNote } from './attachment-notes.ts';

/** A piece of what a file says. */
export type TextPart = FilePart;

export interface ExtractedText {
  readonly parts: readonly TextPart[];
  readonly notes: readonly AttachmentNote[];
}

/** What is read of one file, in UTF-16 units: about 2,000 pages of text. */
export const MOST_CHARACTERS = 2_000_000;

/** Parts as far as they are read: from the limit on, everything is left out. */
export function withinLimit({ parts, notes }: ExtractedText): ExtractedText {
  let left = MOST_CHARACTERS;
  const kept: TextPart[] = [];
  for (const part of parts) {
    if (part.text.trim() === '') continue;
    if (left <= 0) return { parts: kept, notes: [...notes, { rule: 'partly_read', part: null, found: '' }] };
    kept.push(part.text.length <= left ? part : { ...part, text: part.text.slice(0, left) });
    left -= part.text.length;
  }
  return left >= 0
    ? { parts: kept, notes }
    : { parts: kept, notes: [...notes, { rule: 'partly_read', part: null, found: '' }] };
}
