import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { POSTS, SUPER_ADMIN } from '../../scripts/seed/posts.ts';
import { draftOf, placesOf } from '../support/drafts.ts';
import { editorWith } from '../support/editor.ts';
import { useBrowser } from './support/browser.ts';
import { ItemForm, signInAtPanel } from './support/editor-desk.ts';
import { publishedChanges } from './support/published.ts';
import { signInsOf } from './support/shared-demo.ts';

const demo = inject('demo');
const browser = useBrowser();
const editor = editorWith(signInsOf(demo));

let officer: BrowserContext;
let administrator: BrowserContext;

beforeAll(async () => {
  officer = await browser.shared({ viewport: { width: 1280, height: 900 } });
  administrator = await browser.shared({ viewport: { width: 1280, height: 900 } });
  await signInAtPanel(officer, demo.cmsUrl, loginOf(demo.logins, POSTS.officer.role));
  await signInAtPanel(administrator, demo.cmsUrl, loginOf(demo.logins, SUPER_ADMIN.role));
});

test('who saves over another’s change is shown both, and neither is lost', async () => {
  const documentId = await editor.write(draftOf('关于两人同时编辑的通知', placesOf(await publishedChanges(demo))));
  const first = await ItemForm.open(officer, demo.cmsUrl, documentId);
  const second = await ItemForm.open(administrator, demo.cmsUrl, documentId);

  await first.text('标题').fill('关于两人先后编辑的通知');
  await first.save();
  // One's own saves, one after the other, are no conflict. The panel reads what was saved once more, and puts it over what
  // is typed meanwhile: it is typed until it is stored.
  const writeAbstract = async () => {
    await first.text('内容概述').fill('信息员的概述。');
    // It cannot be pressed once what was typed is gone.
    await first
      .tool('保存')
      .click({ timeout: 2000 })
      .catch(() => undefined);
    return (await editor.read(documentId))['abstract'];
  };
  await expect.poll(writeAbstract, { timeout: 60_000, interval: 1000 }).toBe('信息员的概述。');

  await second.text('标题').fill('关于两人一起编辑的通知');
  await second.page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = second.page.getByRole('dialog', { name: /保存过这一事项/ });
  await dialog.getByRole('region', { name: '标题' }).waitFor();
  // Whoever never touched a field does not undo what the other wrote there.
  expect(await dialog.getByRole('region', { name: '标题' }).getByRole('combobox').innerText()).toBe('用我的');
  expect(await dialog.getByRole('region', { name: '内容概述' }).getByRole('combobox').innerText()).toBe('用对方的');
  await dialog.getByRole('button', { name: '按选择合并' }).click();
  await dialog.waitFor({ state: 'detached' });

  expect(await editor.read(documentId)).toMatchObject({
    title: '关于两人一起编辑的通知',
    abstract: '信息员的概述。',
  });
  await expect.poll(() => second.text('标题').inputValue()).toBe('关于两人一起编辑的通知');
  await expect.poll(() => second.text('内容概述').inputValue()).toBe('信息员的概述。');
});
