import { readZip, type ZipEntry } from './zip-archive.ts';

/** What a file is by its content, whatever its name says. */
export type ContentKind =
  | 'docx'
  | 'gif'
  | 'jpeg'
  | 'markup'
  | 'ofd'
  | 'ole'
  | 'pdf'
  | 'png'
  | 'pptx'
  | 'program'
  | 'rar'
  | 'rtf'
  | 'text'
  | 'unknown'
  | 'webp'
  | 'xlsx'
  | 'zip';

/** First bytes, in hexadecimal. Programs of Windows, Linux, macOS and Java; scripts begin with "#!". */
const MAGIC: readonly (readonly [ContentKind, RegExp])[] = [
  ['png', /^89504e470d0a1a0a/],
  ['jpeg', /^ffd8ff/],
  ['gif', /^47494638/],
  ['webp', /^52494646.{8}57454250/],
  ['ole', /^d0cf11e0a1b11ae1/],
  ['rar', /^526172211a07/],
  ['rtf', /^7b5c727466/],
  ['program', /^(?:4d5a|7f454c46|2321|feedfac[ef]|c[ef]faedfe|cafebabe)/],
];

export function contentKindOf(bytes: Buffer): ContentKind {
  const start = bytes.subarray(0, 16).toString('hex');
  const known = MAGIC.find(([, magic]) => magic.test(start))?.[0];
  if (known !== undefined) return known;
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return kindOfArchive(bytes);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return kindOfText(bytes);
}

function kindOfArchive(bytes: Buffer): ContentKind {
  let names: ReadonlySet<string>;
  try {
    names = new Set(readZip(bytes).map(({ name }) => name));
  } catch {
    return 'zip';
  }
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('[Content_Types].xml')) return 'zip';
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'xlsx';
  return names.has('ppt/presentation.xml') ? 'pptx' : 'zip';
}

/** How much is looked at to tell text from anything else. */
const SAMPLE_BYTES = 64 * 1024;

function kindOfText(bytes: Buffer): ContentKind {
  const isUtf16 = /^(?:fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'));
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!isUtf16 && sample.includes(0)) return 'unknown';
  return /^\s*(?:<!doctype html|<html|<script|<svg|<\?php|<iframe)/i.test(sample.toString('latin1').replace(/^ï»¿/, ''))
    ? 'markup'
    : 'text';
}

/** Which kinds a name may stand for. Names of the old formats also stand on files that newer programs wrote. */
const KINDS_BY_ENDING: Readonly<Record<string, readonly ContentKind[]>> = {
  '.pdf': ['pdf'],
  '.ofd': ['ofd'],
  '.docx': ['docx'],
  '.xlsx': ['xlsx'],
  '.pptx': ['pptx'],
  '.doc': ['ole', 'docx', 'rtf'],
  '.xls': ['ole', 'xlsx'],
  '.ppt': ['ole', 'pptx'],
  '.wps': ['ole', 'docx'],
  '.txt': ['text'],
  '.csv': ['text'],
  '.zip': ['zip'],
  '.rar': ['rar'],
  '.png': ['png'],
  '.jpg': ['jpeg'],
  '.jpeg': ['jpeg'],
  '.gif': ['gif'],
  '.webp': ['webp'],
};

/** Whether a file is what the ending of its name says. Names without a known ending say nothing. */
export function matchesName(kind: ContentKind, fileName: string): boolean {
  if (kind === 'program' || kind === 'markup') return false;
  const ending = /\.[^.]+$/.exec(fileName)?.[0].toLowerCase() ?? '';
  return KINDS_BY_ENDING[ending]?.includes(kind) ?? true;
}

/** Whether a document of Office carries a program (宏): its parts say so, whatever its name. */
export function hasMacros(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /(?:vbaProject\.bin|vbaData\.xml|macrosheets\/)/i.test(name));
}
