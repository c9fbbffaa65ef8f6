import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, dayInChina } from 'disclosure-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { loginOf, type Login } from '../../scripts/demo/seed.ts';
import { POSTS } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, signInAtPanel } from './support/editor-desk.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { ReviewScreen } from './support/review-desk.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const editor = editorWith(signInsOf(demo));

const SECRET = '关于某人停职的讨论记录';
const NOTICE = '关于一项人事信息不予公开的说明';
const AGAIN_ON = dayInChina(new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString());

let officer: BrowserContext;
let sectionHead: BrowserContext;
/** Not the one who reviews the notice: nobody reviews what they wrote. */
let reviewer: BrowserContext;

beforeAll(async () => {
  const signedIn = async (login: Login) => {
    const desk = await browser.shared({ viewport: { width: 1280, height: 900 } });
    await signInAtPanel(desk, demo.cmsUrl, login);
    return desk;
  };
  const reviewers = demo.logins.filter(({ role }) => role === POSTS.confidentialityReviewer.role);
  officer = await signedIn(loginOf(demo.logins, POSTS.officer.role));
  sectionHead = await signedIn(loginOf(demo.logins, POSTS.sectionHead.role));
  reviewer = await signedIn(reviewers[1]!);
});

const beyondScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test(
  'what is withheld is told of by a notice of its own, is looked at again, and leaves no trace on the site',
  { timeout: 8 * 60_000 },
  async () => {
    const places = placesOf(await publishedChanges(demo));
    const documentId = await editor.write(draftOf(SECRET, places));
    await editor.submit(documentId);
    await (await ReviewScreen.open(sectionHead, demo.cmsUrl, SECRET)).decide('同意');
    const review = await ReviewScreen.open(reviewer, demo.cmsUrl, SECRET);
    await review.withhold('过程性信息（第十六条）', AGAIN_ON, NOTICE);
    expect(await axeFindings(review.page)).toEqual([]);
    await review.page.setViewportSize({ width: 360, height: 780 });
    expect(await review.widthBeyondScreen()).toBe(0);
    await review.decide('提交审查结论');

    const form = await ItemForm.open(officer, demo.cmsUrl, documentId);
    await form.review.getByText('审查决定不公开').waitFor();
    expect(await form.page.getByRole('button', { name: '送审', exact: true }).count()).toBe(0);
    await form.review.getByRole('link', { name: '打开不予公开说明' }).click();
    await form.page.getByText('这是一份不予公开说明').waitFor();
    await form.relate('公开目录', '部门文件');
    await form.save();
    const notice = await form.documentId();
    await editor.publish(notice);

    const { slug } = itemsIn(await publishedChanges(demo)).find((each) => each.documentId === notice) ?? { slug: '' };
    await untilStatus(demo.siteUrl + addresses.item(slug), 200, 10_000);
    const page = await browser.page();
    await page.goto(demo.siteUrl + addresses.item(slug));
    const block = page.getByRole('region', { name: '这项信息不予公开' });
    for (const text of ['过程性信息（第十六条）', AGAIN_ON, '应当先申请行政复议']) {
      await block.getByText(text).waitFor();
    }
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await beyondScreen(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    }
    const pages = [addresses.item(slug), addresses.home(), `${addresses.search()}?q=${encodeURIComponent(NOTICE)}`];
    for (const path of pages) {
      await page.goto(demo.siteUrl + path);
      await page.getByText('不予公开', { exact: true }).first().waitFor();
      const html = await page.content();
      for (const secret of [SECRET, documentId]) expect(html).not.toContain(secret);
    }

    for (const file of readdirSync(join(demo.dataDir, 'site'), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const secret of [SECRET, documentId])
        expect([file.name, bytes.includes(secret)]).toEqual([file.name, false]);
    }

    const desk = await reviewer.newPage();
    await desk.goto(`${demo.cmsUrl}/admin/plugins/disclosure/reviews`);
    const again = desk.getByRole('region', { name: '到期重新审查' });
    await again.getByText(`${AGAIN_ON} 重新审查`).first().waitFor();
    await again.getByRole('link', { name: SECRET }).click();
    const panel = desk.getByRole('region', { name: '重新审查', exact: true });
    await panel.getByRole('radio', { name: '可以重新送审' }).click();
    await panel.getByRole('textbox', { name: '理由' }).fill('当事人已经任免，过程已经结束。');
    await desk.setViewportSize({ width: 360, height: 780 });
    expect(await beyondScreen(desk)).toBe(0);
    expect(await axeFindings(desk)).toEqual([]);
    await panel.getByRole('button', { name: '提交重新审查结果' }).click();
    await desk.getByRole('alertdialog').getByRole('button').last().click();
    await panel.waitFor({ state: 'detached' });
    await editor.submit(documentId);
  },
);
