import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AttachmentNote } from './attachment-notes.ts';
import type { ExtractedText, TextPart } from './extracted-text.ts';

/** Pages that are read of one document. */
export const MOST_PAGES = 1000;

type PdfJs = typeof import('pdfjs-dist');

/** Also without a canvas, which only pictures of pages would need. */
async function openPdf(bytes: Buffer) {
  const { getDocument } = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as PdfJs;
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return getDocument({
    data: new Uint8Array(bytes),
    // Fonts of Chinese documents are often named and not embedded: their characters stand in these tables.
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
}

/** The text of a PDF page by page, and of the notes on its pages. */
export async function pdfText(bytes: Buffer): Promise<ExtractedText> {
  const document = await openPdf(bytes);
  try {
    const parts: TextPart[] = [];
    const authors = new Set<string>();
    const pages = Math.min(document.numPages, MOST_PAGES);
    for (let number = 1; number <= pages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      const annotations = ((await page.getAnnotations()) as Annotation[]).filter(isNote);
      parts.push({ part: `第 ${number} 页`, text });
      parts.push({ part: `第 ${number} 页的批注`, text: annotations.map(noteText).join('\n') });
      for (const { titleObj } of annotations) if (titleObj?.str) authors.add(titleObj.str);
      page.cleanup();
    }
    return { parts, notes: notesOf(parts, { authors, isWhole: pages === document.numPages }) };
  } finally {
    await document.loadingTask.destroy();
  }
}

interface Annotation {
  readonly subtype?: string;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly fieldValue?: unknown;
}

function isNote({ subtype, contentsObj, fieldValue }: Annotation): boolean {
  return subtype !== 'Link' && ((contentsObj?.str ?? '') !== '' || typeof fieldValue === 'string');
}

function noteText({ contentsObj, fieldValue }: Annotation): string {
  return [contentsObj?.str ?? '', typeof fieldValue === 'string' ? fieldValue : ''].join(' ').trim();
}

function notesOf(
  parts: readonly TextPart[],
  { authors, isWhole }: { authors: ReadonlySet<string>; isWhole: boolean },
): AttachmentNote[] {
  const notes: AttachmentNote[] = [];
  const isComment = ({ part, text }: TextPart) => part?.endsWith('批注') === true && text.trim() !== '';
  if (parts.some(isComment)) notes.push({ rule: 'comments_kept', part: null, found: [...authors].join('、') });
  if (parts.every(({ text }) => text.trim() === '')) notes.push({ rule: 'no_text_layer', part: null, found: '' });
  if (!isWhole) notes.push({ rule: 'partly_read', part: null, found: '' });
  return notes;
}
