import { writeFileSync } from 'node:fs';
import { measureChecks } from './bench/checks.ts';
import { readCommandLine, type Options, type Part } from './bench/command-line.ts';
import { measureEditor } from './bench/editor.ts';
import { measureFlow } from './bench/flow.ts';
import { measureGuard } from './bench/guard.ts';
import { measureLists } from './bench/lists.ts';
import { measureOrdinary } from './bench/ordinary.ts';
import { measurePages } from './bench/pages.ts';
import { measurePipeline } from './bench/pipeline.ts';
import { Portal } from './bench/portal.ts';
import { measureRebuild } from './bench/rebuild.ts';
import { isMet, machine, ratioOf, tableOf, type Row } from './bench/report.ts';
import { measureSearch } from './bench/search.ts';
import { measureServer } from './bench/server.ts';
import { Workbench } from './bench/workbench.ts';
import { withComparison } from './bench/comparison.ts';
import { Children } from './demo/children.ts';
import { endWith, Refusal } from './demo/refusal.mjs';

const MEASURES: Readonly<Record<Part, (portal: Portal) => Promise<Row[]>>> = {
  pipeline: measurePipeline,
  rebuild: measureRebuild,
  guard: measureGuard,
  lists: measureLists,
  search: measureSearch,
  server: measureServer,
  ordinary: measureOrdinary,
  checks: measureChecks,
  flow: measureFlow,
  editor: measureEditor,
  pages: measurePages,
};

const children = new Children();
const used: { bench: Workbench | null } = { bench: null };
let isStopping = false;
let hasFailed = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void children.stopAll().then(() => {
      used.bench?.remove();
      process.exit(1);
    });
  });
}

try {
  await run(readCommandLine(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd()));
  process.exit(hasFailed ? 1 : 0);
} catch (error) {
  // Stopping cuts off whatever was under way; that it then fails is nothing to report.
  if (isStopping) await new Promise(() => {});
  isStopping = true;
  await children.stopAll();
  used.bench?.remove();
  endWith(error);
}

async function run(options: Options): Promise<void> {
  const bench = (used.bench = new Workbench(options, children));
  const say = (line: string) => bench.say(line);
  say(`${options.items} items in ${bench.folder}`);

  const portal = new Portal(bench, await bench.settings());
  for (const part of options.parts) {
    // The ordinary way has the machine for itself.
    if (part === 'ordinary') await portal.stop();
    say(`— ${part}`);
    try {
      bench.keepRows(part, await MEASURES[part](portal));
    } catch (error) {
      if (isStopping) throw error;
      // The other parts are still worth having; the table says which one is missing.
      hasFailed = true;
      const reason = error instanceof Error ? error.message : String(error);
      // A refusal carries the last lines of the program's log in its Chinese text.
      say(`${part} failed: ${error instanceof Refusal ? `${error.zh}\n` : ''}${reason}`);
      bench.keepRows(part, [{ metric: `${part}: failed`, unit: 's', ours: null, note: reason.split('\n')[0] ?? '' }]);
      await portal.stop();
    }
  }
  await portal.stop();
  finish(bench, options);
  await children.stopAll();
  bench.remove();
}

/** A folder that was kept may hold parts of earlier runs: the table shows them as well. */
function finish(bench: Workbench, options: Options): void {
  const rows = withComparison(bench);
  console.log(`\n${options.items} items; ${Object.values(machine()).join(', ')}\n\n${tableOf(rows)}`);
  if (options.jsonPath === null) return;
  const measured = rows.map((row) => ({ ...row, ratio: ratioOf(row), isMet: isMet(row) }));
  const report = {
    at: new Date().toISOString(),
    machine: machine(),
    items: options.items,
    changes: options.changes,
    rows: measured,
  };
  writeFileSync(options.jsonPath, `${JSON.stringify(report, null, 2)}\n`);
}
