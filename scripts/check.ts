import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type CheckContext, type Finding, openWordingModel, SEVERITIES } from '../shared/src/checks/index.ts';
import { WORDING_MODEL } from '../shared/src/checks/data/wording-model.ts';
import { checkFile, isAttachment, isReadable } from './check/check-file.ts';
import { publishedAt } from './check/check-site.ts';
import { type CheckOptions, readCommandLine } from './check/command-line.ts';
import { findingLine } from './check/finding-line.ts';
import { endWith } from './demo/refusal.mjs';
import { findFiles } from './import/find-files.ts';
import { refusalReason } from './import/refusal.ts';

const NO_ERROR = 0;
const HAS_ERROR = 1;
const IS_UNREADABLE = 2;

async function main(): Promise<number> {
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  // Whoever reads the lines may have seen enough: `| head`.
  process.stdout.on('error', () => undefined);
  const options = readCommandLine(process.argv.slice(2), folder, process.env);
  const context: CheckContext = { model: openWordingModel(WORDING_MODEL) };
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(options.severity) + 1);
  let code = NO_ERROR;
  for (const { name, check } of await checkedBy(options, context)) {
    const findings = await check().catch((error: unknown) => unreadable(name, error));
    if (findings === null) code = IS_UNREADABLE;
    else if (code === NO_ERROR && findings.some(({ severity }) => severity === 'error')) code = HAS_ERROR;
    const lines = (findings ?? []).filter(({ severity }) => shown.includes(severity));
    await print(lines.map((finding) => `${findingLine(finding, folder, options.language)}\n`).join(''));
  }
  return code;
}

interface Checked {
  readonly name: string;
  check(): Promise<readonly Finding[]>;
}

/** Attachments are read by the plugin, which is built where it is not. */
function buildPlugin(): void {
  const script = fileURLToPath(new URL('./build.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', process.stderr, process.stderr] });
  if (status !== 0) process.exit(status ?? HAS_ERROR);
}

async function checkedBy({ site, paths }: CheckOptions, context: CheckContext): Promise<Checked[]> {
  if (site === null) {
    const files = await filesOf(paths);
    if (files.some(isAttachment)) buildPlugin();
    return files.map((path) => ({ name: path, check: () => checkFile(path, context) }));
  }
  buildPlugin();
  const published = await publishedAt(site, context);
  return published.map(({ address, check }) => ({ name: address, check }));
}

/** Named files whatever they are, and of folders the files that can be checked. */
async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (entry) => entry.isDirectory(),
        () => false,
      );
      if (!isFolder) return [path];
      return (await findFiles([path])).map((file) => file.path).filter(isReadable);
    }),
  );
  return [...new Set(found.flat())];
}

function unreadable(name: string, error: unknown): null {
  const reason = refusalReason(error);
  if (reason === null) throw error;
  console.error(`${name}: ${reason}`);
  return null;
}

/** A pipe takes its time, and what it has not taken when the process ends is lost. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

try {
  process.exit(await main());
} catch (error) {
  endWith(error);
}
