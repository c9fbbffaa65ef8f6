import { writeFile } from 'node:fs/promises';
import { endWith } from './demo/refusal.mjs';
import { missingOptions, placementFor, type PlacementOptions } from './import/catalogue.ts';
import { type CmsSession, openCms } from './import/cms-session.ts';
import { readCommandLine } from './import/command-line.ts';
import { findFiles } from './import/find-files.ts';
import { type ImportRun, type ReportRow, runImport } from './import/import-run.ts';
import { countsOf, formatReport, reportJson } from './import/report.ts';
import { hasCms } from './seed/kept-cms.ts';

async function main(): Promise<number> {
  const options = readCommandLine(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const files = await findFiles(options.paths);
  const { destination } = options;
  const isDryRun = destination.kind === 'check';
  const cms = isDryRun && !hasCms(process.env) ? null : await openCms(process.env);
  let rows: ReportRow[];
  try {
    rows = await runImport({
      files,
      destination,
      onRow: showProgress(files.length),
      ...placesFor(cms, options),
    });
  } finally {
    await cms?.close();
  }
  const missing = destination.kind === 'check' ? missingFor(destination.missing, cms, options) : [];
  if (options.jsonPath !== null) await writeFile(options.jsonPath, reportJson(rows, { isDryRun, missing }));
  await print(formatReport(rows, { isDryRun, missing }));
  return countsOf(rows).refused > 0 ? 1 : 0;
}

/** Without a CMS a check still reads every file; all of them would be new. */
function placesFor(cms: CmsSession | null, options: PlacementOptions): Pick<ImportRun, 'target' | 'placementOf'> {
  if (cms) return { target: cms, placementOf: placementFor(cms.catalogue, options) };
  const placement = {
    category: options.category ?? '',
    publisher: options.publisher ?? '',
    responsible: options.responsible ?? '',
    subject: options.subject,
    notes: [],
  };
  return {
    target: {
      find: () => Promise.resolve(null),
      approve: () => Promise.reject(new TypeError('Cannot import without a CMS')),
      importDocument: () => Promise.reject(new TypeError('Cannot import without a CMS')),
    },
    placementOf: () => placement,
  };
}

/** What a dry run went without and an import cannot, as a sentence for each. */
function missingFor(approval: readonly string[], cms: CmsSession | null, options: PlacementOptions): string[] {
  const missing = missingOptions(cms?.catalogue ?? null, options);
  return approval.length === 0 ? missing : [...missing, `${approval.join('、')}（只导入草稿时改用 --draft）`];
}

/** A pipe takes its time, and what it has not taken when the process ends is lost. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('error', () => resolve());
    process.stdout.write(`${text}\n`, () => resolve());
  });
}

function showProgress(total: number): (row: ReportRow) => void {
  let done = 0;
  return () => {
    done += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`);
  };
}

try {
  // Strapi keeps timers of its own; the end of the import is the end of the process.
  process.exit(await main());
} catch (error) {
  endWith(error);
}
