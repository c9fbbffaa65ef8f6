import { readFileSync } from 'node:fs';
import { checkFlow, flowTemplate, type Flow } from 'disclosure-contract/flow';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { POSTS } from '../../scripts/seed/posts.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { signInAtPanel } from './support/editor-desk.ts';
import { signInsOf } from './support/shared-demo.ts';

const FOREIGN = new URL('../support/bpmn/camunda-modeler.bpmn', import.meta.url).pathname;
const POWERS = '/content-manager/collection-types/plugin::disclosure.power';

const demo = inject('demo');
const signIns = signInsOf(demo);
const browser = useBrowser();
let desk: BrowserContext;

beforeAll(async () => {
  desk = await browser.shared({ viewport: { width: 1280, height: 1000 } });
  await signInAtPanel(desk, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
});

/** The form of a power that is not stored yet. */
async function newPower(title: string): Promise<Page> {
  const page = await desk.newPage();
  await page.goto(`${demo.cmsUrl}/admin${POWERS}/create`);
  await page.locator('input[name="title"]').fill(title);
  return page;
}

/** A power as it is stored, with a flow of two variants. */
async function storedPower(title: string): Promise<string> {
  const response = await fetch(`${demo.cmsUrl}${POWERS}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await signIns.tokenOf(POSTS.officer.role)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ title, kind: 'penalty', flows: flowTemplate('penalty') }),
  });
  const { data } = (await response.json()) as { data: { documentId: string } };
  return data.documentId;
}

async function openedPower(context: BrowserContext, documentId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${demo.cmsUrl}/admin${POWERS}/${documentId}`);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

/** Goes on by Tab until an element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    if (await element.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

function focusedNode(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.closest('.react-flow__node')?.getAttribute('aria-label') ?? null);
}

/** Adds a node after the one that has the focus by a letter, and gives it a title. */
async function add(page: Page, letter: 'a' | 'd' | 'e', title: string): Promise<void> {
  const before = await focusedNode(page);
  await page.keyboard.press(letter);
  await expect.poll(() => focusedNode(page)).not.toBe(before);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: '名称', exact: true });
  await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
  await page.keyboard.type(title);
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedNode(page)).toContain(title);
}

/** Goes along edges to a node. */
async function walkTo(page: Page, key: 'ArrowUp' | 'ArrowDown', title: string): Promise<void> {
  await expect
    .poll(async () => {
      if ((await focusedNode(page))?.includes(title)) return true;
      await page.keyboard.press(key);
      return false;
    })
    .toBe(true);
}

async function savedFlow(page: Page): Promise<Flow> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/create'));
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const response = await fetch(`${demo.cmsUrl}${POWERS}/${documentId}`, {
    headers: { authorization: `Bearer ${await signIns.tokenOf(POSTS.officer.role)}` },
  });
  const { data } = (await response.json()) as { data: { flows: { flow: Flow }[] } };
  return data.flows[0]?.flow ?? expect.fail('No flow was saved');
}

describe('the flow of a power', () => {
  test('is drawn by keyboard alone from nothing, broken, mended where the error leads, and saved', async () => {
    const page = await newPower('燃气经营许可（键盘绘制）');
    await page.getByRole('button', { name: '从空白开始' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedNode(page), { timeout: 20_000 }).toContain('开始');

    for (const title of ['提交申请', '受理申请', '现场核查', '审查材料']) await add(page, 'a', title);
    await add(page, 'd', '是否符合条件');
    await add(page, 'a', '作出准予决定');
    await add(page, 'a', '送达许可证');
    await add(page, 'e', '办结');
    await walkTo(page, 'ArrowUp', '是否符合条件');
    await add(page, 'e', '不予许可');

    const problems = page.getByRole('list', { name: '流程中的问题' });
    await problems
      .getByText(/没有写条件|条件/)
      .first()
      .waitFor();
    await walkTo(page, 'ArrowUp', '是否符合条件');
    await page.keyboard.press('Enter');
    const conditions = page.getByRole('textbox', { name: '条件', exact: true });
    await tabTo(page, conditions.nth(0));
    await page.keyboard.type('符合条件');
    await tabTo(page, conditions.nth(1));
    await page.keyboard.type('不符合条件');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText(/^0 个错误/).count()).toBe(1);

    await walkTo(page, 'ArrowDown', '办结');
    await page.keyboard.press('Delete');
    const broken = problems.getByRole('button', { name: /“送达许可证”就断了/ });
    await broken.waitFor();
    await broken.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedNode(page)).toContain('送达许可证');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText(/^0 个错误/).count()).toBe(1);

    const flow = await savedFlow(page);
    expect(flow.nodes.map(({ title }) => title).toSorted()).toEqual(
      [
        '',
        '提交申请',
        '受理申请',
        '现场核查',
        '审查材料',
        '是否符合条件',
        '作出准予决定',
        '送达许可证',
        '办结',
        '不予许可',
      ].toSorted(),
    );
    const errors = checkFlow(flow, { kind: null, promised: null, statutory: null }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  test('is written as an outline on a telephone', async () => {
    const page = await newPower('燃气设施改动审批（手机录入）');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: '从空白开始' }).click();
    await page.getByRole('button', { name: '大纲', exact: true }).click();
    await page.getByRole('textbox', { name: '第 1 步（开始）的名称' }).focus();
    for (const [at, title] of ['提交申请', '受理'].entries()) {
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
        .toContain(`第 ${at + 2} 步`);
      await page.keyboard.type(title);
    }
    await page.getByRole('button', { name: '在后面添加' }).click();
    await page.getByRole('menuitem', { name: '结束', exact: true }).click();
    await expect.poll(() => page.getByText(/^0 个错误/).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await savedFlow(page)).nodes.map(({ kind }) => kind)).toEqual(['start', 'step', 'step', 'end']);
  });

  test('begins with the template of its kind, which is undone with one key', async () => {
    const page = await newPower('行政处罚（模板）');
    await page.getByRole('button', { name: '从模板开始' }).click();
    await page.getByRole('menuitem', { name: '行政处罚', exact: true }).click();
    // The form has tabs of its own.
    const tab = page.getByRole('tablist', { name: '各程序的流程图' }).getByRole('tab').first();
    await tab.waitFor();
    await page.getByText(/^最长路线 \d+ 个工作日/).waitFor();
    expect(await page.getByRole('list', { name: '流程中的问题' }).count()).toBe(0);
    // A menu that closes hands the focus back, a moment later on a busy machine.
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await tab.focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '从空白开始' }).waitFor();
  });

  test('takes over a file of another tool once what is lost has been read, and gives it away whole', async () => {
    const page = await newPower('商品房预售许可（导入）');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await (await chooser).setFiles(FOREIGN);
    const dialog = page.getByRole('dialog', { name: /^导入“camunda-modeler/ });
    await dialog.getByText(/处没有照原样带过来/).waitFor();
    const add = dialog.getByRole('button', { name: '作为新程序添加' });
    expect(await add.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: '我已看过上面各处' }).check();
    await add.click();
    await page.locator('.react-flow__node').first().waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: 'BPMN' }).click();
    const path = await (await download).path();
    expect(readFileSync(path, 'utf8')).toContain('name="提交申请"');
    const again = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await (await again).setFiles({ name: '再导入.bpmn', mimeType: 'application/xml', buffer: readFileSync(path) });
    const second = page.getByRole('dialog', { name: /^导入“再导入/ });
    await second.getByText(/文件中有 \d+ 个节点/).waitFor();
    expect(await second.getByRole('checkbox').count()).toBe(0);
    await second.getByRole('button', { name: '取消' }).click();

    const broken = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await (await broken).setFiles({ name: '说明.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    const refusal = page.getByRole('dialog', { name: /^导入“说明/ });
    await refusal.waitFor();
    expect(await refusal.getByRole('button', { name: '作为新程序添加' }).count()).toBe(0);
  });

  test('says which step the law leaves out, and on what basis', async () => {
    const page = await openedPower(desk, await storedPower('行政处罚（依法不经的环节）'));
    await page
      .getByText(/^依法不经的环节/)
      .first()
      .click();
    await page.getByRole('combobox', { name: '添加：选择不经的环节' }).click();
    await page.getByRole('option', { name: '听证', exact: true }).click();
    await page.getByRole('textbox', { name: '法律和条款' }).fill('行政处罚法第六十三条');
    await page.keyboard.press('Enter');
    const needless = page.getByText(/流程中已有“听证”环节.*不需要写明依法不经/);
    await needless.waitFor();
    await page.getByRole('button', { name: '撤销（Ctrl+Z）' }).click();
    await needless.waitFor({ state: 'detached' });
  });

  test('is drawn with fingers: chosen, moved and connected', async () => {
    const documentId = await storedPower('行政处罚（触摸）');
    const tablet = await browser.shared({ viewport: { width: 1024, height: 1000 }, hasTouch: true });
    await signInAtPanel(tablet, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
    const page = await openedPower(tablet, documentId);
    const node = page.locator('.react-flow__node').nth(1);
    await node.scrollIntoViewIfNeeded();
    await node.tap();
    await page.getByRole('textbox', { name: '名称', exact: true }).waitFor();
    const before = await middleOf(node);
    const fingers = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [before]);
    for (const moved of [5, 20, 40, 60]) await touch('touchMove', [{ x: before.x + moved, y: before.y }]);
    await touch('touchEnd', []);
    await expect.poll(async () => Math.round((await middleOf(node)).x - before.x)).toBeGreaterThan(20);

    const lines = () => page.locator('.react-flow__edge').count();
    const drawn = await lines();
    await node.locator('.react-flow__handle.source').tap();
    await page.locator('.react-flow__node').nth(3).locator('.react-flow__handle.target').tap();
    await expect.poll(lines).toBe(drawn + 1);
  });

  test('is looked at, and not changed, by who may only read it', async () => {
    const documentId = await storedPower('行政处罚（只读）');
    const reviewer = await browser.shared({ viewport: { width: 1280, height: 1000 } });
    await signInAtPanel(reviewer, demo.cmsUrl, loginOf(demo.logins, POSTS.confidentialityReviewer.role));
    const page = await openedPower(reviewer, documentId);
    for (const name of ['从模板开始', '导入', '撤销（Ctrl+Z）', '添加程序'])
      expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
    const boxes = await page.locator('.react-flow__node').count();
    await page.locator('.react-flow__node').nth(1).focus();
    await page.keyboard.press('Delete');
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.react-flow__node').count()).toBe(boxes);
    await page.getByRole('button', { name: '大纲', exact: true }).click();
    const title = page.getByRole('textbox', { name: /^第 2 步/ });
    expect(await title.isEditable()).toBe(false);
  });

  test.each([
    { language: 'zh-Hans', outline: '大纲', chart: '流程图', full: '全屏编辑' },
    { language: 'en', outline: 'Outline', chart: 'Chart', full: 'Full window' },
  ])('axe finds nothing in it, and Tab stays in the whole window: $language', async (words) => {
    const { language, outline, chart, full } = words;
    const documentId = await storedPower(`行政处罚（无障碍，${language}）`);
    const context = await browser.shared({ viewport: { width: 1280, height: 1000 } });
    await signInAtPanel(context, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
    await speak(language);
    onTestFinished(() => speak('zh-Hans'));
    const page = await openedPower(context, documentId);
    await page.locator('.react-flow__node').nth(1).click();
    expect(await axeFindings(page, undefined, '#flows-panel')).toEqual([]);
    await page.getByRole('button', { name: full }).click();
    const window = page.getByRole('dialog');
    expect(await axeFindings(page, undefined, '[role="dialog"]')).toEqual([]);
    await page.getByRole('button', { name: outline, exact: true }).click();
    await window.getByRole('listitem').first().waitFor();
    expect(await axeFindings(page, undefined, '[role="dialog"]')).toEqual([]);
    for (let stops = 0; stops < 40; stops += 1) {
      await page.keyboard.press('Tab');
      expect(await window.evaluate((each) => each.contains(document.activeElement))).toBe(true);
    }
    await page.getByRole('button', { name: chart, exact: true }).click();
  });
});

/** The language of the officer's account, which counts before that of the browser. */
async function speak(preferedLanguage: string): Promise<void> {
  const response = await fetch(`${demo.cmsUrl}/admin/users/me`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await signIns.tokenOf(POSTS.officer.role)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ preferedLanguage }),
  });
  expect(response.status).toBe(200);
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}
