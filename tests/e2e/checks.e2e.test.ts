import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addresses } from 'disclosure-contract';
import ExcelJS from 'exceljs';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { root } from '../../scripts/demo/settings.mjs';
import { POSTS } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf, type Places } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, signInAtPanel } from './support/editor-desk.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { ReviewScreen } from './support/review-desk.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const signIns = signInsOf(demo);
const editor = editorWith(signIns);

/** Statistics alone find it. */
const RARE = '关归定';
const SENTENCE = `请各单位按照国家有${RARE}办理。`;

let officer: BrowserContext;
let sectionHead: BrowserContext;
let places: Places;

beforeAll(async () => {
  [officer, sectionHead] = [await browser.shared(), await browser.shared()];
  await signInAtPanel(officer, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
  await signInAtPanel(sectionHead, demo.cmsUrl, loginOf(demo.logins, POSTS.sectionHead.role));
  places = placesOf(await publishedChanges(demo));
});

test('rare wording is warned of once while it is typed and when it is stored, keeps nobody from submitting, and the reviewer sees it', async () => {
  const title = '关于统计用词的通知';
  const documentId = await editor.write(draftOf(title, places));
  const form = await ItemForm.open(officer, demo.cmsUrl, documentId);
  await form.body.click();
  await form.page.keyboard.press('Control+End');
  await form.page.keyboard.type(SENTENCE);
  const warning = form.checks.getByRole('listitem').filter({ hasText: '建议：关规定' });
  await warning.waitFor();
  expect(await warning.innerText()).toMatch(/^提醒\s+正文/);

  await form.save();
  await form.page.reload();
  await warning.waitFor();
  expect(await warning.count()).toBe(1);
  // A key later both have checked it.
  await form.text('内容概述').fill('改过的概述。');
  await form.save();
  await form.page.waitForLoadState('networkidle');
  expect(await warning.count()).toBe(1);

  await form.submit('');
  const review = await ReviewScreen.open(sectionHead, demo.cmsUrl, title);
  await review.panel('检查').getByRole('listitem').filter({ hasText: '建议：关规定' }).waitFor();
});

test('the command finds it on the site, on the page and in the attachment', async () => {
  const documentId = await editor.write({
    ...draftOf('关于全站检查的通知', places),
    body: `<p>${SENTENCE}</p>`,
    attachments: [await uploaded('办法.txt', SENTENCE)],
  });
  await editor.publish(documentId);
  const item = itemsIn(await publishedChanges(demo)).find((each) => each.documentId === documentId);
  const address = demo.siteUrl + addresses.item(item?.slug ?? '');
  await untilStatus(address, 200);

  const lines = (await outputOf('--site', demo.siteUrl, '--lang', 'zh')).split('\n');
  const own = lines.filter((line) => line.includes(address)).map((line) => line.split('\t').slice(0, 4));
  expect(own).toEqual([
    ['warning', expect.stringMatching(/\/:\d+:\d+$/), 'unusual_wording', `${RARE} → 关规定`],
    ['warning', `${address}files/办法.txt › 第 1 行`, 'unusual_wording', `${RARE} → 关规定`],
  ]);
});

test('the command reads office documents, hidden rows included, and masks what it finds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名单');
  sheet.addRow(['张三', '11010519491231002X']).hidden = true;
  await book.xlsx.writeFile(join(folder, '名单.xlsx'));
  const [line = ''] = (await outputOf(folder, '--lang', 'zh')).split('\n');
  rmSync(folder, { recursive: true });
  expect(line).toMatch(/^error\t.*名单\.xlsx › .*\tcitizen_number\t11\*{13}02X\t/);
});

async function uploaded(name: string, content: string): Promise<number> {
  const body = new FormData();
  body.append('files', new Blob([content]), name);
  const headers = { authorization: `Bearer ${await signIns.tokenOf(POSTS.officer.role)}` };
  const response = await fetch(`${demo.cmsUrl}/upload`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: number }[])[0]?.id ?? 0;
}

function outputOf(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts/check.ts'), ...args], { maxBuffer: 2 ** 24 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}
