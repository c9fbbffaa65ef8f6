import type { Ordinary } from './ordinary.ts';
import { PARTS } from './command-line.ts';
import type { Row } from './report.ts';
import type { Workbench } from './workbench.ts';

/** What a row of ours is in the ordinary way, where there is such a thing: there, every change is a build of everything. */
const COUNTERPARTS: Readonly<Record<string, (ordinary: Ordinary) => number>> = {
  'publish until visible, p50': untilVisible,
  'withdraw until 410, p50': untilVisible,
  'publish a new version until visible, p50': untilVisible,
  'an empty node until everything is shown': ({ fetchSeconds, buildSeconds }) => fetchSeconds + buildSeconds,
  'full rebuild, from start to switched': ({ fetchSeconds, buildSeconds }) => fetchSeconds + buildSeconds,
  'full rebuild: speed': ({ pages, buildSeconds }) => pages / buildSeconds,
  'full rebuild: processor time of the node': ({ cpuSeconds }) => cpuSeconds,
  'full rebuild: peak memory of the node': ({ peakMB }) => peakMB,
};

function untilVisible({ publishMs, fetchSeconds, buildSeconds }: Ordinary): number {
  return publishMs + (fetchSeconds + buildSeconds) * 1000;
}

/** All rows that were measured in this folder with this number of items, in the order of the parts. */
export function withComparison(bench: Workbench): Row[] {
  const ordinary = bench.noted<Ordinary>(`ordinary-${bench.options.items}`);
  return PARTS.flatMap((part) => bench.rowsOf(part)).map((row) => {
    const counterpart = COUNTERPARTS[row.metric];
    return counterpart === undefined || ordinary === null ? row : { ...row, ordinary: counterpart(ordinary) };
  });
}
