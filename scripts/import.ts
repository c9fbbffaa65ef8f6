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
  const cms = options.isDryRun && !hasCms(process.env) ? null : await openCms(process.env);
  let rows: ReportRow[];
  try {
    rows = await runImport({
      files,
      isDryRun: options.isDryRun,
      onRow: showProgress(files.length),
      ...destination(cms, options),
    });
  } finally {
    await cms?.close();
  }
  const { isDryRun } = options;
  const missing = isDryRun ? missingOptions(cms?.catalogue ?? null, options) : [];
  if (options.jsonPath !== null) await writeFile(options.jsonPath, reportJson(rows, { isDryRun, missing }));
  await print(formatReport(rows, { isDryRun, missing }));
  return countsOf(rows).refused > 0 ? 1 : 0;
}

/** Without a CMS a check still reads every file; all of them would be new. */
function destination(cms: CmsSession | null, options: PlacementOptions): Pick<ImportRun, 'target' | 'placementOf'> {
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
      findHash: () => Promise.resolve(null),
      importDocument: () => Promise.reject(new TypeError('Cannot import without a CMS')),
    },
    placementOf: () => placement,
  };
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
