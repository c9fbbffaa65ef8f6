import type { FoundFile } from './find-files.ts';
import { attachFiles } from './attached-files.ts';
import { type ImportRequest, type PlacedDocument, toImportRequest } from './import-request.ts';
import { parseFile } from './parse-file.ts';
import { readBytes } from './read-file.ts';
import { refusalReason, refuse } from './refusal.ts';

export type Outcome = 'imported' | 'updated' | 'unchanged';

export type ReportRow =
  | { readonly outcome: Outcome; readonly file: string; readonly title: string; readonly notes: readonly string[] }
  | { readonly outcome: 'refused'; readonly file: string; readonly reason: string };

/** Where documents go. */
export interface ImportTarget {
  /** Hash under which a document was last imported, null when it never was. */
  findHash(importKey: string): Promise<string | null>;
  importDocument(request: ImportRequest): Promise<Outcome>;
}

export interface ImportRun {
  readonly files: readonly FoundFile[];
  readonly target: ImportTarget;
  readonly placementOf: (publisherName: string | null) => PlacedDocument;
  readonly isDryRun: boolean;
  readonly onRow?: (row: ReportRow) => void;
}

/** Imports file after file. A file that is refused, or fails, is a row of the report and stops no other. */
export async function runImport({ files, target, placementOf, isDryRun, onRow }: ImportRun): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  const linked = new Set<string>();
  const keys = new Map<string, string>();
  // Pages first: what they link to is an attachment, not a document of another kind.
  const isPage = ({ path }: FoundFile): boolean => /\.(?:html?|md)$/i.test(path);
  for (const found of [...files.filter(isPage), ...files.filter((file) => !isPage(file))]) {
    if (linked.has(found.path)) continue;
    const other = keys.get(found.key);
    keys.set(found.key, found.path);
    const row = await rowOf(found, async () => {
      if (other !== undefined) refuse(`与另一个文件（${other}）同名且文件夹同名，会互相覆盖：请改文件夹的名称`);
      return importFile(found);
    });
    rows.push(row);
    onRow?.(row);
  }
  const place = new Map(files.map(({ key }, index) => [key, index]));
  return rows.sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0));

  async function importFile(found: FoundFile): Promise<ReportRow> {
    if (found.isLink) refuse('是符号链接，不跟随：请把它指向的文件本身放进文件夹');
    const document = await parseFile(found.path, await readBytes(found.path));
    const attached = await attachFiles(found, document);
    try {
      for (const path of attached.linked) linked.add(path);
      const { notes, ...placement } = placementOf(document.publisherName);
      const request = toImportRequest(found.key, document, placement, attached.files);
      const outcome = isDryRun ? await foresee(target, request) : await target.importDocument(request);
      return {
        outcome,
        file: found.key,
        title: document.title,
        notes: [...document.notes, ...notes, ...attached.notes],
      };
    } finally {
      await attached.dispose();
    }
  }
}

async function foresee(target: ImportTarget, request: ImportRequest): Promise<Outcome> {
  const known = await target.findHash(request.importKey);
  if (known === null) return 'imported';
  return known === request.importHash ? 'unchanged' : 'updated';
}

async function rowOf(found: FoundFile, act: () => Promise<ReportRow>): Promise<ReportRow> {
  try {
    return await act();
  } catch (error) {
    return { outcome: 'refused', file: found.key, reason: refusalReason(error) ?? failureReason(error) };
  }
}

/** The CMS refuses a form with all its problems in `details.errors`; anything else is a defect, named as it is. */
function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const details = (error as Error & { details?: { errors?: unknown } }).details;
  const problems = Array.isArray(details?.errors) ? (details.errors as { message?: unknown }[]) : [];
  const messages = problems.map(({ message }) => String(message ?? '')).filter((message) => message !== '');
  return messages.length > 0 ? messages.join('') : error.message;
}
