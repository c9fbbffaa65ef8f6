import type { AttachmentNote, AttachmentRule } from './attachment-notes.ts';
import { contentKindOf } from './content-kind.ts';
import { entryBytes, isEncrypted, readZip, ZipError, type ZipEntry, type ZipFault } from './zip-archive.ts';

/** What an archive may unpack to, all that lies inside it together. */
export const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Of one file in it. */
export const MOST_ENTRY_BYTES = 100 * 1024 * 1024;
/** How many times its size on disk an archive may have; small ones may have more. */
const GREATEST_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 20 * 1024 * 1024;
/** Archives in archives: a file in the third is refused. */
export const DEEPEST_NESTING = 2;

/** Endings of what an office computer runs at a click. */
const PROGRAM = /\.(?:exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|lnk|jar|dll|sh|apk|app)$/i;

const RULE_OF_FAULT: Readonly<Record<ZipFault, AttachmentRule>> = {
  damaged: 'archive_damaged',
  encrypted: 'archive_encrypted',
  method_unknown: 'content_unreadable',
  too_large: 'archive_too_large',
  too_many: 'archive_too_many',
};

export function noteOfFault(error: unknown): AttachmentNote {
  if (!(error instanceof ZipError)) throw error;
  return { rule: RULE_OF_FAULT[error.fault], part: null, found: '' };
}

/** What keeps an archive from being unpacked at all: judged by its directory alone, nothing is unpacked for it. */
export function sizeProblem(archive: Buffer, entries: readonly ZipEntry[]): AttachmentNote | null {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const isBomb = total > RATIO_COUNTS_FROM_BYTES && total > archive.length * GREATEST_RATIO;
  if (total <= MOST_UNPACKED_BYTES && !isBomb) return null;
  return { rule: 'archive_too_large', part: null, found: '' };
}

/** Unpacked bytes that are still allowed, for an archive and all archives in it. */
export interface Budget {
  left: number;
}

/** A file of an archive that may be looked at further. */
export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Unpacked {
  readonly files: readonly UnpackedFile[];
  readonly notes: readonly AttachmentNote[];
}

/** The files of an archive that an editor uploaded as one, and what is wrong with it. */
export function unpackArchive(archive: Buffer, budget: Budget): Unpacked {
  let entries: ZipEntry[];
  try {
    entries = readZip(archive);
  } catch (error) {
    return { files: [], notes: [noteOfFault(error)] };
  }
  const problem = sizeProblem(archive, entries);
  if (problem !== null) return { files: [], notes: [problem] };

  const files: UnpackedFile[] = [];
  const notes: AttachmentNote[] = [];
  for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
    const part = entry.name;
    if (PROGRAM.test(entry.name)) notes.push({ rule: 'archive_holds_program', part, found: '' });
    if (isEncrypted(entry)) {
      notes.push({ rule: 'archive_encrypted', part, found: '' });
      continue;
    }
    try {
      const bytes = entryBytes(archive, entry, Math.min(MOST_ENTRY_BYTES, budget.left));
      budget.left -= bytes.length;
      if (contentKindOf(bytes) === 'program') notes.push({ rule: 'archive_holds_program', part, found: '' });
      else files.push({ name: entry.name, bytes });
    } catch (error) {
      notes.push({ ...noteOfFault(error), part });
    }
  }
  return { files, notes };
}
