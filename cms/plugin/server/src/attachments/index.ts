// What a thread runs is this very module: bundled, it is one file.
import './worker.ts';

export { contentKindOf, matchesName, type ContentKind } from './content-kind.ts';
export { cleanFile } from './clean.ts';
export { inspectFile, type Inspection } from './inspect.ts';
export { NOTE_WORDINGS, type AttachmentNote, type AttachmentRule } from './attachment-notes.ts';
export type { TextPart } from './extracted-text.ts';
