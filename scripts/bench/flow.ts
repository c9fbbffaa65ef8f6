import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Flow } from '../../shared/src/flow/model.ts';
import { drawFlow, layoutFlow } from '../../site/theme/src/flow-chart/index.ts';
import { crossingsOf, GEOMETRY_FAULTS, geometryFaults } from '../../tests/support/chart-geometry.ts';
import { wordyFlow } from '../../tests/support/random-flows.ts';
import { root } from '../demo/settings.mjs';
import { readDemoPowers } from '../seed/demo-powers.ts';
import { AIMS } from './aims.ts';
import { edgesOfDagre, edgesOfMermaid } from './flow-rivals.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';

const GENERATED = 500;
const COMPARED = 50;
const SEED = 20261128;
const MEASURED_NODES = 25;
const WARM_UPS = 40;
const RUNS = 60;

/** How fast, how small and how well drawn charts of flows are: those of the demo, and generated ones that are accepted. */
export async function measureFlow({ bench }: Portal): Promise<Row[]> {
  const demo = readDemoPowers(join(root, 'cms/demo')).flatMap(({ record }) =>
    record.type === 'power' ? record.flows.map(({ flow }) => flow) : [],
  );
  const generated = fc.sample(wordyFlow, { numRuns: GENERATED, seed: SEED });
  bench.say(`drawing a chart of ${MEASURED_NODES} nodes`);
  const drawing = await measureDrawing(demo);
  bench.say(`geometry of ${demo.length} flows of the demo and ${GENERATED} generated ones, with and without lanes`);
  const geometry = await measureGeometry([...demo, ...generated]);
  const largestFirst = [...demo, ...generated].sort((a, b) => b.nodes.length - a.nodes.length);
  bench.say(`crossings in the ${COMPARED} largest, ours, by dagre and by mermaid`);
  return [...drawing, ...geometry, ...(await measureCrossings(largestFirst.slice(0, COMPARED)))];
}

async function measureDrawing(flows: readonly Flow[]): Promise<Row[]> {
  const flow = flows.find(({ nodes }) => nodes.length === MEASURED_NODES);
  if (flow === undefined) throw new Error(`No flow of the demo has ${MEASURED_NODES} nodes`);
  const draw = () =>
    drawFlow(flow, { title: '运行流程图', language: 'zh', idPrefix: 'flow-', linkTo: (id) => `#flow-text-${id}` });
  for (let run = 0; run < WARM_UPS; run += 1) await draw();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = process.cpuUsage();
    await draw();
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
  }
  const svg = await draw();
  const median = times.sort((a, b) => a - b)[RUNS / 2] ?? null;
  return [
    {
      metric: `chart of ${MEASURED_NODES} nodes: drawn`,
      unit: 'ms',
      ours: median,
      aim: AIMS.chartMs,
      note: `processor time, median of ${RUNS} after ${WARM_UPS}, one at a time`,
    },
    {
      metric: `chart of ${MEASURED_NODES} nodes: size`,
      unit: 'kB',
      ours: Buffer.byteLength(svg) / 1000,
      aim: AIMS.chartKB,
    },
    {
      metric: `chart of ${MEASURED_NODES} nodes: compressed`,
      unit: 'kB',
      ours: gzipSync(svg).length / 1000,
      aim: AIMS.chartCompressedKB,
    },
  ];
}

async function measureGeometry(flows: readonly Flow[]): Promise<Row[]> {
  const counts = new Map<string, number>(GEOMETRY_FAULTS.map((fault) => [fault, 0]));
  for (const flow of flows)
    for (const lanes of [false, true])
      for (const { fault } of geometryFaults(await layoutFlow(flow, { language: 'zh', lanes })))
        counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, count]) => ({
    metric: `${flows.length} flows, with and without lanes: ${fault}`,
    unit: 'faults',
    ours: count,
    aim: 0,
  }));
}

async function measureCrossings(flows: readonly Flow[]): Promise<Row[]> {
  let [ours, dagre] = [0, 0];
  for (const flow of flows) {
    ours += crossingsOf((await layoutFlow(flow, { language: 'zh' })).lines);
    dagre += crossingsOf(edgesOfDagre(flow));
  }
  const mermaid = (await edgesOfMermaid(flows)).reduce((sum, edges) => sum + crossingsOf(edges), 0);
  const nodes = flows.map((flow) => flow.nodes.length);
  const note = `${Math.min(...nodes)} to ${Math.max(...nodes)} nodes; the aim is what the other needs`;
  return Object.entries({ dagre, mermaid }).map(([name, theirs]) => ({
    metric: `edge crossings in ${flows.length} charts, beside ${name}`,
    unit: 'crossings',
    ours,
    ordinary: theirs,
    aim: theirs,
    note,
  }));
}
