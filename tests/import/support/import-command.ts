import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ReportRow } from '../../../scripts/import/import-run.ts';
import { root } from '../../../scripts/demo/settings.mjs';

export interface ImportReport {
  readonly missing: readonly string[];
  readonly counts: Readonly<Record<ReportRow['outcome'], number>>;
  readonly files: readonly ReportRow[];
}

/** Imports into the CMS of a data directory as a person does. Throws when the command ends with anything but 0. */
export async function importInto(dataDir: string, args: readonly string[]): Promise<ImportReport> {
  const jsonPath = join(dataDir, 'import.json');
  await promisify(execFile)(process.execPath, [join(root, 'scripts/import.ts'), ...args, '--json', jsonPath], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(readFileSync(jsonPath, 'utf8')) as ImportReport;
}
