import { isEncryptedPdf, isSignedPdf, cleanPdf } from './clean-pdf.ts';
import { cleanJpeg, cleanPng, cleanWebp } from './clean-images.ts';
import { cleanOffice, isSignedPackage } from './clean-office.ts';
import { contentKindOf, type ContentKind } from './content-kind.ts';
import { inspectFile, type Inspection } from './inspect.ts';
import { readZip } from './zip-archive.ts';

type Cleaner = (bytes: Buffer) => Buffer | Promise<Buffer>;

const CLEANERS: Partial<Record<ContentKind, Cleaner>> = {
  docx: cleanOffice,
  xlsx: cleanOffice,
  pptx: cleanOffice,
  pdf: cleanPdf,
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
};

/**
 * A copy without metadata, which opens again and says the same as the original. Null for what is published as it is:
 * kinds without a cleaner, and signed or locked documents, which any change would break. Throws where the copy fails.
 */
export async function cleanFile(bytes: Buffer): Promise<Buffer | null> {
  const kind = contentKindOf(bytes);
  const clean = CLEANERS[kind];
  if (clean === undefined || isFixed(bytes, kind)) return null;
  const copy = await clean(bytes);
  await verify(bytes, copy, clean);
  return copy.equals(bytes) ? null : copy;
}

function isFixed(bytes: Buffer, kind: ContentKind): boolean {
  if (kind === 'pdf') return isSignedPdf(bytes) || isEncryptedPdf(bytes);
  return ['docx', 'xlsx', 'pptx'].includes(kind) && isSignedPackage(readZip(bytes));
}

async function verify(original: Buffer, copy: Buffer, clean: Cleaner): Promise<void> {
  const [before, after] = [await inspectFile(original), await inspectFile(copy)];
  if (before.kind !== after.kind || saidBy(before) !== saidBy(after)) {
    throw new Error('Cannot clean this file: its copy does not say what it says');
  }
  // What was cleaned has nothing left to clean.
  if (before.kind !== 'pdf' && !(await clean(copy)).equals(copy)) {
    throw new Error('Cannot clean this file: its copy is not clean');
  }
}

function saidBy({ parts, notes }: Inspection): string {
  return JSON.stringify([parts, notes]);
}
