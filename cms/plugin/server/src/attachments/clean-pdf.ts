import type { PDFDocument } from '@cantoo/pdf-lib';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Entries of any dictionary that hold what programs noted: XMP, private data of editors, times of change. */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb'];

/**
 * The document without its properties: author, program, times, XMP. Kept of XMP is only which standards the document
 * claims to obey (PDF/A, PDF/UA), with its title where the standard asks for one. Pages stay as they are.
 */
export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  // The library takes a while to load, and most files are no PDF.
  const library = await import('@cantoo/pdf-lib');
  const { PDFDict, PDFDocument, PDFName, PDFRef, PDFStream } = library;
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  const claims = claimsOf(xmpOf(document, library), document.getTitle() ?? null);
  const { context } = document;
  const gone = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : null;
    for (const key of dictionary === null ? [] : TELLING.map((name) => PDFName.of(name))) {
      const value = dictionary?.get(key);
      if (value instanceof PDFRef) gone.add(value.tag);
      dictionary?.delete(key);
    }
  }
  const { Info } = context.trailerInfo;
  if (Info instanceof PDFRef) gone.add(Info.tag);
  delete context.trailerInfo.Info;
  // Identifiers are of the original: a copy with the same one would pass for it.
  delete context.trailerInfo.ID;
  for (const tag of gone) {
    const [number = '0', generation = '0'] = tag.split(' ');
    context.delete(PDFRef.of(Number(number), Number(generation)));
  }
  if (claims !== null) {
    const stream = context.stream(claims, { Type: 'Metadata', Subtype: 'XML' });
    document.catalog.set(PDFName.of('Metadata'), context.register(stream));
  }
  return Buffer.from(await document.save({ updateFieldAppearances: false, addDefaultPage: false }));
}

function xmpOf(document: PDFDocument, { PDFName, PDFRawStream }: PdfLib): string {
  const stream = document.catalog.lookup(PDFName.of('Metadata'));
  return stream instanceof PDFRawStream ? Buffer.from(stream.getContents()).toString('utf8') : '';
}

const STANDARDS = [
  ['pdfaid', 'http://www.aiim.org/pdfa/ns/id/', ['part', 'conformance', 'amd', 'rev']],
  ['pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', ['part', 'rev', 'amd']],
] as const;

function claimsOf(xmp: string, title: string | null): string | null {
  const claims = STANDARDS.flatMap(([prefix, space, names]) => {
    const values = names.flatMap((name) => {
      const form = new RegExp(`\\b${prefix}:${name}(?:="([\\w.]+)"|>([\\w.]+)<)`);
      const found = form.exec(xmp);
      return found ? [`<${prefix}:${name}>${found[1] ?? found[2] ?? ''}</${prefix}:${name}>`] : [];
    });
    return values.length > 0 ? [{ prefix, space, values }] : [];
  });
  if (claims.length === 0) return null;
  const spaces = claims.map(({ prefix, space }) => ` xmlns:${prefix}="${space}"`).join('');
  const values = claims.flatMap((claim) => claim.values).join('');
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"${spaces}>${values}${titleXml(title)}`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');
}

function titleXml(title: string | null): string {
  if (title === null || title === '') return '';
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title>`;
}

/** Signatures are over the bytes: a document that bears one may not be changed at all. */
export function isSignedPdf(bytes: Buffer): boolean {
  return bytes.includes('/ByteRange') && /\/Type\s*\/Sig\b|\/SubFilter\s*\//.test(bytes.toString('latin1'));
}

/** Also where only printing or copying is forbidden. */
export function isEncryptedPdf(bytes: Buffer): boolean {
  return /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(bytes.toString('latin1'));
}
