import { addresses, dayInChina, minuteInChina } from 'disclosure-contract';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { parseManifest } from '../../scripts/manifest/compare.ts';
import { POSTS } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf } from '../support/drafts.ts';
import { until } from '../support/department.ts';
import { editorWith } from '../support/editor.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, signInAtPanel } from './support/editor-desk.ts';
import { PeopleDesk } from './support/people-desk.ts';
import { itemsIn, publishedChanges, untilStatus } from './support/published.ts';
import { ReviewScreen } from './support/review-desk.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const editor = editorWith(signInsOf(demo));

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
/** Whatever clock a browser runs on, times are those of China. */
const ABROAD = { ...DESKTOP, timezoneId: 'America/New_York' };

const CHAIN = ['sectionHead', 'confidentialityReviewer', 'deputyHead', 'head'] as const;

/** Everyone who takes part, each in a browser of their own. */
const desks: Partial<Record<keyof typeof POSTS, BrowserContext>> = {};

beforeAll(async () => {
  for (const post of ['officer', ...CHAIN, 'office'] as const) {
    const desk = await browser.shared(post === 'sectionHead' ? PHONE : post === 'officer' ? ABROAD : DESKTOP);
    await signInAtPanel(desk, demo.cmsUrl, loginOf(demo.logins, POSTS[post].role));
    desks[post] = desk;
  }
});

function deskOf(post: keyof typeof POSTS): BrowserContext {
  const desk = desks[post];
  if (desk === undefined) throw new Error(`Nobody is signed in as ${post}`);
  return desk;
}

const reviewOf = (post: keyof typeof POSTS, title: string, panel?: string) =>
  ReviewScreen.open(deskOf(post), demo.cmsUrl, title, panel);

/** Somebody opens the item anew, as after being told of something. */
const formOf = (documentId: string, post: keyof typeof POSTS = 'officer') =>
  ItemForm.open(deskOf(post), demo.cmsUrl, documentId);

const write = async (title: string) => editor.write(draftOf(title, placesOf(await publishedChanges(demo))));

const versionOf = async (documentId: string) =>
  itemsIn(await publishedChanges(demo)).find((item) => item.documentId === documentId);

async function published(title: string): Promise<{ documentId: string; url: string }> {
  const documentId = await write(title);
  await editor.publish(documentId);
  const url = demo.siteUrl + addresses.item((await versionOf(documentId))?.slug ?? '');
  await untilStatus(url, 200);
  return { documentId, url };
}

const statusOf = async (url: string) => (await fetch(url)).status;

/** A day from today on, as it is typed. */
const typedDay = (daysFromNow: number) =>
  dayInChina(new Date(Date.now() + daysFromNow * 24 * 60 * 60 * 1000).toISOString()).replaceAll('-', '/');

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
    const address = addresses.item((await versionOf(documentId))?.slug ?? '');
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
  const documentId = await write(title);
  await editor.submit(documentId);
  for (const before of posts) await (await reviewOf(before, title)).decide('同意');
  const screen = await reviewOf(post, title);
  await screen.comment('内容概述', '请写明起止日期。');
  expect(await axeFindings(screen.page)).toEqual([]);
});

test('an officer asks for a page to be taken down, four people agree, and it answers 410 with the reason', async () => {
  const title = '关于涡河廊桥临时封闭的通知';
  const { documentId, url } = await published(title);
  const form = await formOf(documentId);
  await form.requestWithdrawal('内容有误，正在更正', '封闭的日期写错了。');
  await form.review.getByText('在“科室负责人”（第 1 步，共 4 步）').waitFor();
  await form.page.close();

  for (const post of CHAIN) {
    expect(await statusOf(url)).toBe(200);
    const screen = await reviewOf(post, title, '申请撤下');
    await screen.page.getByText('送审说明：封闭的日期写错了。').waitFor();
    await screen.panel('申请撤下').getByText('原因：内容有误，正在更正').waitFor();
    expect(await screen.widthBeyondScreen()).toBe(0);
    await screen.decide('同意撤下');
    await screen.page.close();
  }
  await untilStatus(url, 410);
  expect(await (await fetch(url)).text()).toContain('内容有误，正在更正');
});

test('what was taken down in an emergency is gone at once, waits to be ratified, and is', async () => {
  const title = '关于误传名单的通知';
  const { documentId, url } = await published(title);
  const form = await formOf(documentId, 'office');
  await form.withdraw('涉及个人隐私，依法撤下');
  // As a rule within a second; a busy machine is given some more.
  expect(await untilStatus(url, 410)).toBeLessThan(5_000);
  await form.review.getByText('紧急撤下的追认').waitFor();
  await form.page.close();

  for (const post of CHAIN) {
    const screen = await reviewOf(post, title, '紧急撤下的追认');
    await screen.panel('紧急撤下的追认').getByText('原因：涉及个人隐私，依法撤下').waitFor();
    expect(await screen.widthBeyondScreen()).toBe(0);
    await screen.decide('同意追认');
    await screen.page.close();
  }
  await (await formOf(documentId, 'office')).review.getByText('已办结').waitFor();
  expect(await statusOf(url)).toBe(410);
});

test('what was taken down in an emergency and is not ratified stays down, and comes back through a review', async () => {
  const title = '关于错认重复的通知';
  const { documentId, url } = await published(title);
  await editor.withdraw(documentId, 'duplicate');
  await untilStatus(url, 410);
  await editor.agree(documentId, 'sectionHead');
  await editor.agree(documentId, 'confidentialityReviewer');

  const screen = await reviewOf('deputyHead', title, '紧急撤下的追认');
  await screen.write('两条信息内容不同，不是重复发布。');
  await screen.decide('不予追认');
  await screen.page.close();

  const form = await formOf(documentId);
  await form.review.getByText('不予追认', { exact: true }).waitFor();
  await form.review.getByText('“分管领导”不同意：两条信息内容不同，不是重复发布。').waitFor();
  await form.review.getByText('这一事项仍然撤下。要恢复公开，需要重新送审。').waitFor();
  expect(await statusOf(url)).toBe(410);
  await form.submit('恢复公开。');
  for (const post of CHAIN) await editor.agree(documentId, post);
  await editor.publishApproved(documentId);
  await untilStatus(url, 200);
});

test('what is planned is published at its time and not before, and is not when it was changed meanwhile', async () => {
  const [kept, changed] = [await write('关于定时开放夜游的通知'), await write('关于定时封闭栈道的通知')];
  const day = typedDay(1);
  for (const item of [kept, changed]) {
    const form = await formOf(item);
    await form.submit('', { day, time: '09:30' });
    for (const post of CHAIN) await editor.agree(item, post);
    await form.page.reload();
    await form.review.getByText(`定于 ${day.replaceAll('/', '-')} 09:30 发布（北京时间）`).waitFor();
    expect(await form.page.getByRole('button', { name: '已定时', exact: true }).isDisabled()).toBe(true);
    await form.page.close();
  }

  const at = new Date(Date.now() + 6_000).toISOString();
  for (const item of [kept, changed]) await editor.plan(item, at);
  await editor.change(changed, { title: '关于定时封闭栈道和栈桥的通知' });
  expect(await versionOf(kept)).toBeUndefined();
  await until('it is published', async () => (await versionOf(kept)) !== undefined);
  expect(((await versionOf(kept))?.publishedAt ?? '') >= at).toBe(true);
  expect(await versionOf(changed)).toBeUndefined();

  const form = await formOf(changed);
  await form.review.getByText('已失效').waitFor();
  await form.review.getByRole('button', { name: '转到“标题”' }).waitFor();
  await form.review.getByText(`原定于 ${minuteInChina(at)}（北京时间）的发布也已取消。`).waitFor();
});

test('a stand-in decides in place of the head on the days that are set, on record for whom, and does not publish', async () => {
  const title = '关于涡河廊桥检修的通知';
  const documentId = await write(title);
  await editor.submit(documentId);
  for (const post of CHAIN.slice(0, -1)) await editor.agree(documentId, post);
  const people = await PeopleDesk.open(deskOf('office'), demo.cmsUrl);
  await people.addStandIn({ person: '主要领导', standIn: '政务公开办管理员', from: typedDay(0), to: typedDay(1) });

  const screen = await reviewOf('office', title);
  await screen.page.getByText(/^您代 .*主要领导.* 审核，记录中会写明。$/).waitFor();
  await screen.decide('同意');
  await screen
    .panel('审核进度')
    .getByText(/（代 .*主要领导.*）/)
    .waitFor();
  await people.removeStandIn();

  const refused = await formOf(documentId, 'office');
  await refused.review.getByText('您审批过这一版，不能再由您发布。请由信息员或政务公开办发布。').waitFor();
  expect(await refused.page.getByRole('button', { name: '审过的人不能发布' }).isDisabled()).toBe(true);
  const form = await formOf(documentId);
  await form.publish();
  await form.receiptOf('演示站点').getByText('已更新').waitFor();
});
