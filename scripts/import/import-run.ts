import type { BatchApproval, Destination } from './command-line.ts';
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

/** A document as it was imported last. */
export interface KnownDocument {
  readonly hash: string;
  /** Public, or taken down on purpose: importing it once more as it is would change nothing. */
  readonly isSettled: boolean;
}

/** One document of a batch, as it is approved. */
export interface BatchEntry {
  readonly importKey: string;
  readonly importHash: string;
}

/** Where documents go. */
export interface ImportTarget {
  /** Null when the document was never imported. */
  find(importKey: string): Promise<KnownDocument | null>;
  /** Puts an approval on record and gives what names it. */
  approve(batch: BatchApproval & { readonly entries: readonly BatchEntry[] }): Promise<string>;
  /** `batch` names the approval under which the document becomes public. */
  importDocument(request: ImportRequest, batch: string | null): Promise<Outcome>;
}

export interface ImportRun {
  readonly files: readonly FoundFile[];
  readonly target: ImportTarget;
  readonly placementOf: (publisherName: string | null) => PlacedDocument;
  readonly destination: Destination;
  readonly onRow?: (row: ReportRow) => void;
}

/**
 * Imports file after file. A file that is refused, or fails, is a row of the report and stops no other. To publish, all are
 * read twice: first for what is approved as one batch, then to import exactly that.
 */
export async function runImport(run: ImportRun): Promise<ReportRow[]> {
  const { destination, target, onRow } = run;
  if (destination.kind !== 'publication') {
    const isDryRun = destination.kind === 'check';
    return reportOf(
      run,
      (request) => (isDryRun ? foresee(request, target) : target.importDocument(request, null)),
      onRow,
    );
  }
  const entries: BatchEntry[] = [];
  await reportOf(run, async (request) => {
    const { importKey, importHash } = request;
    if (!(await isSettled(request, target))) entries.push({ importKey, importHash });
    return 'unchanged';
  });
  const batch = entries.length > 0 ? await target.approve({ ...destination.approval, entries }) : null;
  return reportOf(
    run,
    async (request) => ((await isSettled(request, target)) ? 'unchanged' : target.importDocument(request, batch)),
    onRow,
  );
}

/** Reads every file and does with it what `act` does; rows in the order of the files. */
async function reportOf(
  { files, placementOf, destination }: ImportRun,
  act: (request: ImportRequest) => Promise<Outcome>,
  onRow?: (row: ReportRow) => void,
): Promise<ReportRow[]> {
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
      return readAndAct(found);
    });
    rows.push(row);
    onRow?.(row);
  }
  const place = new Map(files.map(({ key }, index) => [key, index]));
  return rows.sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0));

  async function readAndAct(found: FoundFile): Promise<ReportRow> {
    if (found.isLink) refuse('是符号链接，不跟随：请把它指向的文件本身放进文件夹');
    const document = await parseFile(found.path, await readBytes(found.path));
    const attached = await attachFiles(found, document);
    try {
      for (const path of attached.linked) linked.add(path);
      const { notes: placing, ...placement } = placementOf(document.publisherName);
      const isPublic = destination.kind === 'publication';
      const request = toImportRequest(found.key, document, placement, attached.files, isPublic);
      const outcome = await act(request);
      const notes = [...document.notes, ...placing, ...attached.notes];
      return { outcome, file: found.key, title: document.title, notes };
    } finally {
      await attached.dispose();
    }
  }
}

async function isSettled({ importKey, importHash }: ImportRequest, target: ImportTarget): Promise<boolean> {
  const known = await target.find(importKey);
  return known !== null && known.isSettled && known.hash === importHash;
}

async function foresee(request: ImportRequest, target: ImportTarget): Promise<Outcome> {
  const known = await target.find(request.importKey);
  if (known === null) return 'imported';
  return known.hash === request.importHash ? 'unchanged' : 'updated';
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
