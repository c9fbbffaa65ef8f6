import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { stepAt, totpCode } from '../../cms/plugin/server/src/domain/totp.ts';
import { administrator } from './support/admin-api.ts';
import { axeFindings } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';

const demo = inject('demo');
const browser = useBrowser();
const chief = administrator(demo);

const PASSWORD = 'Password-1';
const NEW_PASSWORD = 'Another-pass-2';
const SMALL = { viewport: { width: 360, height: 780 } };

interface Person {
  readonly id: number;
  readonly email: string;
}

let editorRole = 0;

beforeAll(async () => {
  const { data: roles } = await chief.ask<{ data: { id: number; code: string }[] }>('GET', '/admin/roles');
  editorRole = roles.find(({ code }) => code === 'strapi-editor')?.id ?? 0;
});

/** Somebody who was invited and has chosen a password. */
async function invite(name: string): Promise<Person> {
  const email = `${name}@example.test`;
  const invitation = { firstname: name, lastname: '王', email, roles: [editorRole] };
  const { data: user } = await chief.ask<{ data: Person & { registrationToken: string } }>(
    'POST',
    '/admin/users',
    invitation,
  );
  const answer = await fetch(`${demo.cmsUrl}/admin/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      registrationToken: user.registrationToken,
      userInfo: { firstname: name, lastname: '王', password: PASSWORD },
    }),
  });
  expect(answer.status).toBe(200);
  return { id: user.id, email };
}

async function fillLogin(page: Page, email: string, password: string): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

async function openLogin(options = {}): Promise<Page> {
  const page = await browser.page(options);
  await page.goto(`${demo.cmsUrl}/admin/auth/login`);
  await page.locator('input[name="email"]').waitFor();
  return page;
}

const untilInside = (page: Page) => page.waitForURL((url) => !url.pathname.includes('/auth/'));

/** Of the dialog alone: Strapi's page behind it is not ours to mend. */
async function dialogFindings(page: Page): Promise<string[]> {
  // It fades in, and half way its colours have no contrast.
  await sleep(500);
  return axeFindings(page, ['label', 'button-name', 'color-contrast', 'aria-required-attr', 'svg-img-alt', 'list']);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function codeFor(key: string, off = 0): string {
  const letters = key.replace(/\s/g, '');
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return totpCode(Buffer.from(bytes), stepAt(new Date()) + off);
}

test('somebody turns the second factor on, and signs in with it', async () => {
  const { email } = await invite('factor');
  const page = await openLogin();
  await fillLogin(page, email, PASSWORD);
  await untilInside(page);
  await page.goto(`${demo.cmsUrl}/admin/settings/disclosure/sign-in`);
  await page.getByRole('heading', { name: '登录安全', level: 1 }).waitFor();
  expect(await page.getByRole('heading', { name: '所有账号' }).count()).toBe(0);

  await page.getByRole('button', { name: '开启第二步验证' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('当前密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.getByRole('img', { name: '供身份验证器应用扫描的二维码' }).waitFor();
  expect(await dialogFindings(page)).toEqual([]);
  const key = await dialog.locator('code').innerText();
  await dialog.getByLabel('验证码').fill(codeFor(key, -1));
  await page.keyboard.press('Enter');
  const list = dialog.getByRole('list', { name: '恢复码' }).getByRole('listitem');
  await list.first().waitFor();
  const codes = await list.allInnerTexts();
  expect(codes).toHaveLength(10);
  await dialog.getByRole('button', { name: '我已保存' }).click();
  await page.getByText('已开启', { exact: true }).waitFor();

  const other = await openLogin(SMALL);
  await fillLogin(other, email, PASSWORD);
  const step = other.getByRole('dialog', { name: '第二步验证' });
  await step.getByLabel('验证码').waitFor();
  expect(await dialogFindings(other)).toEqual([]);
  await other.keyboard.type('000000');
  await other.keyboard.press('Enter');
  await step.getByText('验证码不正确或已用过', { exact: false }).waitFor();
  await step.getByLabel('验证码').fill(codeFor(key));
  await other.keyboard.press('Enter');
  await untilInside(other);

  const third = await openLogin();
  await fillLogin(third, email, PASSWORD);
  await third.getByLabel('验证码').fill(codes[0]?.toLowerCase() ?? '');
  await third.keyboard.press('Enter');
  await untilInside(third);
});

test('somebody is locked out after five wrong passwords, until an administrator ends it', async () => {
  const { id, email } = await invite('locked');
  const page = await openLogin(SMALL);
  for (let at = 0; at < 5; at += 1) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/admin/login'));
    await fillLogin(page, email, `Wrong-word-${at}`);
    await answer;
  }
  await page.getByRole('alert').filter({ hasText: '邮箱或密码不正确' }).waitFor();
  await fillLogin(page, email, PASSWORD);
  const dialog = page.getByRole('alertdialog', { name: '登录已锁定' });
  await dialog.getByText('约 30 分钟后', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();

  await chief.ask('POST', `/disclosure/sign-in/accounts/${id}/unlock`, {});
  await fillLogin(page, email, PASSWORD);
  await untilInside(page);
});

test('somebody whose password was set by another chooses a new one before anything else', async () => {
  const { id, email } = await invite('expired');
  await chief.ask('PUT', `/admin/users/${id}`, { password: 'Given-word-1' });
  const page = await openLogin();
  await fillLogin(page, email, 'Given-word-1');
  const dialog = page.getByRole('dialog', { name: '设置新密码' });
  await dialog.getByLabel('新密码', { exact: false }).first().fill('Given-word-1');
  await dialog.getByLabel('再输一次新密码').fill('Given-word-1');
  await page.keyboard.press('Enter');
  await dialog.getByText('不能使用最近 5 次用过的密码，请换一个。').waitFor();
  expect(await dialogFindings(page)).toEqual([]);
  await dialog.getByLabel('新密码', { exact: false }).first().fill(NEW_PASSWORD);
  await dialog.getByLabel('再输一次新密码').fill(NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await untilInside(page);
});

test('somebody who goes away is asked after a while, and then signed out', async () => {
  const { email } = await invite('idle');
  const page = await browser.page();
  await page.clock.install();
  await page.goto(`${demo.cmsUrl}/admin/auth/login`);
  await fillLogin(page, email, PASSWORD);
  await untilInside(page);
  await page.getByRole('navigation').first().waitFor();
  const dialog = page.getByRole('alertdialog', { name: '还在操作吗？' });
  const minutes = 60_000;
  await page.clock.fastForward(239.5 * minutes);
  await dialog.waitFor();
  await dialog.getByRole('button', { name: '继续使用' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.clock.fastForward(241 * minutes);
  await page.waitForURL((url) => url.pathname.includes('/auth/login'));
  await page.getByText('已有 240 分钟没有操作，系统已自动退出，请重新登录。').waitFor();
});
