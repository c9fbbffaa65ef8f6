import { addresses } from 'disclosure-contract';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { parseManifest } from '../../scripts/manifest/compare.ts';
import { POSTS } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, signInAtPanel } from './support/editor-desk.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { ReviewScreen } from './support/review-desk.ts';

const demo = inject('demo');
const browser = useBrowser();
const editor = editorWith(demo.cmsUrl, demo.tokens);

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };

/** Everyone who takes part, each in a browser of their own. */
const desks: Partial<Record<keyof typeof POSTS, BrowserContext>> = {};

beforeAll(async () => {
  for (const post of ['officer', 'sectionHead', 'confidentialityReviewer', 'deputyHead', 'head'] as const) {
    const desk = await browser.shared(post === 'sectionHead' ? PHONE : DESKTOP);
    await signInAtPanel(desk, demo.cmsUrl, loginOf(demo.logins, POSTS[post].role));
    desks[post] = desk;
  }
});

function deskOf(post: keyof typeof POSTS): BrowserContext {
  const desk = desks[post];
  if (desk === undefined) throw new Error(`Nobody is signed in as ${post}`);
  return desk;
}

const reviewOf = (post: keyof typeof POSTS, title: string) => ReviewScreen.open(deskOf(post), demo.cmsUrl, title);

/** The officer opens the item anew, as after being told of something. */
const formOf = (documentId: string) => ItemForm.open(deskOf('officer'), demo.cmsUrl, documentId);

test(
  'an item goes from draft to page through the hands of five people, and its page names the review in the manifest',
  { timeout: 8 * 60_000 },
  async () => {
    const title = '关于涡河廊桥夜间照明时段的通知';
    const form = await ItemForm.create(deskOf('officer'), demo.cmsUrl);
    await form.text('标题').fill(title);
    await form.relate('公开目录', '部门文件');
    await form.relate('发布机构', '亳州市住房和城乡建设局');
    await form.relate('责任科室', '亳州市住房和城乡建设局办公室');
    await form.select('主题分类', '城乡建设、环境保护');
    await form.select('体裁分类', '通知');
    await form.text('内容概述').fill('调整涡河廊桥夜间照明的时段。');
    await form.body.click();
    await form.page.keyboard.type('廊桥夜间照明自 18 时至 22 时。');
    await form.save();
    const documentId = await form.documentId();
    await form.submit('请在周五前审完。');
    await form.review.getByText('在“科室负责人”（第 1 步，共 4 步）').waitFor();
    await form.page.close();

    const first = await reviewOf('sectionHead', title);
    await first.page.getByText('送审说明：请在周五前审完。').waitFor();
    expect(await first.widthBeyondScreen()).toBe(0);
    await first.comment('内容概述', '请写明起止日期。');
    await first.decide('退回修改');
    await first.page.close();

    const returned = await formOf(documentId);
    await returned.review.getByText('请写明起止日期。').waitFor();
    await returned.review.getByRole('button', { name: '转到“内容概述”' }).click();
    await returned.text('内容概述').fill('自2026年12月1日起调整涡河廊桥夜间照明的时段。');
    await returned.save();
    await returned.submit('');
    await returned.review.getByText('在“科室负责人”（第 1 步，共 4 步）').waitFor();
    await returned.page.close();

    const second = await reviewOf('sectionHead', title);
    await second.page.getByText('第 2 次送审').waitFor();
    await second.decide('同意');
    await second.page.close();

    const edited = await formOf(documentId);
    await edited.review.getByText('在“保密审查”（第 2 步，共 4 步）').waitFor();
    await edited.text('内容概述').fill('自2026年12月1日起，涡河廊桥夜间照明调整为18时至22时。');
    await edited.saveOverReview();
    await edited.review.getByText('这次审核不再有效').waitFor();
    await edited.review.getByRole('button', { name: '转到“内容概述”' }).waitFor();
    expect(await edited.review.getByRole('button', { name: /^转到/ }).count()).toBe(1);
    await edited.submit('');
    await edited.review.getByText('在“科室负责人”（第 1 步，共 4 步）').waitFor();
    await edited.page.close();

    await (await reviewOf('sectionHead', title)).decide('同意');
    const confidentiality = await reviewOf('confidentialityReviewer', title);
    await confidentiality.recordNothing();
    await confidentiality.decide('提交审查结论');
    await (await reviewOf('deputyHead', title)).decide('同意');
    await (await reviewOf('head', title)).decide('同意');

    const approved = await formOf(documentId);
    await approved.review.getByText('审核通过，可以发布').waitFor();
    await approved.publish();
    await approved.receiptOf('演示站点').getByText('已更新').waitFor();
    const item = itemsIn(await publishedChanges(demo)).find((each) => each.documentId === documentId);
    const address = addresses.item(item?.slug ?? '');
    await untilStatus(demo.siteUrl + address, 200, 10_000);

    const manifest = parseManifest(await (await fetch(demo.siteUrl + addresses.manifest())).text());
    const row = manifest?.rows.find(({ path }) => path === address);
    expect(row?.approval?.id).toMatch(/^review:\w+$/);
  },
);

test.each([
  { where: 'on a phone', post: 'sectionHead', posts: [] },
  { where: 'with the record of a confidentiality review', post: 'confidentialityReviewer', posts: ['sectionHead'] },
] as const)('axe finds nothing on the review screen $where', async ({ post, posts }) => {
  const title = `关于审核页面无障碍的通知（${post}）`;
  const documentId = await editor.write(draftOf(title, placesOf(await publishedChanges(demo))));
  await editor.submit(documentId);
  for (const before of posts) await (await reviewOf(before, title)).decide('同意');
  const screen = await reviewOf(post, title);
  await screen.comment('内容概述', '请写明起止日期。');
  expect(await axeFindings(screen.page)).toEqual([]);
});
