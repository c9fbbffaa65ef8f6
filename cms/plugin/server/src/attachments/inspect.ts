import {
  DEEPEST_NESTING,
  MOST_UNPACKED_BYTES,
  noteOfFault,
  sizeProblem,
  unpackArchive,
  type Budget,
} from './archive-safety.ts';
import type { AttachmentNote } from './attachment-notes.ts';
import { isEncryptedPdf, isSignedPdf } from './clean-pdf.ts';
import { isSignedPackage } from './clean-office.ts';
import { contentKindOf, hasMacros, matchesName, type ContentKind } from './content-kind.ts';
import { docxText } from './docx-text.ts';
import { withinLimit, type ExtractedText, type TextPart } from './extracted-text.ts';
import { pdfText } from './pdf-text.ts';
import { plainText } from './plain-file-text.ts';
import { ofdText, pptxText } from './slides-text.ts';
import { xlsxText } from './xlsx-text.ts';
import { readZip, ZipError } from './zip-archive.ts';

/** What is known of a file by its bytes alone. */
export interface Inspection {
  readonly kind: ContentKind;
  readonly parts: readonly TextPart[];
  readonly notes: readonly AttachmentNote[];
}

/** Counted up whenever an inspection would find more than before: what was inspected earlier is then inspected again. */
export const INSPECTION_VERSION = 1;

/** Reads what a file says, and what is wrong with it. Never throws for what a file holds. */
export async function inspectFile(bytes: Buffer): Promise<Inspection> {
  return inspectNested(bytes, { depth: 0, budget: { left: MOST_UNPACKED_BYTES } });
}

interface Nesting {
  readonly depth: number;
  readonly budget: Budget;
}

async function inspectNested(bytes: Buffer, nesting: Nesting): Promise<Inspection> {
  const kind = contentKindOf(bytes);
  const found = kind === 'zip' ? await inspectArchive(bytes, nesting) : await inspectDocument(bytes, kind);
  return { kind, ...withinLimit(found) };
}

async function inspectArchive(bytes: Buffer, { depth, budget }: Nesting): Promise<ExtractedText> {
  if (depth >= DEEPEST_NESTING) return { parts: [], notes: [note('archive_nested')] };
  const { files, notes } = unpackArchive(bytes, budget);
  const parts: TextPart[] = [{ part: '文件名', text: files.map(({ name }) => name).join('\n') }];
  const allNotes = [...notes];
  for (const file of files) {
    const inner = await inspectNested(file.bytes, { depth: depth + 1, budget });
    const within = (part: string | null) => (part === null ? file.name : `${file.name} › ${part}`);
    parts.push(...inner.parts.map((each) => ({ ...each, part: within(each.part) })));
    allNotes.push(...inner.notes.map((each) => ({ ...each, part: within(each.part) })));
    if (!matchesName(inner.kind, file.name)) allNotes.push({ ...note('file_type_wrong'), part: file.name });
  }
  return { parts, notes: allNotes };
}

type Reader = (bytes: Buffer) => ExtractedText | Promise<ExtractedText>;

const NOTHING: Reader = () => ({ parts: [], notes: [] });
const UNREADABLE: Reader = () => ({ parts: [], notes: [note('content_unreadable')] });

const READERS: Readonly<Record<Exclude<ContentKind, 'zip'>, Reader>> = {
  docx: inPackage(docxText),
  xlsx: inPackage(xlsxText),
  pptx: inPackage(pptxText),
  ofd: inPackage(ofdText),
  pdf: readPdf,
  text: plainText,
  ole: UNREADABLE,
  rar: UNREADABLE,
  rtf: UNREADABLE,
  unknown: UNREADABLE,
  gif: NOTHING,
  jpeg: NOTHING,
  png: NOTHING,
  webp: NOTHING,
  markup: NOTHING,
  program: NOTHING,
};

async function inspectDocument(bytes: Buffer, kind: Exclude<ContentKind, 'zip'>): Promise<ExtractedText> {
  try {
    return await READERS[kind](bytes);
  } catch (error) {
    return { parts: [], notes: [error instanceof ZipError ? noteOfFault(error) : note('archive_damaged')] };
  }
}

/** Judges the package before any of it is unpacked. */
function inPackage(read: (bytes: Buffer) => ExtractedText): Reader {
  return (bytes) => {
    const entries = readZip(bytes);
    const problem = sizeProblem(bytes, entries);
    if (problem !== null) return { parts: [], notes: [problem] };
    const { parts, notes } = read(bytes);
    const more: AttachmentNote[] = [];
    if (hasMacros(entries)) more.push(note('has_macros'));
    if (isSignedPackage(entries)) more.push(note('file_signed'));
    return { parts, notes: [...more, ...notes] };
  };
}

async function readPdf(bytes: Buffer): Promise<ExtractedText> {
  const more: AttachmentNote[] = [];
  if (isSignedPdf(bytes)) more.push(note('file_signed'));
  try {
    const { parts, notes } = await pdfText(bytes);
    return { parts, notes: [...more, ...notes] };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    if (!isLocked && !isEncryptedPdf(bytes)) throw error;
    return { parts: [], notes: [...more, note('archive_encrypted')] };
  }
}

function note(rule: AttachmentNote['rule']): AttachmentNote {
  return { rule, part: null, found: '' };
}
