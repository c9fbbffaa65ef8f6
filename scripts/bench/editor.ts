import type { Page } from 'playwright-core';
import { flowSchema, type Flow, type FlowNode } from '../../shared/src/flow/model.ts';
import { launchChromium } from '../../tests/support/chromium.ts';
import { signInAtPanel } from '../../tests/e2e/support/editor-desk.ts';
import { loginOf, readLogins } from '../demo/seed.ts';
import { SUPER_ADMIN } from '../seed/posts.ts';
import { AIMS } from './aims.ts';
import { spreadOf } from './measure.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';

const POWERS = '/content-manager/collection-types/plugin::disclosure.power';
const NODES = 120;
const DRAG_MS = 5000;
const CHART = '.react-flow';

/** How fluid the editor of flows is with many nodes: a node dragged round its place, in Chromium without a graphics card. */
export async function measureEditor(portal: Portal): Promise<Row[]> {
  const { bench, settings } = portal;
  const admin = await portal.startCms();
  const { data } = await admin.post<{ data: { documentId: string } }>(POWERS, {
    title: '流程编辑器测试',
    kind: 'license',
    flows: [{ name: '一般程序', flow: longFlow(NODES) }],
  });
  const browser = await launchChromium();
  try {
    const desk = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
    });
    await signInAtPanel(desk, settings.cmsUrl, loginOf(readLogins(settings.dataDir), SUPER_ADMIN.role));
    const page = await desk.newPage();
    await page.goto(`${settings.cmsUrl}/admin${POWERS}/${data.documentId}`);
    await page.locator(`${CHART}__node`).first().waitFor();
    await page.getByRole('button', { name: '全屏编辑' }).click();
    const rows: Row[] = [];
    bench.say(`dragging one of ${NODES} nodes, as the chart opens`);
    rows.push(...(await measureDrag(page, 'as it opens')));
    await page.getByRole('button', { name: '全图', exact: true }).click();
    bench.say('the same with the whole chart in view');
    rows.push(...(await measureDrag(page, 'whole chart in view')));
    return rows;
  } finally {
    await browser.close();
  }
}

async function measureDrag(page: Page, view: string): Promise<Row[]> {
  const node = await middleNode(page);
  const frames = await drag(page, node);
  const took = frames.map((at, index) => at - (frames[index - 1] ?? at)).slice(1);
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  const name = `flow editor, ${NODES} nodes, dragging, ${view}`;
  return [
    {
      metric: `${name}: frames in which the node moved`,
      unit: 'frames/s',
      ours: took.length / seconds,
      aim: AIMS.editorFramesPerSecond,
    },
    { metric: `${name}: a frame, p95`, unit: 'ms', ours: spreadOf(took).p95 },
  ];
}

/** The node that stands nearest to the middle of the chart, once the chart has come to rest. */
async function middleNode(page: Page): Promise<{ readonly id: string; readonly x: number; readonly y: number }> {
  await page.waitForTimeout(1000);
  return page.evaluate((chart) => {
    const frame = document.querySelector(chart)?.getBoundingClientRect();
    if (frame === undefined) throw new Error('There is no chart');
    const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    const nodes = Array.from(document.querySelectorAll<HTMLElement>(`${chart}__node`), (node) => {
      const box = node.getBoundingClientRect();
      return { id: node.dataset['id'] ?? '', x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y);
    const [nearest] = nodes.sort((one, other) => distance(one) - distance(other));
    if (nearest === undefined) throw new Error('The chart has no nodes');
    return nearest;
  }, CHART);
}

/**
 * Drags a node in circles. Gives the times of the frames in which it stood elsewhere than in the one before.
 * The page itself moves the mouse, once a frame, as a browser hands on what a mouse tells: the mouse of a test reaches a
 * page on two busy cores less often than it draws, and would be measured in place of the editor.
 */
async function drag(page: Page, { id, x, y }: { id: string; x: number; y: number }): Promise<number[]> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  const frames = await page.evaluate(
    ({ selector, forMs, x, y }) =>
      new Promise<number[]>((resolve) => {
        const node = document.querySelector<HTMLElement>(selector);
        const times: number[] = [];
        let last = '';
        const begun = performance.now();
        const frame = (now: number) => {
          const place = node?.style.transform ?? '';
          if (place !== last) times.push(now);
          last = place;
          if (now - begun > forMs) return resolve(times);
          const angle = (now - begun) / 200;
          moveMouse(x + 60 * Math.cos(angle), y + 60 * Math.sin(angle));
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);

        function moveMouse(clientX: number, clientY: number) {
          const under = document.elementFromPoint(clientX, clientY) ?? document.body;
          const where = { view: window, bubbles: true, cancelable: true, buttons: 1, clientX, clientY };
          under.dispatchEvent(new PointerEvent('pointermove', where));
          under.dispatchEvent(new MouseEvent('mousemove', where));
        }
      }),
    { selector: `${CHART}__node[data-id="${id}"]`, forMs: DRAG_MS, x, y },
  );
  await page.mouse.up();
  return frames;
}

/** A procedure in blocks of five: steps, a check that sends back or leads on, and a paper. */
function longFlow(count: number): Flow {
  const words = (kind: FlowNode['kind'], at: number) => ({
    id: `n${at}`,
    kind,
    title: kind === 'decision' ? `第 ${at} 步材料是否齐全` : `第 ${at} 步审查申请材料并提出意见`,
    actor: { section: '行政审批服务科', post: '经办人' },
    limit: kind === 'step' ? { amount: 1, unit: 'working_days', countsTowardsTotal: true } : null,
  });
  const kindAt = (at: number): FlowNode['kind'] => {
    if (at === 0) return 'start';
    if (at === count - 1) return 'end';
    return ['step', 'step', 'decision', 'document', 'step'][at % 5] as FlowNode['kind'];
  };
  const nodes = Array.from({ length: count }, (_, at) => words(kindAt(at), at));
  const onward = nodes.slice(1).map(({ id }, at) => ({
    id: `e${at}`,
    from: `n${at}`,
    to: id,
    condition: nodes[at]?.kind === 'decision' ? '材料齐全' : '',
  }));
  const back = nodes
    .filter(({ kind }) => kind === 'decision')
    .map(({ id }, at) => ({
      id: `r${at}`,
      from: id,
      to: `n${Number(id.slice(1)) - 1}`,
      condition: '材料不齐',
      isReturn: true,
    }));
  return flowSchema.parse({ version: 1, scope: 'external', nodes, edges: [...onward, ...back] });
}
