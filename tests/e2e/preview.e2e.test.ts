import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { addresses } from 'disclosure-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { POSTS } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf, type Places } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, signInAtPanel } from './support/editor-desk.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const signIns = signInsOf(demo);
const editor = editorWith(signIns);
const title = '关于涡河湿地步道尚未公开的通知';

let desk: BrowserContext;
let filing: Places;
let documentId: string;

beforeAll(async () => {
  desk = await browser.shared({ viewport: { width: 1280, height: 900 } });
  await signInAtPanel(desk, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
  filing = placesOf(await publishedChanges(demo));
  const picture = await upload('步道平面图.png', 'image/png', redSquare());
  const table = await upload('步道里程表.csv', 'text/csv', Buffer.from('路段,里程\n一期,2.4\n'));
  const draft = draftOf(title, filing);
  documentId = await editor.write({
    ...draft,
    body: `${String(draft['body'])}<h2>平面图</h2><p><img src="${picture.url}" alt="步道平面图"></p><table><tbody><tr><th>路段</th><td>2.4</td></tr></tbody></table>`,
    attachments: [table.id],
  });
});

async function upload(name: string, type: string, bytes: Buffer): Promise<{ id: number; url: string }> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  const headers = { authorization: `Bearer ${await signIns.tokenOf(POSTS.officer.role)}` };
  const answer = await fetch(`${demo.cmsUrl}/upload`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new Error(`Cannot upload ${name}: HTTP ${answer.status}`);
  const [file] = (await answer.json()) as { id: number; url: string }[];
  return file!;
}

/** A picture of 40 by 40 pixels. */
function redSquare(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(8 + body.length);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), 4 + body.length);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(40, 0);
  head.writeUInt32BE(40, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(120, Buffer.from([200, 30, 30]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 40 }, () => row)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Opens the preview as an editor does, in the tab that the button opens. */
async function openPreview(): Promise<{ form: ItemForm; tab: Page }> {
  const form = await ItemForm.open(desk, demo.cmsUrl, documentId);
  const opened = form.page.waitForEvent('popup');
  await form.publication.getByRole('button', { name: '预览', exact: true }).click();
  const tab = await opened;
  await tab.waitForURL(/\/disclosure\/previews\/[\w-]{22}\/$/);
  await tab.getByRole('heading', { level: 1, name: title }).waitFor();
  return { form, tab };
}

/** What comes with the publication: pages of files, and whom the item stands beside. */
async function takeAway(page: Page): Promise<void> {
  await page
    .locator('.files, section:has(> h2:text-is("相关信息"))')
    .evaluateAll((parts) => parts.forEach((part) => part.remove()));
}

/** The main content of an item's page, element by element, as it looks; without what only a publication brings. */
async function mainOf(page: Page): Promise<string[]> {
  const lines = await page.locator('main').evaluate((main) =>
    Array.from(main.querySelectorAll('*'))
      .filter((element) => element.closest('script, .preview-notice, li:has(> a[type="application/json"])') === null)
      .map((element) => {
        const { display, fontSize, color, backgroundColor } = getComputedStyle(element);
        const { width } = element.getBoundingClientRect();
        const own = Array.from(element.childNodes)
          .map((node) => (node.nodeType === 3 ? node.textContent : ''))
          .join('')
          .trim();
        const file =
          /files\/([^/]+)$/.exec(element.getAttribute('href') ?? element.getAttribute('src') ?? '')?.[1] ?? '';
        const picture = element instanceof HTMLImageElement ? `${element.naturalWidth}x${element.naturalHeight}` : '';
        return [
          element.tagName,
          element.className,
          display,
          fontSize,
          color,
          backgroundColor,
          Math.round(width),
          own,
          file,
          picture,
        ].join(' | ');
      }),
  );
  return lines.map((line) =>
    line
      .replace(/[0-9A-Z]{18}\/\d{6}-(?:\d{5}|_{5})/, 'INDEX NUMBER')
      .replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/, 'MINUTE'),
  );
}

describe('a draft with a picture and an attachment', () => {
  test('is shown in a tab of its own as the public will see it, and says that it is not public', async () => {
    const { form, tab } = await openPreview();
    const notice = tab.locator('.preview-notice');
    expect(await notice.innerText()).toMatch(/预览，尚未公开\s*有效至 \d{2}:\d{2}/);
    const effect = await form.publication.getByText(/^发布后将更新/).innerText();
    expect(effect).toMatch(/发布后将更新 \d+ 个页面（其中列表 \d+ 个）、3 个订阅/);
    expect(await tab.locator('article img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
    const saved = tab.waitForEvent('download');
    await tab.getByRole('link', { name: /^下载/ }).click();
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe('路段,里程\n一期,2.4\n');
    expect(await tab.evaluate(() => window.opener)).toBeNull();
  });

  test('stays what it is when it was looked at: nobody finds it on the site', async () => {
    await openPreview();
    for (const address of [
      addresses.home(),
      addresses.catalogue(),
      addresses.rss(),
      addresses.atom(),
      addresses.sitemap(),
      addresses.search('涡河湿地步道'),
    ]) {
      const page = await (await fetch(demo.siteUrl + address)).text();
      expect(page.replaceAll(/value="[^"]*"/g, ''), address).not.toContain('涡河湿地步道尚未公开');
    }
    const folder = join(demo.dataDir, 'site');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(100);
    const telling = files.filter((file) => readFileSync(join(file.parentPath, file.name)).includes(title));
    expect(telling.map(({ name }) => name)).toEqual([]);
  });

  test('is shown beside the form in two widths', async () => {
    const form = await ItemForm.open(desk, demo.cmsUrl, documentId);
    await form.publication.getByRole('button', { name: '按手机和桌面预览' }).click();
    const dialog = form.page.getByRole('dialog');
    const frame = dialog.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: title }).waitFor();
    const widthOf = () => frame.locator('html').evaluate((html) => html.clientWidth);
    await expect.poll(widthOf).toBe(1280);
    await dialog.getByRole('button', { name: '手机 360' }).click();
    await expect.poll(widthOf).toBe(360);
    expect(await frame.locator('html').evaluate((html) => html.scrollWidth)).toBe(360);
    expect(await dialog.getByRole('link', { name: '在新标签页打开' }).getAttribute('href')).toMatch(
      /\/disclosure\/previews\//,
    );
  });

  test('is previewed as it was saved, and the form says so while something else is typed', async () => {
    const form = await ItemForm.open(desk, demo.cmsUrl, documentId);
    const advice = form.publication.getByText('预览的是已保存的草稿');
    expect(await advice.count()).toBe(0);
    await form.text('内容概述').fill('还没有保存的概述。');
    await advice.waitFor();
  });

  test('looks after its publication as it did before', async () => {
    const { tab } = await openPreview();
    await takeAway(tab);
    const before = await mainOf(tab);
    await editor.publish(documentId);
    const item = itemsIn(await publishedChanges(demo)).find((each) => each.documentId === documentId);
    await untilStatus(demo.siteUrl + addresses.item(item!.slug), 200);
    // Without scripts, as the preview is.
    const page = await browser.page({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
    await page.goto(demo.siteUrl + addresses.item(item!.slug));
    await takeAway(page);
    expect(before.length).toBeGreaterThan(60);
    expect(await mainOf(page)).toEqual(before);
  });
});
