import { gzipSync } from 'node:zlib';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { sampleFlow } from '../../../../tests/support/sample-flow.ts';
import { drawFlow, drawFlowParts, drawWallChart } from './draw-flow.ts';

const flow = sampleFlow(
  {
    s: { kind: 'start', title: '申请 <script>&"\'' },
    d: { kind: 'decision', title: '是否受理', actor: { section: '政务服务窗口', post: '窗口人员' } },
    c: {
      kind: 'document',
      title: '补正通知',
      limit: { amount: 5, unit: 'working_days', countsTowardsTotal: false },
      rights: [{ kind: 'defence', note: '' }],
    },
    r: {
      kind: 'step',
      title: '审查',
      limit: { amount: 15, unit: 'calendar_days', countsTowardsTotal: true },
      risks: [{ text: '审查不严', level: 'high', post: '科长' }],
    },
    e: 'end',
  },
  ['s>d', 'd>c 材料不齐', 'd<c', 'd>r 材料齐全', 'r>e'],
);
const options = { title: '施工许可', language: 'zh', idPrefix: 'a-', linkTo: (id: string) => `#text-${id}` } as const;

describe('drawFlow()', () => {
  test('gives text as text, escaped, with every mark in words', async () => {
    const svg = await drawFlow(flow, options);
    expect(svg).toContain('申请 &lt;script&gt;');
    for (const words of [
      '是否受理',
      '政务服务窗口',
      '窗口人员',
      '5 个工作日',
      '15 日',
      '陈述申辩',
      '▲高 科长',
      '材料齐全',
      '退回',
    ])
      expect(svg).toContain(words);
    expect(svg).toContain('（不计入时限）');
    expect(svg).toContain('<title id="a-title">施工许可</title>');
    expect(svg).toMatch(/<desc id="a-desc">流程图，共 5 步.*1 处退回/);
  });

  test('says what the law leaves out, for those who do not see the chart', async () => {
    const exempted = { ...flow, exemptions: [{ role: 'notice' as const, basis: '行政强制法第三十条' }] };
    expect(await drawFlow(exempted, options)).toMatch(/1 个结束。依法不经的环节：告知。文字版/);
    const english = await drawFlow(exempted, { ...options, language: 'en' });
    expect(english).toMatch(/1 ends\. Left out by law: Notice of facts, reasons, basis and rights\. The ordered text/);
  });

  test('needs no exception from a content security policy', async () => {
    for (const lanes of [false, true]) {
      const svg = await drawFlow(flow, { ...options, lanes });
      expect(svg).not.toMatch(/<script|<style|style=|foreignObject|\son\w+=|<image|url\(/i);
    }
  });

  test('links every node to its entry; without links it is an image', async () => {
    const svg = await drawFlow(flow, options);
    for (const { id } of flow.nodes) expect(svg).toContain(`<a id="a-step-${id}"`);
    expect(svg.match(/href="#text-\w+"/g)?.length).toBe(flow.nodes.length);
    expect(svg).toContain('role="graphics-document"');
    const image = await drawFlow(flow, { ...options, linkTo: null });
    expect(image).toContain('role="img"');
    expect(image).not.toContain('<a ');
  });

  test('has ids that no other chart of a page has', async () => {
    const charts = [await drawFlow(flow, options), await drawFlow(flow, { ...options, lanes: true, idPrefix: 'b-' })];
    charts.push(
      ...(await drawFlowParts(flow, { ...options, idPrefix: 'c-', linkTo: null }, { width: 300, height: 300 })),
    );
    const ids = charts.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(charts.every((svg) => parseDocument(svg, { xmlMode: true }).children.length === 1)).toBe(true);
  });

  test('marks returns by stroke, head and word', async () => {
    const svg = await drawFlow(flow, options);
    expect(svg).toMatch(/class="flow-line flow-return"[^>]*stroke-dasharray/);
    expect(svg).toMatch(/class="flow-return-heads"[^>]*d="M/);
  });

  test('gives the same bytes each time', async () => {
    expect(await drawFlow(flow, options)).toBe(await drawFlow(flow, options));
  });

  test('draws an empty flow', async () => {
    expect(await drawFlow(sampleFlow({}, []), options)).toContain('共 0 步');
  });

  test('stays small', async () => {
    const ids = Array.from({ length: 23 }, (_, at) => `n${at}`);
    const steps = Object.fromEntries(ids.map((id) => [id, { kind: 'step', title: '审查申请材料并提出意见' }] as const));
    const long = sampleFlow({ s: 'start', ...steps, e: 'end' }, [
      's>n0',
      ...ids.slice(1).map((id, at) => `n${at}>${id}`),
      'n22>e',
    ]);
    const svg = await drawFlow(long, options);
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(40_000);
    expect(gzipSync(svg).length).toBeLessThanOrEqual(8000);
  });
});

describe('for paper', () => {
  test('a chart is cut into parts that have every node once, and letters that meet', async () => {
    const parts = await drawFlowParts(flow, options, { width: 400, height: 320 });
    expect(parts.length).toBeGreaterThan(1);
    const nodes = parts.flatMap((part) => [...part.matchAll(/id="a-\d+-step-(\w+)"/g)].map(([, id]) => id)).sort();
    expect(nodes).toEqual(flow.nodes.map(({ id }) => id).sort());
    const letters = (words: string) =>
      parts.flatMap((part) =>
        [...part.matchAll(new RegExp(`>([A-Z]\\d*)</text><text[^>]*>${words}<`, 'g'))].map(([, letter]) => letter),
      );
    expect(letters('接下页').length).toBeGreaterThan(0);
    expect(letters('接上页')).toEqual(letters('接下页'));
    expect(new Set(letters('接下页')).size).toBe(letters('接下页').length);
  });

  test('one that fits is left whole', async () => {
    const parts = await drawFlowParts(flow, options, { width: 700, height: 2000 });
    expect(parts.length).toBe(1);
    expect(parts[0]).not.toContain('接下页');
  });

  test('a wall chart is one sheet', async () => {
    const { sheet, parts } = await drawWallChart(flow, options);
    expect(parts.length).toBe(sheet.columns);
  });
});
