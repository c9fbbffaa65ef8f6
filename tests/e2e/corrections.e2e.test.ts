import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses } from 'disclosure-contract';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { administrator } from './support/admin-api.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';

const demo = inject('demo');
const site = demo.siteUrl;
const browser = useBrowser();
const CORRECTIONS = '/content-manager/collection-types/plugin::disclosure.correction';

let citizen: BrowserContext;
beforeAll(async () => {
  citizen = await browser.shared({ javaScriptEnabled: false });
});

test('somebody reports a mistake without scripts: what is wrong is told, nothing is lost, and the office has it', async () => {
  const page = await citizen.newPage();
  await page.goto(site + addresses.catalogue());
  await page.getByRole('contentinfo').getByRole('link', { name: '我为政府网站找错' }).click();
  expect(await page.getByLabel('网页地址').inputValue()).toBe(addresses.catalogue());

  await page.getByLabel('联系方式').fill('13800000000');
  await page.getByRole('button', { name: '提交' }).click();
  expect(await page.title()).toMatch(/^还没有提交/);
  expect(await page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
    '请选择问题类型',
    '请写明问题是什么',
  ]);
  expect(await page.getByLabel('联系方式').inputValue()).toBe('13800000000');
  expect(await page.getByLabel('网页地址').inputValue()).toBe(addresses.catalogue());

  await page.getByLabel('链接、附件打不开').check();
  await page.getByLabel('问题是什么').fill('第二个链接 <b>打不开</b>');
  await page.getByRole('button', { name: '提交' }).click();
  const receipt = await page.locator('.correction-receipt strong').innerText();
  expect(receipt).toMatch(/^\d{8}-[2-9A-Z]{8}$/);

  const { ask } = administrator(demo);
  const find = async () => {
    const { results } = await ask<{ results: { receiptNumber: string }[] }>('GET', CORRECTIONS);
    return results.find(({ receiptNumber }) => receiptNumber === receipt);
  };
  await expect.poll(find).toMatchObject({
    kind: 'link',
    page: addresses.catalogue(),
    text: '第二个链接 <b>打不开</b>',
    contact: '13800000000',
    state: 'received',
  });
  const spool = join(demo.dataDir, 'site', 'corrections');
  await expect.poll(() => readdirSync(spool)).toEqual(['key']);
  expect(readFileSync(join(spool, 'key'), 'utf8')).toHaveLength(44);
});

test('the form with its mistakes, and the receipt, are whole for everybody', async () => {
  const page = await (await browser.shared()).newPage();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site}${addresses.corrections('/items/a/')}`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForSelector('[role=alert]');
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${site}${addresses.corrections()}?receipt=20261128-AAAAAAAA`);
    expect(await axeFindings(page)).toEqual([]);
  }
});
