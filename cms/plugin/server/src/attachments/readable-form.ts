import type { Reading } from 'disclosure-contract';
import { sanitiseBody } from '../domain/body-html.ts';
import { contentKindOf } from './content-kind.ts';
import { evenHeadings } from './even-headings.ts';
import { inspectFile } from './inspect.ts';
import { OfficePackage } from './office-package.ts';
import { decode } from './plain-file-text.ts';
import { readableDocument } from './readable-docx.ts';
import { MOST_ROWS, tableHtml } from './readable-table.ts';
import { readableWorkbook } from './readable-xlsx.ts';
import { rowsOfCsv } from './csv-rows.ts';

/** A file as HTML, or why there is none of it. */
export type ReadableForm = Pick<Reading, 'html' | 'isCut' | 'refusal'>;

/** Characters of HTML: some 150 pages of text. It travels with the item and is kept by every site. */
const MOST_HTML = 300_000;

/** What a document may unpack to, its pictures included. */
const MOST_UNPACKED_BYTES = 40 * 1024 * 1024;

/** What would have to be left out by more than a rule that everybody knows, or could not be told from what is shown. */
const HIDES = new Set(['hidden_content', 'tracked_changes']);

/**
 * 网页版 of a document, a workbook or a table of text: headings, paragraphs, lists and tables, and nothing of what its
 * reader would not see. Null for other kinds. Costs time and memory: only in a thread.
 */
export async function readableForm(bytes: Buffer): Promise<ReadableForm | null> {
  const kind = contentKindOf(bytes);
  if (kind === 'text') return shortEnough(csvHtml(bytes));
  if (kind !== 'docx' && kind !== 'xlsx') return null;

  // Judges sizes before anything is unpacked.
  const { notes } = await inspectFile(bytes);
  const rules = notes.map(({ rule }) => rule);
  if (rules.some((rule) => rule.startsWith('archive_') || rule === 'content_unreadable')) return refused('unreadable');
  if (!isSmall(bytes)) return refused('too_large');
  if (kind === 'xlsx') return shortEnough(readableWorkbook(bytes));
  if (rules.some((rule) => HIDES.has(rule))) return refused('hidden_content');
  const html = await readableDocument(bytes);
  return html === null ? refused('hidden_content') : shortEnough({ html, isCut: false });
}

/** All of its parts unpack to as little as they state: a converter unpacks them without any limit. */
function isSmall(bytes: Buffer): boolean {
  const parts = new OfficePackage(bytes);
  if (parts.entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED_BYTES) return false;
  return parts.entries.every(({ name, size }) => name.endsWith('/') || parts.bytesOf(name)?.length === size);
}

function csvHtml(bytes: Buffer): { html: string; isCut: boolean } {
  const rows = rowsOfCsv(decode(bytes));
  const cells = rows.slice(0, MOST_ROWS).map((row) => row.map((text) => ({ text, columns: 1, rows: 1 })));
  return { html: tableHtml(cells), isCut: rows.length > MOST_ROWS };
}

function shortEnough({ html, isCut }: { html: string; isCut: boolean }): ReadableForm {
  if (html.length > MOST_HTML) return refused('too_large');
  const clean = evenHeadings(sanitiseBody(html));
  return clean === '' ? refused('empty') : { html: clean, isCut, refusal: null };
}

function refused(refusal: NonNullable<Reading['refusal']>): ReadableForm {
  return { html: null, isCut: false, refusal };
}
