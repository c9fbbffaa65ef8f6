import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Graph, layout } from '@dagrejs/dagre';
import type { Flow } from '../../shared/src/flow/model.ts';
import { orderedText } from '../../shared/src/flow/ordered-text.ts';
import { planChart } from '../../site/theme/src/flow-chart/chart-plan.ts';
import type { Point } from '../../site/theme/src/flow-chart/chart.ts';
import { launchChromium } from '../../tests/support/chromium.ts';

/** Edges of a chart as they were drawn, each from point to point. */
export type DrawnEdges = readonly { readonly points: readonly Point[] }[];

/** The same boxes and labels as ours, laid out by dagre. */
export function edgesOfDagre(flow: Flow): DrawnEdges {
  const { boxes, lines } = planChart(flow, { language: 'zh', lanes: false, changed: null });
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB' });
  for (const { node, width, height } of boxes) graph.setNode(node.id, { width, height });
  for (const [at, { from, to, label }] of lines.entries()) {
    const { width = 0, height = 0 } = label ?? {};
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, String(at));
  }
  layout(graph);
  return graph.edges().map((edge) => ({ points: graph.edge(edge).points ?? [] }));
}

/** Every so many pixels a curve is taken for straight. */
const STEP = 4;

/** Flows as mermaid draws them in Chromium with its own settings, read back from the paths of its SVG. */
export async function edgesOfMermaid(flows: readonly Flow[]): Promise<DrawnEdges[]> {
  const script = readFileSync(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'), 'utf8');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><meta charset="utf-8"><body>');
    await page.addScriptTag({ content: script });
    const drawn: DrawnEdges[] = [];
    for (const [at, flow] of flows.entries()) {
      const given = { id: `chart${at}`, text: mermaidText(flow), step: STEP };
      const edges = await page.evaluate(async ({ id, text, step }) => {
        const { mermaid } = globalThis as unknown as {
          mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
        };
        document.body.innerHTML = (await mermaid.render(id, text)).svg;
        return Array.from(document.querySelectorAll<SVGPathElement>('path.flowchart-link'), (path) => {
          const length = path.getTotalLength();
          const count = Math.max(1, Math.ceil(length / step));
          const points = Array.from({ length: count + 1 }, (_, place) => {
            const { x, y } = path.getPointAtLength((length * place) / count);
            return { x, y };
          });
          return { points };
        });
      }, given);
      if (edges.length !== flow.edges.length)
        throw new Error(`mermaid drew ${edges.length} edges of ${flow.edges.length}`);
      drawn.push(edges);
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

function mermaidText(flow: Flow): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;
  const steps = orderedText(flow);
  const idOf = (number: number) => `n${number}`;
  const nodes = steps.map(({ number, node, name }) => {
    const text = quoted(name.zh);
    return node.kind === 'decision' ? `${idOf(number)}{${text}}` : `${idOf(number)}[${text}]`;
  });
  const edges = steps.flatMap(({ number, exits }) =>
    exits.map(({ to, kind, condition }) => {
      const arrow = kind === 'return' ? '-.->' : '-->';
      return `${idOf(number)} ${arrow}${condition === '' ? '' : `|${quoted(condition)}|`} ${idOf(to)}`;
    }),
  );
  return ['flowchart TD', ...nodes, ...edges].join('\n  ');
}
